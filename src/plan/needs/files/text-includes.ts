import { baseName, folderOf, isWithin, resolvePath } from '../../../facts/image-path.ts'

/** Texts that take in others: templates, schemas, interfaces. */
export const isOfIncludes = (path: string): boolean =>
  /\.(graphqls?|gql|proto|pug|jade|ejs|eta|hbs|handlebars|mustache|njk|nunjucks|twig|liquid|html?|mjml|xsd|wsdl|xslt?|styl|less|scss|tmpl|gohtml|tpl)$/.test(
    path,
  )

/** What such a line says in one language or another: `# import A from 'a.graphql'`, `import "a.proto";`, `extends /layouts/base`. */
const takesIn =
  /\b(include|extends?|import|partial|layout|template|schemaLocation|location|require|use|forward|embed|load|render|macro)\b/i

/** More words of that kind are data. */
const mostWords = 200

/**
 * The words of a text that may name another one, in the lines that take something in. Each is a path only where a file stands there: the
 * languages are many, and a word too much costs nothing.
 */
export function includedWords(text: string): readonly string[] {
  const words = new Set<string>()
  for (const line of withoutComments(text).split('\n')) {
    if (line.length > 1000 || !takesIn.test(line)) continue
    for (const word of line.split(/[\s"'`()[\]<>{}=,;|%]+/))
      if (/^~?[\w@./-]*[\w-]$/.test(word) && /[/.]/.test(word)) words.add(word.replace(/^~/, ''))
    if (words.size > mostWords) return []
  }
  return [...words]
}

/** What a page says to its readers alone. A comment that begins with such a word is for a program: `<!--#include file="head.html" -->`. */
function withoutComments(text: string): string {
  const [first = '', ...others] = text.split('<!--')
  const kept = others.map((part) => {
    const end = part.indexOf('-->')
    const [start = ''] = part.trimStart().split(/[\s:(]/)
    if (end < 0 || takesIn.test(start)) return `<!--${part}`
    return part.slice(end + '-->'.length)
  })
  return [first, ...kept].join('')
}

/**
 * Where a word of a text at a place of the image may lead: beside it, or from a folder above it, down to the work folder, which a loader has as
 * its root; with the ending of the text where it has none.
 */
export function placesOfWord(word: string, place: string, workdir: string): readonly string[] {
  const relative = word.replace(/^\/+/, '')
  const ending = /\.\w+$/.exec(baseName(place))?.[0] ?? ''
  const names = /\.\w+$/.test(relative) ? [relative] : [relative, relative + ending]
  return foldersUpTo(place, workdir).flatMap((folder) =>
    names.flatMap((name) => resolvePath(folder, name) ?? []),
  )
}

function foldersUpTo(place: string, workdir: string): readonly string[] {
  const folders = [folderOf(place)]
  for (let at = folderOf(place); at !== workdir && isWithin(at, workdir);) {
    at = folderOf(at)
    folders.push(at)
  }
  return folders
}

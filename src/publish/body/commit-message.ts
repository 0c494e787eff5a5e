import { inertText } from '../../report/markdown/markdown-text.ts'
import { migratedFiles, type TextSubject } from './subject.ts'

/** Columns of a commit's body. https://git-scm.com/book/en/v2/Distributed-Git-Contributing-to-a-Project#_commit_guidelines */
const width = 72

/** The commit's message: its subject, and each change with its reason, once for all files that have it. */
export function commitMessageOf(subject: TextSubject, title: string): string {
  const files = migratedFiles(subject)
  const found = new Map<string, string[]>()
  for (const { path, result } of files)
    for (const { title, why } of result.changes) {
      const words = `${title}. ${why}`
      found.set(words, [...(found.get(words) ?? []), path])
    }
  const items = [...found].map(([words, paths]) => {
    const where = paths.length === files.length ? '' : ` (${paths.join(', ')})`
    return wrap(`- ${inertText(words)}${inertText(where)}`, '  ')
  })
  return `${title}\n\n${intro(files.map(({ path }) => path))}${items.join('\n')}\n`
}

function intro(paths: readonly string[]): string {
  return paths.length === 1 ? '' : `${paths.map((path) => `${inertText(path)}\n`).join('')}\n`
}

/** Lines of at most 72 columns, those after the first indented. */
function wrap(text: string, indent: string): string {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(/\s+/)) {
    if (line !== '' && line.length + 1 + word.length > width) {
      lines.push(line)
      line = `${indent}${word}`
    } else line = line === '' ? word : `${line} ${word}`
  }
  return [...lines, line].join('\n')
}

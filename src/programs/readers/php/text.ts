import { concatenateAll, literalPath, unknownPath, type PathValue } from '../../path-value.ts'

/** A text in its parts: what is written out, folders, and what isn't known. */
export type Text = readonly (string | PathValue)[]

export const unknownText: Text = [unknownPath]

/** Texts that something may be, at most a few. */
export type Texts = readonly Text[]

const most = 8
const longest = 200

/** One text behind the other, each of the left ones with each of the right ones. */
export function joined(left: Texts, right: Texts): Texts {
  const all = left.flatMap((before) => right.map((behind) => append(before, behind)))
  return all.length > most ? [...all.slice(0, most), unknownText] : all
}

export function joinedAll(parts: readonly Texts[]): Texts {
  return parts.reduce(joined, [[]])
}

function append(left: Text, right: Text): Text {
  const [first, ...rest] = right
  const last = left.at(-1)
  if (left.length + right.length > longest) return [...left.slice(0, longest), unknownPath]
  if (first === '') return append(left, rest)
  return typeof last === 'string' && typeof first === 'string'
    ? [...left.slice(0, -1), last + first, ...rest]
    : [...left, ...right]
}

/** The texts that several expressions give, each once. */
export function anyOf(all: readonly Texts[]): Texts {
  const unique = new Map(all.flat().map((text) => [JSON.stringify(text), text]))
  return [...unique.values()].slice(0, most)
}

/** The text, where all of it is written out; with `unknown` in the place of what isn't known. */
export function plainText(text: Text, unknown?: string): string | undefined {
  const parts = text.map((part) => (typeof part === 'string' ? part : unknown))
  return parts.includes(undefined) ? undefined : parts.join('')
}

/** Something else than a file of the container: `php://memory`, `https://...`, `s3://bucket`. https://www.php.net/manual/en/wrappers.php */
const wrapper = /^(?!file:|phar:|unix:|sqlite)[a-z][a-z\d.+-]*:\/\//i

/** The path; undefined where it is that of something else than a file. */
export function pathOfText(text: Text): PathValue | undefined {
  const [first] = text
  if (typeof first === 'string' && (wrapper.test(first) || first.startsWith('data:')))
    return undefined
  return isGlued(text) ? unknownPath : concatenateAll(text.map(toPath))
}

function toPath(part: string | PathValue): PathValue {
  return typeof part === 'string' ? literalPath(part) : part
}

/** `__DIR__ . 'data'` is a neighbour of the folder, whose name isn't known; `__FILE__ . '.bak'` is one of the file. */
function isGlued(text: Text): boolean {
  return text.some((part, at) => {
    const before = text[at - 1]
    const isFolder = typeof before === 'object' && /^$|(^|\/)\.\.?$/.test(before.path)
    return (
      isFolder && before.base === 'own-folder' && typeof part === 'string' && !part.startsWith('/')
    )
  })
}

import { readRequirement, type Requirement } from './requirement.ts'

/** What a line of a requirements file asks for. */
export type RequirementLine = {
  /** 1-based, the first one of a line that goes on. */
  readonly line: number
  readonly text: string
} & (
  | { readonly kind: 'package'; readonly requirement: Requirement; readonly isHashed: boolean }
  /** `-r other.txt`, `-c constraints.txt`: relative to this file, or an address. */
  | { readonly kind: 'file'; readonly path: string; readonly isConstraint: boolean }
  /** A folder, an archive, an address, a repository: `-e .`, `./lib`, `git+https://...`. */
  | { readonly kind: 'source'; readonly source: string; readonly isEditable: boolean }
  /** `--no-binary NAMES`, `--only-binary NAMES`: separated by commas, `:all:` for all. */
  | { readonly kind: 'binary'; readonly isRefused: boolean; readonly names: readonly string[] }
  /** `--find-links ./wheels`: where packages are looked for, too. */
  | { readonly kind: 'links'; readonly place: string }
  /** `--require-hashes`: every package that comes is listed. */
  | { readonly kind: 'hashes' }
  | { readonly kind: 'unread' }
)

/**
 * Reads a requirements file. `valueOf` gives what `${NAME}` stands for; undefined where that is not known.
 * https://pip.pypa.io/en/stable/reference/requirements-file-format/
 */
export function readRequirementsFile(
  source: string,
  valueOf: (name: string) => string | undefined = () => undefined,
): readonly RequirementLine[] {
  return logicalLines(source).flatMap(({ text: written, line }): readonly RequirementLine[] => {
    const text = withVariables(written, valueOf)
    return text === '' ? [] : readLine(text).map((read) => ({ ...read, line, text: written }))
  })
}

type Read = RequirementLine extends infer Line
  ? Line extends RequirementLine
    ? Omit<Line, 'line' | 'text'>
    : never
  : never

/** What one line says, or the text of a requirement that stands elsewhere. */
export function readLine(text: string): readonly Read[] {
  if (text.startsWith('-')) return readOptions(text.split(' ').filter(Boolean))
  const at = text.indexOf(' -')
  const [own, options] = at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at)]
  const named = own.trim()
  if (isArchive(named)) return [{ kind: 'source', source: named, isEditable: false }]
  const requirement = readRequirement(named)
  if (requirement !== undefined)
    return [{ kind: 'package', requirement, isHashed: options.includes(' --hash') }]
  return isPlace(named)
    ? [{ kind: 'source', source: named, isEditable: false }]
    : [{ kind: 'unread' }]
}

const endings = ['.whl', '.zip', '.tar.gz', '.tgz', '.tar.bz2', '.tar.xz', '.tar']

const isArchive = (text: string) =>
  !text.includes('@') && endings.some((ending) => text.toLowerCase().endsWith(ending))

/** A path or an address; a marker may stand behind it. */
const isPlace = (text: string) => text.startsWith('.') || text.includes('/')

function readOptions(words: readonly string[]): readonly Read[] {
  const found: Read[] = []
  for (let at = 0; at < words.length; at++) {
    const { flag, value } = splitFlag(words[at] ?? '')
    const next = () => value ?? words[++at] ?? ''
    switch (flag) {
      case '-r':
      case '--requirement':
        found.push({ kind: 'file', path: unquoted(next()), isConstraint: false })
        break
      case '-c':
      case '--constraint':
        found.push({ kind: 'file', path: unquoted(next()), isConstraint: true })
        break
      case '-e':
      case '--editable':
        found.push({ kind: 'source', source: unquoted(next()), isEditable: true })
        break
      case '-f':
      case '--find-links':
        found.push({ kind: 'links', place: unquoted(next()) })
        break
      case '--no-binary':
      case '--only-binary':
        found.push({
          kind: 'binary',
          isRefused: flag === '--no-binary',
          names: next().split(','),
        })
        break
      case '--require-hashes':
        found.push({ kind: 'hashes' })
        break
      default:
    }
  }
  return found
}

/** `-ra.txt`, `--requirement=a.txt` */
function splitFlag(word: string): { readonly flag: string; readonly value: string | undefined } {
  const equals = word.indexOf('=')
  if (word.startsWith('--'))
    return equals < 0
      ? { flag: word, value: undefined }
      : { flag: word.slice(0, equals), value: word.slice(equals + 1) }
  return word.length > 2
    ? { flag: word.slice(0, 2), value: word.slice(equals === 2 ? 3 : 2) }
    : { flag: word, value: undefined }
}

const unquoted = (text: string) => {
  const quote = text.charAt(0)
  const isQuoted = text.length > 1 && (quote === '"' || quote === "'") && text.endsWith(quote)
  return isQuoted ? text.slice(1, -1) : text
}

/** Lines without comments, those that go on as one. A comment ends a line that goes on. */
function logicalLines(source: string): readonly { readonly text: string; readonly line: number }[] {
  const found: { text: string; line: number }[] = []
  let open: { text: string; line: number } | undefined
  const text = source.startsWith('\uFEFF') ? source.slice(1) : source
  text.split(/\r\n?|\n/).forEach((written, i) => {
    const isComment = written.trimStart().startsWith('#')
    const goesOn = !isComment && written.endsWith('\\')
    const own = goesOn ? written.slice(0, -1) : written
    open ??= { text: '', line: i + 1 }
    // A comment's sign is one behind white space alone: the line before may end without any.
    open.text += isComment ? ` ${own}` : own
    if (goesOn) return
    found.push(open)
    open = undefined
  })
  if (open !== undefined) found.push(open)
  return found.map(({ text: own, line }) => ({ text: withoutComment(own).trim(), line }))
}

function withoutComment(text: string): string {
  for (let at = text.indexOf('#'); at >= 0; at = text.indexOf('#', at + 1))
    if (at === 0 || text.charAt(at - 1).trim() === '') return text.slice(0, at)
  return text
}

/** https://pip.pypa.io/en/stable/reference/requirements-file-format/#using-environment-variables: a variable that is not set stays. */
function withVariables(text: string, valueOf: (name: string) => string | undefined): string {
  return text.includes('${')
    ? text.replace(/\$\{([A-Z0-9_]+)\}/g, (whole, name: string) => valueOf(name) ?? whole)
    : text
}

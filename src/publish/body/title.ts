import { posix } from 'node:path'
import { isSplit, migratedFiles, type TextSubject } from './subject.ts'

/** Characters that hosts show of a title, and git of a subject. */
const widest = 72

/** `build(api): build the image in two stages`, https://www.conventionalcommits.org/en/v1.0.0/ */
const conventional = /^([a-z]+)(\([^()]+\))?!?: (\S)/i

/** The title of a pull request and the subject of its commit: what is done, in the form that the repository's log has. */
export function titleOf(subject: TextSubject): string {
  const files = migratedFiles(subject)
  const splits = files.filter(isSplit).length
  const many = files.length > 1 ? `${files.length} Dockerfiles` : undefined
  const form = formOfLog(subject.subjects)
  if (form === undefined) {
    const place = many ?? shorten(subject.serviceTitle, 40)
    return splits > 0
      ? `Build ${place} in ${stages(subject)}`
      : `Harden the Dockerfile of ${place}`
          .replace(/ of Dockerfile$/, '')
          .replace('the Dockerfile of Dockerfile', 'Dockerfile')
          .replace(/Harden the Dockerfile of (\d+ Dockerfiles)/, 'Harden $1')
  }
  const scope = form.hasScopes ? `(${shorten(scopeOf(subject.serviceTitle), 24)})` : ''
  const where =
    form.hasScopes || many !== undefined ? '' : ` of ${shorten(subject.serviceTitle, 30)}`
  const what = many ?? `the image${where}`
  const words =
    splits > 0
      ? `build ${what} in ${stages(subject)}`
      : `harden ${many ?? `the Dockerfile${where}`}`
  return `build${scope}: ${form.isUpper ? words.charAt(0).toUpperCase() + words.slice(1) : words}`
}

function stages(subject: TextSubject): string {
  const counts = new Set(
    migratedFiles(subject)
      .filter(isSplit)
      .map(({ result }) => [...result.after.matchAll(/^FROM\s/gim)].length),
  )
  const [count] = counts
  return counts.size === 1 && count === 2 ? 'two stages' : 'stages'
}

/** The form that most subjects have; merges and reverts by git say nothing. */
function formOfLog(
  subjects: readonly string[],
): { readonly hasScopes: boolean; readonly isUpper: boolean } | undefined {
  const own = subjects.filter((subject) => !/^(Merge|Revert) /.test(subject))
  const found = own.map((subject) => conventional.exec(subject)).filter((match) => match !== null)
  if (found.length < 3 || found.length * 2 <= own.length) return undefined
  const scoped = found.filter(([, , scope]) => scope !== undefined).length
  const upper = found.filter(([, , , first = '']) => first !== first.toLowerCase()).length
  return { hasScopes: scoped * 2 > found.length, isUpper: upper * 2 > found.length }
}

function scopeOf(title: string): string {
  return posix.basename(title).replace(/[()\s]+/g, '-')
}

/** A path that is too long loses its middle. */
function shorten(path: string, width: number): string {
  if (path.length <= width) return path
  const half = Math.floor((width - 1) / 2)
  return `${path.slice(0, half)}…${path.slice(-half)}`
}

/** Cut to what is shown, at a word. */
export function fitTitle(title: string): string {
  const line = title.replace(/\s+/g, ' ').trim()
  if (line.length <= widest * 3) return line
  return `${line.slice(0, widest * 3 - 1)}…`
}

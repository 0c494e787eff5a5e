import {
  isWithin,
  ownValue,
  runtimeSources,
  type Command,
  type Project,
} from '../../../src/transform.ts'
import type { Framework } from './framework.ts'
import { nameAt, programWords } from './index.ts'
import { frameworkRows } from './rows.ts'

/** Options with which a command only prints what it would write: `php artisan key:generate --show`. */
const printing = new Set(['--show', '--help', '-h', '--dry-run', '--pretend'])

/**
 * Whether a command of a framework's console may write elsewhere in the image than the framework does while it serves: `php artisan storage:link`.
 * What the project's own commands write is read in its sources.
 */
export function writesBeside(command: Command, project: Project): boolean {
  const [script, ...words] = programWords(command)
  const rows = frameworkRows.filter(
    ({ console = '', running }) =>
      running !== undefined && `/${script ?? ''}`.endsWith(`/${console}`),
  )
  if (rows.length === 0 || words.some((word) => printing.has(word ?? ''))) return false
  const at = nameAt(words)
  const name = at < 0 ? 'list' : words[at]
  if (name === undefined) return true
  return !rows.some((row) => isKnown(name, words, row) ?? isOwn(name, project))
}

/** Whether all that a command leaves lies where the framework writes anyway; undefined for a command that no row has. */
function isKnown(
  name: string,
  words: readonly (string | undefined)[],
  { commands, idle, running, writes }: Framework,
): boolean | undefined {
  if (running?.has(name) === true || idle?.test(name) === true) return true
  if (words.some((word) => running?.has(`${name} ${word ?? ''}`))) return true
  return ownValue(commands, name)?.every((left) =>
    writes.some((folder) => isWithin(left.path, folder)),
  )
}

/** Whether a source of the project has the name of a command between quotes, alone or with its arguments: `$signature = 'import:users {file}'`. */
const isOwn = (name: string, project: Project): boolean =>
  runtimeSources(project, '', { withSeeds: true, without: [] }).some((path) => {
    const text = project.read(path) ?? ''
    return ["'", '"'].some((quote) =>
      [quote, ' ', '\n', '\r'].some((end) => text.includes(`${quote}${name}${end}`)),
    )
  })

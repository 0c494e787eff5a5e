import { resolve } from 'node:path'
import { readFileList } from './file-list.ts'
import { byCodeUnits, findDockerfiles } from './find-dockerfiles.ts'
import { missedByShell } from './missed-by-shell.ts'
import type { CliOptions } from '../cli-options.ts'
import { didYouMean } from '../did-you-mean.ts'
import { commands } from '../commands.ts'
import type { LeftOut, ListGitFiles } from './search-folder.ts'
import type { Surroundings } from './surroundings.ts'
import { UsageError } from '../usage-error.ts'

/** The Dockerfiles of a run, and what the user should know about the choice. */
export interface Choice {
  /** Sorted, each once. */
  readonly paths: readonly string[]
  readonly hints: readonly string[]
  /** Said with --quiet, too: what the search did not get to see. */
  readonly warnings: readonly string[]
}

/** Finds what the arguments and `--files-from` name. Throws UsageError where an argument matches nothing. */
export async function choosePaths(
  options: CliOptions,
  around: Surroundings,
  listGitFiles: ListGitFiles,
): Promise<Choice> {
  const { filesFrom } = options
  const listed =
    filesFrom === undefined ? [] : await readFileList(filesFrom, around.cwd, around.stdin)
  const isDefault = options.paths.length === 0 && filesFrom === undefined
  const found = await findDockerfiles(isDefault ? ['.'] : options.paths, around.cwd, listGitFiles)
  const hints: string[] = []
  const warnings = unseen(found.leftOut)
  if (found.unmatched.length > 0) {
    const message = isDefault
      ? 'there is no Dockerfile in the working directory or below it'
      : `no Dockerfile at ${found.unmatched.map((path) => JSON.stringify(path)).join(', ')}`
    if (!options.allowUnmatched) {
      const near = didYouMean(found.unmatched[0] ?? '', commands)
      const seen = warnings.map((warning) => `; ${warning}`).join('')
      throw new UsageError(`${message}${near}${seen}; --allow-unmatched accepts that`)
    }
    hints.push(message)
  }
  if (!options.quiet) hints.push(...(await missedByShell(options.paths, around.cwd, listGitFiles)))
  return { paths: eachOnce([...found.paths, ...listed], around.cwd), hints, warnings }
}

/** Places that are named; the others are counted. */
const mostNamed = 5

/** One sentence for all the places that a search did not get to see. */
function unseen(leftOut: readonly LeftOut[]): readonly string[] {
  if (leftOut.length === 0) return []
  const named = leftOut.slice(0, mostNamed).map(({ path, why }) => `${path} ${why}`)
  const more = leftOut.length > mostNamed ? [`and ${leftOut.length - mostNamed} more`] : []
  return [`Dockerfiles may be missing: ${[...named, ...more].join(', ')}`]
}

function eachOnce(paths: readonly string[], cwd: string): readonly string[] {
  const byPlace = new Map<string, string>()
  for (const path of paths) {
    const place = resolve(cwd, path)
    if (!byPlace.has(place)) byPlace.set(place, path)
  }
  return [...byPlace.values()].sort(byCodeUnits)
}

import type { Step } from '../../facts/stages/step.ts'
import { readInstall } from '../../knowledge/package-managers.ts'
import { runAt, type RunPlace } from '../place/run-place.ts'
import { runtimeText, type PlacedCommand } from './run-text.ts'
import type { Refusal } from '../refusals/refuse.ts'
import { unplaced } from '../place/unplaced.ts'

/**
 * The RUN without what only the build needs: commands, names of packages, paths, the -R of a `chown`. Where it can't be taken apart, it
 * stays whole if run time needs all of it, and the file is refused if not.
 */
export function shortened(
  step: Step,
  placed: readonly PlacedCommand[],
  leaves: RunPlace['leaves'],
  installs: readonly string[] = [],
): RunPlace | Refusal {
  const inBuilder = placed.some(isForBuild)
  const text = runtimeText(step, placed)
  if (text === undefined && placed.every(canStandWhole)) {
    const commands = placed.map(({ command }) => command)
    return runAt(inBuilder ? 'both' : 'run', commands)
  }
  if (text === undefined) return unplaced(step, 'does the build and sets up run time in one chain')
  const runtimeCommands = placed
    .filter((item) => !/^(build|leaves|packages)$/.test(item.place.kind) || isWholeInstall(item))
    .map(({ command }) => command)
  return {
    inBuilder,
    inRuntime: { text: text.replace(/\r?\n$/, '') },
    leaves,
    runtimeCommands,
    shortened: placed.flatMap(({ command, place }) =>
      place.kind === 'part' && (place.isFlat || place.dropped.length > 0) ? command : [],
    ),
    installs,
  }
}

/** It lacks nothing but the lists, which a RUN of its own has fetched. */
const isWholeInstall = ({ command, place }: PlacedCommand) =>
  place.kind === 'packages' &&
  place.packages.takesRecommended &&
  readInstall(command.argv)?.packages.every(({ text }) => place.packages.names.includes(text)) ===
    true

const isForBuild = ({ place }: PlacedCommand) =>
  place.kind === 'part' ? place.isForBuild : /^(build|leaves|both|packages)$/.test(place.kind)

const canStandWhole = ({ place }: PlacedCommand) =>
  place.kind === 'part'
    ? !place.isMissing && place.dropped.length === 0
    : /^(run|both|neutral)$/.test(place.kind)

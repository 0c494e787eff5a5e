import type { RunCommand } from '../../facts/commands/command.ts'
import { baseName, isWithin } from '../../facts/image-path.ts'
import type { Step } from '../../facts/stages/step.ts'
import {
  hasOwnOptions,
  readInstall,
  readPackageCommand,
  writeInstall,
} from '../../knowledge/package-managers.ts'
import { archiveFetchedBy } from '../../facts/effects/download-effects.ts'
import { effectsOf } from '../../facts/effects/effects.ts'
import type { CommandPlace, PlaceContext } from './command-place.ts'
import { placeCommand } from './place-command.ts'
import { isArtifact, isLeftByBuild } from './place-created.ts'
import { nowhere, type RunPlace } from './run-place.ts'
import type { PlacedCommand } from '../rewrite/run-text.ts'
import { shortened } from '../rewrite/shorten-run.ts'
import type { Refusal } from '../refusals/refuse.ts'
import { keepUsedDownloads } from './used-download.ts'
import { unknownCommand, unplaced } from './unplaced.ts'

/** Places a RUN by its commands. Refuses it where a command below the sources is unknown. */
export function placeRun(
  step: Step,
  commands: readonly RunCommand[] | undefined,
  isAfterSources: boolean,
  context: PlaceContext,
): RunPlace | Refusal {
  if (commands === undefined) {
    if (isAfterSources) return unplaced(step, "can't be read as a shell script")
    return { ...nowhere, inRuntime: 'whole' }
  }
  const first = keepUsedDownloads(
    commands.map((command) => ({ command, place: placeCommand(command, context) })),
  )
  const leaves = first
    .flatMap(({ place }) => (place.kind === 'leaves' ? place.paths : []))
    .filter(({ path }) => !isDeleted(path, commands))
  // A file that is copied from the builder keeps its mode: `curl -o /bin/x ... && chmod +x /bin/x`.
  // What an unknown command brings is known where later commands of the same RUN move it to its place.
  const moved = first.findLastIndex(
    ({ command, place }) =>
      (place.kind === 'leaves' && leaves.length > 0) || makesArtifact(command, context),
  )
  const placed = first.map((item, i) =>
    (item.place.kind === 'unknown' && i < moved) ||
    changesModeOf(leaves, item.command) ||
    isMadeByCopy(leaves, item.command, first) ||
    feedsBuild(item, first)
      ? { ...item, place: { kind: 'build' } as const }
      : item,
  )
  const unknown = placed.find(({ place }) => place.kind === 'unknown')
  if (unknown !== undefined) {
    if (isAfterSources) return unknownCommand(step, unknown.command, commands)
    return withUnknown(step, placed)
  }
  const kinds = new Set(placed.map(({ place }) => place.kind))
  const packages = placed.flatMap(({ place }) =>
    place.kind === 'packages' ? [place.packages] : [],
  )
  const [install] = packages
  if (install !== undefined) {
    const names = [
      ...new Set([...packages.flatMap((item) => item.names), ...wholeInstalls(placed)]),
    ]
    const rest = placed.filter(
      ({ place }) => (place.kind === 'run' || place.kind === 'both') && !isInstall(place, names),
    )
    if (rest.some(isMoreThanInstall) || placed.some(hasOwnWords))
      return shortened(step, placed, leaves, names)
    return {
      ...nowhere,
      inRuntime: { text: writeInstall(install.manager, names) },
      leaves,
      installs: names,
    }
  }
  if (!kinds.has('run') && !kinds.has('both') && !kinds.has('part')) return { ...nowhere, leaves }
  if (!kinds.has('build') && !kinds.has('leaves') && !kinds.has('part')) {
    return {
      ...nowhere,
      inBuilder: kinds.has('both'),
      inRuntime: 'whole',
      leaves,
      runtimeCommands: commands,
    }
  }
  return shortened(step, placed, leaves)
}

/** `curl ... | tar xz -C /opt`, `curl -O tool.tgz && tar xf tool.tgz`: for what only the builder does with it. */
function feedsBuild({ command, place }: PlacedCommand, all: readonly PlacedCommand[]): boolean {
  if (place.kind !== 'neutral') return false
  const isOfBuild = ({ place: { kind } }: PlacedCommand) => kind === 'build' || kind === 'leaves'
  const fed =
    archiveFetchedBy(command) === undefined
      ? all.filter(({ command: { link } }) => link?.kind === 'pipeline' && link === command.link)
      : all
  return fed.some(isOfBuild)
}

const makesArtifact = (command: RunCommand, context: PlaceContext) =>
  (effectsOf(command) ?? []).some(
    (effect) => effect.kind === 'creates' && !effect.isFolder && isArtifact(effect.path, context),
  )

function changesModeOf(leaves: RunPlace['leaves'], command: RunCommand): boolean {
  const effects = effectsOf(command) ?? []
  return (
    effects.length > 0 &&
    effects.every(
      (effect) =>
        effect.kind === 'changes' &&
        effect.what === 'mode' &&
        leaves.some(({ path }) => path === effect.path),
    )
  )
}

/** `mkdir -p /opt/tool` above what fills it: the COPY makes the folders of its path, and nothing else of the RUN looks for them. */
function isMadeByCopy(
  leaves: RunPlace['leaves'],
  command: RunCommand,
  all: readonly PlacedCommand[],
): boolean {
  const effects = effectsOf(command) ?? []
  return (
    baseName(command.name ?? '') === 'mkdir' &&
    effects.length > 0 &&
    effects.every(
      (effect) =>
        effect.kind === 'creates' &&
        effect.isFolder &&
        leaves.some(({ path }) => isWithin(path, effect.path)) &&
        !all.some(
          ({ command: { name, argv, cwd }, place }) =>
            argv !== command.argv &&
            name !== 'ln' &&
            !/^(build|leaves)$/.test(place.kind) &&
            (isWithin(cwd ?? '/', effect.path) || argv.some((word) => word?.includes(effect.path))),
        ),
    )
  )
}

/** Whether a later command of the same RUN deletes or moves it. */
function isDeleted(path: string, commands: readonly RunCommand[]): boolean {
  const effects = commands.flatMap((command) => effectsOf(command) ?? [])
  const last = effects.findLast(
    (effect) =>
      (effect.kind === 'deletes' && isWithin(path, effect.path)) ||
      (effect.kind === 'creates' && effect.path === path),
  )
  return last?.kind === 'deletes'
}

/** An unknown command above the sources goes to both stages, without the commands of its RUN that are known to be for the build. */
function withUnknown(step: Step, placed: readonly PlacedCommand[]): RunPlace | Refusal {
  const hasBuild = placed.some(
    ({ command, place }) => place.kind === 'build' && !isOfNoWeight(command),
  )
  if (!hasBuild)
    return { ...nowhere, inRuntime: 'whole', runtimeCommands: placed.map(({ command }) => command) }
  return unplaced(step, "mixes build tools with a command whose purpose can't be known")
}

/** It works on what the build leaves in `/tmp` and the like: the same in either stage. */
const isOfNoWeight = (command: RunCommand) =>
  effectsOf(command)?.every((effect) => effect.kind !== 'users' && isLeftByBuild(effect.path)) ===
  true

/** `ACCEPT_EULA=Y apt-get install ...`: a line of ours would lose it; Debian's own questions have answers. Options, and what packages recommend. */
const hasOwnWords = ({ command, place }: PlacedCommand) =>
  place.kind === 'packages' &&
  (place.packages.takesRecommended ||
    [readInstall(command.argv)].some((call) => call !== undefined && hasOwnOptions(call)) ||
    [...command.assignments.keys()].some((name) => !/^(DEBIAN_FRONTEND|DEBCONF_\w+)$/.test(name)))

const isInstall = (place: CommandPlace, names: readonly string[]) =>
  place.kind === 'packages' && names.length > 0

/** What no line of ours does: another program's work, an upgrade of all. */
function isMoreThanInstall({ command }: PlacedCommand): boolean {
  const call = packageCall(command)
  return call === undefined || call.action === 'upgrade'
}

const packageCall = ({ name, args }: RunCommand) => readPackageCommand([name, ...args])

/** Packages of installs that are needed as a whole, beside one that is not. */
function wholeInstalls(placed: readonly PlacedCommand[]): readonly string[] {
  return placed.flatMap(({ command, place }) => {
    const call = place.kind === 'both' ? packageCall(command) : undefined
    return call?.action === 'install' ? call.packages.map(({ text }) => text) : []
  })
}

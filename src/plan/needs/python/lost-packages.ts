import { commandEvidence } from '../../../facts/evidence.ts'
import type { Facts } from '../../../facts/facts.ts'
import { baseName } from '../../../facts/image-path.ts'
import { lineage, type StageFacts } from '../../../facts/stages/stage-facts.ts'
import { minorOf } from '../../../knowledge/version.ts'
import type { FileNeed } from '../seen/file-need.ts'
import { isCarried } from './carried.ts'
import { installsIn, installsOfProgram, isSameInstall, type StageInstall } from './installs.ts'
import { isConsoleScript, startsOf, startsPython } from './starts.ts'

/** An install of the author, and where the new file has its packages; undefined where no stage installs them. */
export interface Placed {
  readonly install: StageInstall
  readonly now: StageInstall | undefined
  /** Whether the runtime stage has them where the install puts them. */
  readonly isThere: boolean
}

/** The author's installs, with what came of them. */
export function placedInstalls(before: Facts, after: Facts): readonly Placed[] {
  const all = after.stages.flatMap((stage) =>
    installsIn(stage, after.project).filter((item) => item.stage === stage),
  )
  return installsOfProgram(before, after).map((install): Placed => {
    const same = all.filter(({ command }) => isSameInstall(command, install.command))
    const there = same.find((item) => hasPackages(item, before, after))
    return { install, now: there ?? same[0], isThere: there !== undefined }
  })
}

/** The environments that the runtime stage should have, and has not: the builder's, at their own path. */
export function environmentNeeds(before: Facts, after: Facts): readonly FileNeed[] {
  if (before.stages.length === after.stages.length || !startsPython(before)) return []
  const lost = placedInstalls(before, after).flatMap(
    ({ install, now, isThere }): readonly FileNeed[] =>
      isThere || now?.place.kind !== 'environment'
        ? []
        : [
            {
              contextPath: undefined,
              path: now.place.folder,
              isFolder: true,
              evidence: commandEvidence(install.command),
              maker: install.command.step.instruction,
            },
          ],
  )
  return [...new Map(lost.map((need) => [need.path, need])).values()]
}

/** The first packages that the program may import and that the runtime stage does not have, as the start of a sentence. */
export function lostPackages(before: Facts, after: Facts): string | undefined {
  const lost = placedInstalls(before, after).find(({ isThere }) => !isThere)
  if (lost === undefined) return undefined
  const { text } = commandEvidence(lost.install.command)
  const { now } = lost
  if (now === undefined) return `what \`${text}\` installs would not be installed`
  const place = now.place.kind === 'interpreter' ? `the builder's own packages` : whereIs(now)
  return `what \`${text}\` installs, into ${place}, would not be in the runtime stage at that path`
}

const whereIs = ({ place }: StageInstall) =>
  'folder' in place ? place.folder : 'a folder that only a build shows'

/** Whether the final stage has the packages of an install, and the console scripts of it that the container starts. */
function hasPackages({ place, stage }: StageInstall, before: Facts, after: Facts): boolean {
  if (lineage(after.final).includes(stage)) return true
  switch (place.kind) {
    case 'environment':
    case 'folder':
      return isCarried(place.folder, stage, after)
    case 'interpreter':
      return (
        isCarried(libraryOf(stage), stage, after) &&
        scriptsOf(before).every((name) => isCarried(`/usr/local/bin/${name}`, stage, after))
      )
    case 'unknown':
      return false
  }
}

/** The folder of packages of a stage's own Python: /usr/local/lib/python3.12/site-packages, and what Debian calls it. */
function libraryOf({ base }: StageFacts): string | RegExp {
  const minor = minorOf(base.version)
  return base.family === 'python' && minor?.includes('.') === true
    ? `/usr/local/lib/python${minor}/site-packages`
    : /^\/(usr(\/local(\/lib(\/python\d(\.\d+)?(\/(site|dist)-packages)?)?)?)?)?$/
}

/** The console scripts that the container starts, by name or by the path that the image's own Python gives them. */
const scriptsOf = (before: Facts): readonly string[] =>
  startsOf(before)
    .flat()
    .flatMap((process) =>
      process.name !== undefined && isConsoleScript(process, before) ? baseName(process.name) : [],
    )

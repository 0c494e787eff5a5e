import type { RunCommand } from '../../facts/commands/command.ts'
import type { Facts } from '../../facts/facts.ts'
import type { Process } from '../../facts/follow/process.ts'
import { baseName, resolvePath } from '../../facts/image-path.ts'
import { unpackedBy } from '../../facts/effects/unpack-effects.ts'
import { isPosixShell } from '../../dockerfile/shell/shells.ts'
import { packageOfProgram } from '../../knowledge/programs.ts'
import { effectsOf } from '../../facts/effects/effects.ts'
import { isBuiltin } from '../base/runtime-needs.ts'
import { programsBrought } from '../place/programs-brought.ts'
import { pathFolders } from '../../knowledge/images/image-folders.ts'
import { unknownProgram } from '../../programs/behaviour.ts'
import { processesOf, scriptOf } from '../needs/seen/entries.ts'
import { seePrograms } from '../needs/seen/see-programs.ts'
import type { SeenProgram } from '../needs/seen/seen-program.ts'
import type { FullSplit } from '../split.ts'

/** Whether it is seen of all that runs in the container which programs it starts. */
export function areStartsKnown(facts: Facts, split: FullSplit): boolean {
  const { programs, gaps } = seePrograms(facts)
  const { programs: stated } = facts.project.preferences.statements
  const unread = stated === undefined ? facts.start?.stated.unread : []
  const open = [
    ...(facts.start?.openEnds ?? []),
    ...(unread ?? []),
    ...(facts.health?.openEnds ?? []),
  ]
  return (
    gaps.length === 0 &&
    open.length === 0 &&
    programs.every(isRead) &&
    processesOf(facts).every((process) => isKnown(process, facts, split))
  )
}

const isRead = ({ graph, go, isWhole }: SeenProgram) =>
  isWhole !== true &&
  go?.gap === undefined &&
  graph.modules.length > 0 &&
  graph.gap === undefined &&
  !graph.gaps.some(({ what }) => what === 'loads') &&
  unknownProgram(graph) === undefined

/** They run sources that nobody reads here. */
const unread = /^(python|pip|ruby|perl|php|java|gem|bundle|dotnet|lua|Rscript|erl)/

/** A program of a package or of the image, one that is built or copied here, or one of an archive. */
function isKnown(process: Process, facts: Facts, split: FullSplit): boolean {
  const { name, cwd, bin } = process
  if (name === undefined) return false
  const program = baseName(name)
  if (bin !== undefined || isPosixShell(program) || isBuiltin(program)) return true
  if (unread.test(program)) return false
  const { base, commands } = facts.final
  const isOfTable =
    base.packageManager !== undefined &&
    packageOfProgram(base.packageManager, program) !== undefined
  if (isOfTable || split.artifacts.some(({ path, target = path }) => baseName(target) === program))
    return true
  if (commands.some((command) => makes(command, program))) return isUnpacked(program, facts, split)
  const path = name.includes('/') ? resolvePath(cwd, name) : undefined
  return (
    scriptOf(process) !== undefined ||
    base.hasProgram(program) === true ||
    split.providesProgram(program) === true ||
    (path !== undefined && facts.contextPath(path) !== undefined) ||
    isUnpacked(program, facts, split)
  )
}

const makes = (command: RunCommand, program: string) =>
  effectsOf(command)?.some(
    (effect) => effect.kind === 'creates' && baseName(effect.path) === program,
  ) === true

/** It comes out of an archive; a file that is downloaded as it is may be a script. */
function isUnpacked(program: string, facts: Facts, split: FullSplit): boolean {
  const { commands } = facts.final
  const unpacking = commands.filter((command) => unpackedBy(command) !== undefined)
  const steps = new Set(unpacking.map(({ step }) => step))
  const isBrought = unpacking.length > 0 && programsBrought(facts, split).includes(program)
  return (
    unpacking.some((command) => {
      const { folder = '', members = [] } = unpackedBy(command) ?? {}
      return (
        pathFolders.includes(folder) &&
        (isBrought || members.some((path) => baseName(path) === program))
      )
    }) ||
    commands.some(
      (command) =>
        steps.has(command.step) &&
        /^(mv|cp|install|ln)$/.test(command.name ?? '') &&
        makes(command, program),
    )
  )
}

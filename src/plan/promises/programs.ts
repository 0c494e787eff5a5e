import { placeOf } from '../../facts/evidence.ts'
import { effectsOf } from '../../facts/effects/effects.ts'
import type { Facts } from '../../facts/facts.ts'
import { baseName } from '../../facts/image-path.ts'
import { installedPackages } from '../../facts/installed-packages.ts'
import type { StageFacts } from '../../facts/stages/stage-facts.ts'
import { leavesOf } from '../../facts/tool-rows.ts'
import { programName } from '../../knowledge/images/image-folders.ts'
import { placeOfPackage } from '../../knowledge/os-packages.ts'
import { bringsProgramsOf, isOfPrograms, packageOfProgram } from '../../knowledge/programs.ts'
import { processesOf, startsTheSame } from '../needs/seen/entries.ts'
import { lackingPackages } from '../needs/lost/lacking-packages.ts'
import { seeAgain } from '../needs/lost/lacks.ts'
import { seenBehaviour } from '../needs/seen/seen-behaviour.ts'
import type { PromiseCheck } from './promise.ts'

/** A program that is called by its name, and who calls it. */
interface Called {
  readonly program: string
  readonly by: string
}

/** Every program that the runtime stage's RUNs, the container's commands and the program call is in the final stage, if the author's image had it. */
export const programs: PromiseCheck = {
  code: 'promise-program',
  check: ({ before, after }) => {
    if (before.stages.length === after.stages.length) return undefined
    const lost = calledIn(before, after).find(
      ({ program }) => has(program, before) === true && has(program, after) === false,
    )
    if (lost === undefined) return lackingPackage(before, after)
    return `${lost.by} calls ${lost.program}, which the runtime stage would not have`
  },
}

function lackingPackage(before: Facts, after: Facts): string | undefined {
  const [lacking] = lackingPackages(before, after)
  return (
    lacking &&
    `${lineOf(lacking.command.step.instruction.line)} needs ${lacking.name}, which the runtime stage would not have by then`
  )
}

function calledIn(before: Facts, after: Facts): readonly Called[] {
  const built = after.final.commands.flatMap(({ name, step }) =>
    called(name, lineOf(step.instruction.line)),
  )
  if (!startsTheSame(before, after)) return built
  const run = processesOf(after).flatMap(({ name, bin }) =>
    bin === undefined ? called(name, 'the container') : [],
  )
  const seen = seeAgain(before, after).programs.flatMap((program) =>
    seenBehaviour(program).programs.flatMap(({ name, evidence }) =>
      called(name, placeOf(evidence)),
    ),
  )
  return [...built, ...run, ...seen]
}

const lineOf = (line: number) => `line ${line} of the new file`

function called(name: string | undefined, by: string): readonly Called[] {
  const program = programName(name ?? '/')
  return program.includes('/') ? [] : [{ program, by }]
}

/** Whether the final stage has a program; undefined where nothing shows it. */
function has(program: string, facts: Facts): boolean | undefined {
  const { final } = facts
  const known = final.base.hasProgram(program)
  if (known === true) return true
  const manager = final.base.packageManager
  const wanted = manager === undefined ? undefined : packageOfProgram(manager, program)
  const installs = installedPackages(final.commands).filter(({ isRemoved }) => !isRemoved)
  if (
    wanted !== undefined &&
    installs.some((item) => bringsProgramsOf(item.manager, item.name, wanted))
  )
    return true
  const mayBeBrought =
    final.unreadable.length > 0 ||
    installs.some(
      ({ manager: by, name }) => !isOfPrograms(by, name) && placeOfPackage(by, name) === undefined,
    ) ||
    isLeft(program, final, facts) ||
    isCopied(program, final)
  return mayBeBrought || known === undefined ? undefined : false
}

/** A command of the stage puts it somewhere. */
const isLeft = (program: string, { commands }: StageFacts, facts: Facts) =>
  commands.some(
    (command) =>
      leavesOf(command, facts)?.programs.includes(program) === true ||
      effectsOf(command)?.some(
        (effect) =>
          effect.kind === 'creates' &&
          (baseName(effect.path) === program || effect.isFilled === true),
      ) === true,
  )

/** A copy can bring it: under its name, or in a folder that nobody looks into. */
const isCopied = (program: string, { copies }: StageFacts) =>
  copies.some(
    ({ destination, sources, from }) =>
      destination === undefined ||
      [destination, ...sources].some((path) => baseName(path) === program) ||
      (from !== undefined && /^\/(usr(\/local)?|opt)(\/s?bin)?\/?$/.test(destination)),
  )

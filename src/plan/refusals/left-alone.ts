import type { Instruction } from '../../dockerfile/instruction.ts'
import type { Facts } from '../../facts/facts.ts'
import type { StageFacts } from '../../facts/stages/stage-facts.ts'
import { readInstall } from '../../knowledge/package-managers.ts'
import { effectsOf } from '../../facts/effects/effects.ts'
import type { LeftAlone } from '../outcome.ts'
import { refusals, type CodeOf } from './refusals.ts'
import { nothingToLeave } from './nothing-to-leave.ts'
import { leave, refuse, type Refusal } from './refuse.ts'

/** A file with one stage that no ecosystem knows. */
export function noTransform({ final }: Facts): Refusal {
  const builds = final.steps.some(
    ({ instruction }) => instruction.keyword === 'RUN' && !isSetup(instruction, final),
  )
  if (!builds) return nothingToLeave
  const { base } = final
  return refuse(
    'no-transform',
    `No transform covers ${base.family === 'unknown' ? base.reference.text : base.family} images with what this file does yet.`,
    final.stage.from.line,
  )
}

/** A RUN that installs packages or changes files, and builds nothing. */
function isSetup(instruction: Instruction, { commands }: StageFacts): boolean {
  const own = commands.filter(({ step }) => step.instruction === instruction)
  return (
    own.length > 0 &&
    own.every(
      (command) => readInstall(command.argv) !== undefined || effectsOf(command) !== undefined,
    )
  )
}

/** A file that no rule changes. `left` says why it keeps one stage, `stays` are all reasons for what was found and left, this one among them. */
export function nothingToDo(
  { stages }: Facts,
  left: Refusal | undefined,
  stays: readonly string[],
): Refusal {
  if (left !== undefined) return { ...left, reason: stays.join(' ') }
  const reason = (sentence: string) => [sentence, ...stays].join(' ')
  if (stages.length > 1)
    return leave(
      'already-multi-stage',
      reason(`The file has ${stages.length} stages already, and no rule has anything to improve.`),
    )
  return leave('nothing-to-improve', reason('No rule that is switched on has anything to improve.'))
}

/** With --safe. */
export const needsReview = leave(
  'needs-review',
  'The split rests on an assumption, and --safe leaves out what needs review.',
)

/** A migration that broke a promise. */
export const withdrawn = (code: CodeOf<'refused'>, problem: string) =>
  refuse(code, `The migration was made and withdrawn: ${problem}.`)

/** A refusal as an outcome. */
export function leftAlone(ecosystem: string | undefined, refusal: Refusal): LeftAlone {
  const { kind, code, reason, line } = refusal
  return { outcome: kind, ecosystem, code, reason, help: refusals[code].help, line }
}

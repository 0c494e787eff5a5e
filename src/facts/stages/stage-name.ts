import type { Instruction } from '../../dockerfile/instruction.ts'
import type { StageFacts } from './stage-facts.ts'

/** Names of stages and images that the lines of these stages use, lower-cased: a new stage of one of them would be taken for it. */
export function namesInUse(stages: readonly StageFacts[]): ReadonlySet<string> {
  return new Set(
    stages.flatMap(({ stage, steps }) => [
      stage.name ?? '',
      stage.base.toLowerCase(),
      ...steps.flatMap(({ instruction }) => instruction.flags.map(sourceOf)),
    ]),
  )
}

/** The image or stage that `--from=x` or `--mount=from=x` names, lower-cased; '' for other flags. */
export const sourceOf = ({ name, value = '' }: Instruction['flags'][number]) =>
  (name === 'from' ? value : (/\bfrom=([^,]+)/.exec(value)?.[1] ?? '')).toLowerCase()

/** The first of the wanted names that nothing uses; else the last with a number. */
export function freeName(wanted: readonly string[], inUse: ReadonlySet<string>): string {
  const free = wanted.find((name) => !inUse.has(name))
  if (free !== undefined) return free
  const last = wanted.at(-1) ?? 'builder'
  for (let number = 2; ; number++) if (!inUse.has(`${last}-${number}`)) return `${last}-${number}`
}

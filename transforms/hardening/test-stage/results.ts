import {
  baseName,
  findStage,
  lineage,
  type Facts,
  type Instruction,
  type StageFacts,
} from '../../../src/transform.ts'
import type { TestRun } from './test-runs.ts'

/** What test runners call what they write. */
const results =
  /^(\.?coverage(-final|-summary)?(\.\w+)?|cover(\.out)?|lcov(\.info|-report)?|junit(\.xml)?|test-?(results?|reports?)(\.\w+)?|reports?|clover\.xml|phpunit(\.xml)?-?report)$/i

/** A file that a flag names: `-coverprofile=c.out`. */
const report = /\.(out|xml|json|html|txt|lcov|info|tap|prof)$/i

/** The first instruction that takes what the tests write: a report, the figures of coverage. */
export function usesResults(
  stage: StageFacts,
  tests: readonly TestRun[],
  { stages }: Facts,
): Instruction | undefined {
  const last = tests.at(-1)?.step.index ?? 0
  const said = tests.flatMap(({ words }) => words.map((word) => word.split('=').at(-1) ?? word))
  const isResult = (path: string) => {
    const plain = path.replace(/\/+$/, '')
    const names = plain.split('/')
    return (
      names.some((name) => results.test(name)) ||
      said.some((word) => report.test(word) && baseName(word) === baseName(plain))
    )
  }
  const heirs = stages.filter((other) => lineage(other).includes(stage))
  for (const other of stages) {
    for (const { from, sources, step } of other.copies) {
      const source = from === undefined ? undefined : findStage(stages, from)
      if (source !== undefined && heirs.includes(source) && sources.some(isResult))
        return step.instruction
    }
    if (!heirs.includes(other)) continue
    const later = other.commands.find(
      ({ step, args }) =>
        (other !== stage || step.index > last) &&
        args.some((arg) => arg !== undefined && isResult(arg)),
    )
    if (later !== undefined) return later.step.instruction
  }
  return undefined
}

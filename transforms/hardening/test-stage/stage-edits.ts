import {
  freeName,
  lineage,
  namesInUse,
  splice,
  type Edit,
  type Facts,
  type StageFacts,
} from '../../../src/transform.ts'
import type { TestRun } from './test-runs.ts'

export interface StageNames {
  readonly test: string
  /** What stands above the tests; undefined where they end the stage. */
  readonly above: string | undefined
}

/** The names of the stages that come of one. */
export function namesOf(
  stage: StageFacts,
  tests: readonly TestRun[],
  { stages, final }: Facts,
): StageNames {
  const inUse = namesInUse(stages)
  const last = tests.at(-1)
  const isAtEnd =
    last?.behind === undefined &&
    last?.step === stage.steps.at(-1) &&
    stage.stage.name !== undefined &&
    !lineage(final).includes(stage)
  return {
    test: freeName(['test', 'tests'], inUse),
    above: isAtEnd ? undefined : freeName(['base', 'prepared'], inUse),
  }
}

/** The edits that put the tests, which stand one below the other, into a stage. */
export function stageEdits(
  { stage }: StageFacts,
  tests: readonly TestRun[],
  { test, above }: StageNames,
): readonly Edit[] {
  const { name, from } = stage
  const toTests = `FROM ${above ?? name ?? ''} AS ${test}`
  const onwards =
    above === undefined ? undefined : `FROM ${above}${name === undefined ? '' : ` AS ${name}`}`
  const edits: Edit[] = []
  tests.forEach(({ step, before, tests: text, behind }, i) => {
    const { instruction } = step
    const add = (kind: 'insert-before' | 'insert-after', line: string, isStage: boolean) =>
      edits.push({ kind, instruction, text: line, ...(isStage ? { isApart: true } : {}) })
    const replace = (line: string) => edits.push({ kind: 'replace', instruction, text: line })
    const isFirst = i === 0
    const isLast = i === tests.length - 1
    if (before !== undefined) replace(before)
    else if (behind !== undefined) replace(behind)
    const place = before === undefined ? 'insert-before' : 'insert-after'
    if (isFirst) add(place, toTests, true)
    if (before !== undefined || behind !== undefined) add(place, text, false)
    if (!isLast || onwards === undefined) return
    const isAbove = before === undefined && behind !== undefined
    add(isAbove ? 'insert-before' : 'insert-after', onwards, true)
    if (before !== undefined && behind !== undefined) add('insert-after', behind, false)
  })
  if (above === undefined) return edits
  const [image, , own] = from.words
  const span =
    own === undefined
      ? { start: image?.end ?? 0, end: image?.end ?? 0, text: ` AS ${above}` }
      : { start: own.start, end: own.end, text: above }
  const renamed = splice(from.text, [span])
  return [{ kind: 'replace', instruction: from, text: renamed }, ...edits]
}

import type { Rule, RuleContext, StageFacts, Stays } from '../../../src/transform.ts'
import { evidenceOf } from '../evidence.ts'
import { countsStages, neededStages } from '../needed-stages.ts'
import { usesResults } from './results.ts'
import { namesOf, stageEdits } from './stage-edits.ts'
import { isTestRun, testRunsOf, type TestRun } from './test-runs.ts'

/**
 *   FROM golang:1.22 AS builder          FROM golang:1.22 AS base
 *   COPY . .                             COPY . .
 *   RUN go test ./...              =>
 *   RUN go build -o /api                 FROM base AS test
 *                                        RUN go test ./...
 *   FROM scratch
 *   COPY --from=builder /api /api        FROM base AS builder
 *                                        RUN go build -o /api
 *                                        ...
 *
 * What stands below the tests never sees what they leave behind, and the tests see what they saw: the stage is cut where they stand. Behind the
 * last line of a builder a stage `FROM builder` is the same.
 */
export const testStage: Rule = {
  name: 'test-stage',
  title: 'Tests in a stage of their own',
  isOptional: true,
  about: {
    why: 'Tests that are a step of the build run whenever the image is built, and make it slower for whoever only wants the image. In a stage of their own they run side by side with the build, by `docker build --target test .`, and nothing else runs them.',
    risk: 'An image is built although a test fails. Whoever builds it has to build the stage `test`, too, as a step before.',
    example: {
      file: 'Dockerfile',
      before:
        'FROM golang:1.22 AS builder\nCOPY . .\nRUN go build -o /api\nRUN go test ./...\nFROM alpine:3.20\nCOPY --from=builder /api /api\n',
      after:
        'FROM golang:1.22 AS builder\nCOPY . .\nRUN go build -o /api\n\nFROM builder AS test\nRUN go test ./...\n\nFROM alpine:3.20\nCOPY --from=builder /api /api\n',
    },
  },
  apply: (context) => {
    const { facts, input } = context
    const needed = neededStages(facts)
    const found = [...needed].flatMap((stage) => {
      const runs = testRunsOf(stage, context)
      return runs.length === 0 ? [] : [{ stage, runs }]
    })
    const [first, ...others] = found
    if (first === undefined) return undefined
    const { stage, runs } = first
    const tests = runs.filter(isTestRun)
    const why = whyNot(stage, tests, context)
    const line = runs[0]?.step.instruction.line
    if (others.length > 0) return stays(line, 'tests stand in several stages')
    if (tests.length < runs.length) return stays(line, 'the RUN does more than can be taken apart')
    if (why !== undefined) return stays(line, why)
    const names = namesOf(stage, tests, facts)
    const { dockerfile = 'Dockerfile' } = facts.project
    const file = dockerfile === 'Dockerfile' ? '' : ` -f ${dockerfile}`
    return {
      change: {
        rule: 'test-stage',
        title: 'Run the tests in a stage of their own',
        why: `They are no step on the way to the image any more: \`docker build --target ${names.test}${file} .\` runs them.`,
        risk: 'review',
        assumption: `Whoever builds the image runs the tests, too, by \`docker build --target ${names.test}${file} .\`: a build of the image alone no longer stops where one fails.`,
        evidence: tests.map(({ step }) => evidenceOf(step.instruction, input)),
      },
      edits: stageEdits(stage, tests, names),
    }
  },
}

const stays = (line: number | undefined, why: string): Stays => ({
  stays: `The tests of line ${line ?? 1} stay where they are: ${why}.`,
})

/** Why the tests can't have a stage of their own, as a clause. */
function whyNot(
  stage: StageFacts,
  tests: readonly TestRun[],
  { facts }: RuleContext,
): string | undefined {
  const [first] = tests
  const last = tests.at(-1)
  if (first === undefined || last === undefined) return undefined
  const between = stage.steps.slice(first.step.index, last.step.index + 1)
  const isOne = between.every((step) => tests.some((run) => run.step === step))
  if (!isOne) return 'other steps stand between them'
  if (tests.some((run, i) => (i > 0 && run.before) ?? (i < tests.length - 1 && run.behind)))
    return 'other steps stand between them'
  if (countsStages(facts)) return 'a COPY names a stage by its number, which one more would change'
  const above = stage.steps.slice(0, first.step.index)
  if (above.some(({ instruction }) => instruction.keyword === 'ONBUILD'))
    return 'an ONBUILD above them would run in each stage'
  if (
    above.some(({ instruction }) => instruction.keyword === 'CMD') &&
    stage.steps.some(
      ({ instruction, index }) => index > last.step.index && instruction.keyword === 'ENTRYPOINT',
    )
  )
    return 'an ENTRYPOINT below them would take the CMD away that stands above'
  const result = usesResults(stage, tests, facts)
  return result === undefined ? undefined : `line ${result.line} uses what they write`
}

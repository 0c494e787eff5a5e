import {
  freeName,
  namesInUse,
  splice,
  type Edit,
  type Facts,
  type Instruction,
  type Rule,
  type StageFacts,
} from '../../../src/transform.ts'
import { evidenceOf } from '../evidence.ts'

/** A `COPY --from=0` and the stage that it means. */
interface Reference {
  readonly instruction: Instruction
  readonly stage: StageFacts
}

/**
 *   FROM golang:1.22               FROM golang:1.22 AS builder
 *   ...                       =>   ...
 *   COPY --from=0 /api /api        COPY --from=builder /api /api
 *
 * Only COPY: the `from=` of a mount is never a stage's number (frontend/dockerfile/dockerfile2llb/convert_runmount.go).
 */
export const stageNames: Rule = {
  name: 'stage-names',
  title: 'Names for stages that are referred to by number',
  about: {
    why: 'A number means another stage as soon as one is added or moved; a name stays right, and says what the stage is for.',
    risk: 'None is known: the same stages are built, and copied from.',
    example: {
      file: 'Dockerfile',
      before: 'FROM golang:1.22\nFROM alpine:3.20\nCOPY --from=0 /api /api\n',
      after: 'FROM golang:1.22 AS builder\nFROM alpine:3.20\nCOPY --from=builder /api /api\n',
    },
  },
  apply: ({ facts, input }) => {
    const references = referencesByNumber(facts)
    if (references.length === 0) return undefined
    const stages = [...new Set(references.map(({ stage }) => stage))]
    const names = chooseNames(stages, facts)
    const edits: Edit[] = []
    for (const stage of stages)
      if (stage.stage.name === undefined) edits.push(nameStage(stage, names.get(stage) ?? ''))
    for (const { instruction, stage } of references)
      edits.push(referTo(instruction, names.get(stage) ?? ''))
    return {
      change: {
        rule: 'stage-names',
        title: `Refer to ${[...names.values()].map((name) => `"${name}"`).join(' and ')} by name`,
        why: 'A number means another stage as soon as one is added or moved; a name stays right, and says what the stage is for.',
        risk: 'safe',
        evidence: references.map(({ instruction }) => evidenceOf(instruction, input)),
      },
      edits,
    }
  },
}

function referencesByNumber({ stages }: Facts): readonly Reference[] {
  return stages.flatMap(({ stage, steps }) =>
    steps.flatMap(({ instruction }) => {
      if (instruction.keyword !== 'COPY') return []
      const from = fromFlag(instruction)?.value
      if (from === undefined || !/^\d+$/.test(from)) return []
      const meant = stages[Number(from)]
      return meant === undefined || meant.stage.index >= stage.index || !hasOwnName(meant, stages)
        ? []
        : [{ instruction, stage: meant }]
    }),
  )
}

/** Of two stages of one name, the name means the later one. */
const hasOwnName = ({ stage }: StageFacts, stages: readonly StageFacts[]) =>
  stage.name === undefined || stages.filter((other) => other.stage.name === stage.name).length === 1

/** The flag, where it is written on one line and without quotes. */
function fromFlag({ flags, text }: Instruction) {
  return flags.find(
    ({ name, value, start, end }) =>
      name === 'from' && text.slice(start, end) === `--from=${value}`,
  )
}

/** One name for each stage: its own, or `builder`, or one that says what image it is on. */
function chooseNames(
  stages: readonly StageFacts[],
  { stages: all }: Facts,
): ReadonlyMap<StageFacts, string> {
  const taken = new Set(namesInUse(all))
  const builders = stages.filter((facts) => facts.stage.name === undefined && isBuilder(facts))
  const names = new Map<StageFacts, string>()
  for (const facts of stages) {
    const wanted = builders.length === 1 && isBuilder(facts) ? ['builder'] : []
    const name = nameAsWritten(facts) ?? freeName([...wanted, imageName(facts)], taken)
    names.set(facts, name)
    taken.add(name)
  }
  return names
}

/** A stage without a RUN only hands on what its image has. */
const isBuilder = ({ steps }: StageFacts) =>
  steps.some(({ instruction }) => instruction.keyword === 'RUN')

/** 'golang-builder', 'envoy' */
function imageName(facts: StageFacts): string {
  const image = facts.base.family === 'unknown' ? facts.stage.base : facts.base.family
  const name = image
    .toLowerCase()
    .replace(/^.*\//, '')
    .replace(/[:@].*$/, '')
  const isName = /^[a-z][a-z0-9_.-]*$/.test(name)
  if (!isBuilder(facts)) return isName ? name : 'files'
  return isName ? `${name}-builder` : 'builder'
}

/** The name as the author wrote it; BuildKit compares without case. */
function nameAsWritten({ stage }: StageFacts): string | undefined {
  return stage.name === undefined ? undefined : (stage.from.words.at(-1)?.raw ?? stage.name)
}

/** BuildKit warns where FROM and AS are not in the same casing. */
function nameStage({ stage }: StageFacts, name: string): Edit {
  const { from } = stage
  const at = from.words.at(-1)?.end ?? from.text.trimEnd().length
  const as = from.text.startsWith('from') ? 'as' : 'AS'
  const text = splice(from.text, [{ start: at, end: at, text: ` ${as} ${name}` }])
  return { kind: 'replace', instruction: from, text }
}

function referTo(instruction: Instruction, name: string): Edit {
  const flag = fromFlag(instruction)
  const text =
    flag === undefined
      ? instruction.text
      : splice(instruction.text, [{ start: flag.start, end: flag.end, text: `--from=${name}` }])
  return { kind: 'replace', instruction, text }
}

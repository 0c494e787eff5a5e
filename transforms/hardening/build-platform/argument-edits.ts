import {
  assignmentsOf,
  lineage,
  type Edit,
  type Instruction,
  type StageFacts,
} from '../../../src/transform.ts'
import type { CrossBuild } from './go-binary.ts'

const names = ['TARGETOS', 'TARGETARCH']

/** The ARGs without which a stage does not have BuildKit's variables: above the first line that uses one, so that what is above serves all platforms. */
export function argumentEdits(builds: readonly CrossBuild[]): readonly Edit[] {
  const edits: Edit[] = []
  const done = new Set<string>()
  for (const { stage, spans } of builds)
    for (const name of names)
      for (const { instruction, text } of spans) {
        const owner = lineage(stage).find(({ stage: { instructions } }) =>
          instructions.includes(instruction),
        )
        const key = `${name} ${owner?.stage.index ?? ''}`
        if (owner === undefined || !text.includes(`$${name}`) || done.has(key)) continue
        const first = firstUse(owner, builds, name) ?? instruction
        if (isDeclared(name, owner, first)) continue
        done.add(key)
        edits.push({ kind: 'insert-before', instruction: first, text: `ARG ${name}` })
      }
  return edits
}

/** Of all builds, the first line of the stage that gets the variable. */
function firstUse(
  { stage }: StageFacts,
  builds: readonly CrossBuild[],
  name: string,
): Instruction | undefined {
  const users = new Set(
    builds.flatMap(({ spans }) =>
      spans.flatMap(({ instruction, text }) => (text.includes(`$${name}`) ? [instruction] : [])),
    ),
  )
  return stage.instructions.find((instruction) => users.has(instruction))
}

function isDeclared(name: string, stage: StageFacts, before: Instruction): boolean {
  const at = stage.stage.instructions.indexOf(before)
  const above = [
    ...stage.stage.instructions.slice(0, at),
    ...lineage(stage)
      .slice(1)
      .flatMap((each) => each.stage.instructions),
  ]
  return above.some(
    (instruction) =>
      instruction.keyword === 'ARG' &&
      assignmentsOf(instruction).some((each) => each.name === name),
  )
}

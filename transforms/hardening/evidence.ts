import { lineEvidence, type Evidence, type Facts, type Instruction } from '../../src/transform.ts'

/** An instruction as evidence: the line that it has in the user's file; none where a split or another rule has made it. */
export function evidenceOf({ text }: Instruction, input: Facts): Evidence {
  const [first = ''] = text.split('\n', 1)
  const known = input.dockerfile.instructions.find((instruction) => instruction.text === text)
  return lineEvidence(known, first)
}

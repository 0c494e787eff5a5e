import { lineEvidence, type Evidence, type Facts, type Instruction } from '../../src/transform.ts'

/** An instruction as evidence: the line that it has in the user's file; none where a split or another rule has made it. */
export function evidenceOf(instruction: Instruction, input: Facts): Evidence {
  const { instructions } = input.dockerfile
  const known =
    instructions.find(({ text }) => text === instruction.text) ??
    instructions.find((other) => isShortened(instruction, other))
  const [first = ''] = (known ?? instruction).text.split('\n', 1)
  return lineEvidence(known, first)
}

/** Whether a RUN says no word that the other does not say, in its order: a split leaves out what only the build needs. */
function isShortened({ keyword, text }: Instruction, other: Instruction): boolean {
  if (keyword !== 'RUN' || other.keyword !== 'RUN') return false
  const wanted = text.split(/\s+/).filter((word) => !/^(|&&|\\)$/.test(word))
  let at = 0
  for (const word of other.text.split(/\s+/)) if (word === wanted[at]) at += 1
  return at === wanted.length
}

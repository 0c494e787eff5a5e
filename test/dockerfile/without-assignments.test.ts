import { expect, test } from 'vitest'
import { isParseFailure, parseDockerfile } from '../../src/dockerfile/parse/parse.ts'
import { withoutAssignments } from '../../src/dockerfile/words/without-assignments.ts'

test.each([
  ['ENV A=1 x=2', 'ENV A=1'],
  ['ENV x=1 A=2', 'ENV A=2'],
  ['ENV A=1 x=2 y=3 z=4', 'ENV A=1'],
  ['ENV x=1 y=2 A=3 z=4', 'ENV A=3'],
  ['ENV A=1 \\\n    x=2 \\\n    y=3', 'ENV A=1'],
  ['ENV x=1 \\\n    A=2 \\\n    y=3 \\\n    B=4 \\\n    z=5', 'ENV A=2 \\\n    B=4'],
  ['ARG x A=2 y', 'ARG A=2'],
  ['ENV A=1 \\\n    # why\n    B=2 \\\n    x=3', 'ENV A=1 \\\n    # why\n    B=2'],
  ['ENV A=1 \\\n    # why\n    x=2', undefined],
  ['ENV x=1 y=2', undefined],
  ['ENV x the rest of it', undefined],
])('%j', (line, left) => {
  const parsed = parseDockerfile(`FROM scratch\n${line}\n`)
  const [, instruction] = isParseFailure(parsed) ? [] : parsed.instructions
  expect(instruction && withoutAssignments(instruction, (name) => /^[xyz]/.test(name))).toBe(left)
})

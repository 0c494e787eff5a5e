import { expect, test } from 'vitest'
import {
  isParseFailure,
  parseDockerfile,
  printDockerfile,
} from '../../src/dockerfile/parse/parse.ts'

const megabyte = 1024 * 1024
const fill = (line: string): string => line.repeat(Math.ceil(megabyte / line.length))

// No time is asserted, but what grows with the square of the size does not end before the test's own limit.
test.each([
  ['many instructions', `FROM a\n${fill('RUN apt-get update && apt-get install -y git\n')}`],
  ['one instruction', `FROM a\nRUN true \\\n${fill('  && echo "some words" \\\n')}  && true\n`],
  ['comments in a continuation', `FROM a\nRUN true \\\n${fill('  # note\n')}  && true\n`],
  ['one here-document', `FROM a\nRUN <<EOF\n${fill('echo some words\n')}EOF\n`],
  ['many here-documents', `FROM a\n${fill('RUN <<EOF\necho\nEOF\n')}`],
  ['many variables', `FROM a\n${fill('ENV A=$B C="${D:-x}"\n')}`],
  ['comments', `${fill('# a = b\n')}FROM a\n`],
  ['long lines', `FROM a\n${`RUN ${'\\ "a" '.repeat(9000)}\n`.repeat(18)}`],
])('1 MB of %s', (_, source) => {
  const result = parseDockerfile(source)
  expect(isParseFailure(result) ? result.reason : printDockerfile(result) === source).toBe(true)
})

test('a line that is too long for BuildKit is refused', () => {
  const line = (length: number): string => `RUN ${'x'.repeat(length - 4)}`
  expect(isParseFailure(parseDockerfile(`FROM a\n${line(65_535)}\n`))).toBe(false)
  expect(parseDockerfile(`FROM a\n${line(65_536)}\n`)).toEqual({
    code: 'invalid-dockerfile',
    reason: 'A line is longer than 65535 bytes',
    line: 2,
  })
})

test('more instructions than any image has layers are refused at once', () => {
  expect(parseDockerfile(`FROM a\n${fill('RUN a\n')}`)).toEqual({
    code: 'unsupported-syntax',
    reason: 'The file has more than 60000 instructions',
    line: 60_001,
  })
})

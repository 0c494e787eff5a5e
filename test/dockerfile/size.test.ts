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
  ['many layers', `FROM a\n${`RUN echo ${'words '.repeat(400)}\n`.repeat(440)}`],
  ['one instruction', `FROM a\nRUN true \\\n${fill('  && echo "some words" \\\n')}  && true\n`],
  ['comments in a continuation', `FROM a\nRUN true \\\n${fill('  # note\n')}  && true\n`],
  ['one here-document', `FROM a\nRUN <<EOF\n${fill('echo some words\n')}EOF\n`],
  ['many here-documents', `FROM a\n${`RUN <<EOF\n${'echo words\n'.repeat(200)}EOF\n`.repeat(480)}`],
  ['many variables', `FROM a\n${`ENV ${'A=$B C="${D:-x}" '.repeat(33)}\n`.repeat(1900)}`],
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

test('more instructions than a person writes, and more layers than an engine stacks, are refused at once', () => {
  expect(parseDockerfile(`FROM a\n${fill('ENV a=b\n')}`)).toEqual({
    code: 'unsupported-syntax',
    reason: 'The file has more than 2000 instructions',
    line: 2001,
  })
  expect(parseDockerfile(`FROM a\n${'RUN a\n'.repeat(501)}`)).toEqual({
    code: 'unsupported-syntax',
    reason: 'The stage has more than 500 RUN, COPY and ADD; no engine stacks so many layers',
    line: 502,
  })
})

test('values that grow with each line end as not known', () => {
  const growing = 'ENV A=$A$A$A$A$A$A$A$A\n'.repeat(30)
  const result = parseDockerfile(`FROM a\nENV A=abcdefgh\n${growing}ENV B=\${A//h/$A}\n`)
  expect(isParseFailure(result)).toBe(false)
})

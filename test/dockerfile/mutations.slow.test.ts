import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Dockerfile } from '../../src/dockerfile/instruction.ts'
import { copyOf } from '../../src/dockerfile/copy.ts'
import {
  isParseFailure,
  parseDockerfile,
  printDockerfile,
} from '../../src/dockerfile/parse/parse.ts'
import { dropLinks, parseRun, parseShellForm } from '../../src/dockerfile/shell/shell.ts'
import { assignmentsOf } from '../../src/dockerfile/words/variables.ts'
import { corpusFiles, sharedFolder } from './corpus.ts'

const own = [
  'FROM node:20 AS build\nWORKDIR /app\nCOPY package*.json ./\nRUN npm ci && \\\n    npm run build\n# start\nCMD ["npm", "start"]\n',
  '# escape=`\nFROM a\nRUN dir `\n  c:\\ && `\n  # note\n  echo ok\nENV A=b C="d e"\n',
  'ARG V=1\nFROM go:${V:-2} AS b\nRUN <<EOF\nset -e\ngo build -o /x .\nEOF\nFROM scratch\nCOPY --from=b --chown=1:1 /x /x\nENTRYPOINT ["/x"]\n',
  'FROM a\nENV A b c\nLABEL "x"="y z" \\\n  q=1\nARG D E=f\nHEALTHCHECK --interval=5s CMD curl -f http://x || exit 1\nEXPOSE 80 90/udp\nVOLUME ["/d"]\nONBUILD RUN x\nSTOPSIGNAL 9\nSHELL ["sh"]\nUSER u\n',
  'FROM a\nRUN --mount=type=cache,target=/c <<-A cat <<B && \\\n\n  x\n\t1\n\tA\n2\nB\nCOPY <<C <<"D" /y/\n$x\nC\n$y\nD\nADD https://x.y/z /\n',
]
const pieces = [
  '\\',
  '\\\\',
  '`',
  '"',
  "'",
  '#',
  '=',
  '$',
  '${A:-b}',
  '${A',
  '<',
  '<<',
  '<<EOF',
  '<<-E',
  '<< E',
  '3<<"E"',
  'EOF\n',
  'E\n',
  '\n',
  '\r\n',
  '\r',
  '\t',
  '\v',
  '\f',
  ' ',
  ' \\\n',
  '\\ \n',
  '\\\r\n',
  '\uFEFF',
  '\u00a0',
  '\u0085',
  '\u2028',
  '\u3000',
  'é',
  '😀',
  '# c\n',
  '# escape=`\n',
  '# escape=\\\n',
  '# syntax=docker/dockerfile:1.2\n',
  '["a", "b"]',
  '[1]',
  '["a"]x',
  '--',
  '--link ',
  '--from=0 ',
  'FROM a AS b\n',
  'RUN ',
  'ONBUILD ',
  'COPY a b\n',
  'ENV ',
  'ARG X\n',
  'HEALTHCHECK NONE\n',
  '&&',
  '||',
  ';',
  '|',
  '(',
  ')',
  '&',
]

type Mutation = (source: string) => string
const at = fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true })
const mutation: fc.Arbitrary<Mutation> = fc.oneof(
  at.map(
    (where): Mutation =>
      (source) =>
        source.slice(0, Math.floor(where * source.length)),
  ),
  fc.tuple(at, fc.constantFrom(...pieces)).map(([where, piece]): Mutation => (source) => {
    const index = Math.floor(where * (source.length + 1))
    return source.slice(0, index) + piece + source.slice(index)
  }),
  fc.tuple(at, fc.nat(5)).map(([where, length]): Mutation => (source) => {
    const index = Math.floor(where * source.length)
    return source.slice(0, index) + source.slice(index + 1 + length)
  }),
  fc
    .tuple(at, at, fc.constantFrom('double', 'swap', 'drop', 'end'))
    .map(([a, b, how]): Mutation => (source) => {
      const lines = source.split('\n')
      const [i, j] = [Math.floor(a * lines.length), Math.floor(b * lines.length)]
      const [first = '', second = ''] = [lines[i], lines[j]]
      if (how === 'double') lines.splice(i, 0, first)
      else if (how === 'drop') lines.splice(i, 1)
      else if (how === 'end') lines[i] = `${first} \\`
      else [lines[i], lines[j]] = [second, first]
      return lines.join('\n')
    }),
  fc.constantFrom('\uFEFF', '# escape=`\n', '\n', '# a=b\n').map(
    (head): Mutation =>
      (source) =>
        head + source,
  ),
  fc.constant<Mutation>((source) => source.replaceAll('\n', '\r\n')),
)

const numRuns = Number(process.env['MSB_FUZZ'] ?? 3000)
const shared = sharedFolder()

test(
  `${numRuns} mutated Dockerfiles are printed as they were, or refused`,
  { timeout: 3_600_000 },
  () => {
    const sources =
      shared === undefined ? own : [...own, ...corpusFiles(shared).map(({ text }) => text)]
    const counts = { parsed: 0, refused: 0 }
    fc.assert(
      fc.property(
        fc.nat(sources.length - 1),
        fc.array(mutation, { minLength: 1, maxLength: 3 }),
        (index, mutations) => {
          const source = mutations.reduce((text, mutate) => mutate(text), sources[index] ?? '')
          const result = parseDockerfile(source)
          if (isParseFailure(result)) {
            counts.refused++
            expect(result.reason).not.toBe('')
            return
          }
          counts.parsed++
          expect(printDockerfile(result)).toBe(source)
          checkParts(result)
        },
      ),
      { numRuns, seed: 20240 + numRuns },
    )
    console.info(counts)
  },
)

/** Every place lies in its text and says what it is said to be; whatever can be asked gives an answer. */
function checkParts({ instructions, escape }: Dockerfile): void {
  let line = 0
  for (const instruction of instructions) {
    const { keyword, text, body, words, flags } = instruction
    expect(instruction.line).toBeGreaterThan(line)
    line = instruction.line
    expect(body.offsets).toHaveLength(body.text.length + 1)
    if (
      body.text !== [...body.offsets.slice(0, -1)].map((offset) => text.charAt(offset)).join('')
    ) {
      throw new Error(`body of ${text}`)
    }
    for (const { raw, start, end } of words) {
      if (start >= end || text.charAt(start) !== raw.charAt(0))
        throw new Error(`word ${raw} of ${text}`)
    }
    for (const { start } of flags) expect(text.startsWith('--', start)).toBe(true)
    assignmentsOf(instruction, escape)
    if (keyword === 'COPY' || keyword === 'ADD') copyOf(instruction)
    const script = keyword === 'RUN' ? parseRun(instruction) : undefined
    for (const { commands } of script?.links ?? []) {
      for (const word of commands.flatMap((command) => command.words)) {
        if (word.start > word.end || word.end > text.length)
          throw new Error(`${word.raw} of ${text}`)
      }
    }
    const [link] = script?.links ?? []
    if (link !== undefined) dropLinks(instruction, [link])
    if (keyword === 'CMD' || keyword === 'HEALTHCHECK') parseShellForm(instruction)
  }
}

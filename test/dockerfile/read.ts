import type { Dockerfile, Instruction, ParseFailure } from '../../src/dockerfile/instruction.ts'
import { isParseFailure, parseDockerfile } from '../../src/dockerfile/parse/parse.ts'

/** Reads a Dockerfile that is valid. */
export function dockerfileOf(source: string): Dockerfile {
  const result = parseDockerfile(source)
  if (isParseFailure(result)) throw new Error(`${result.reason} (line ${result.line})`)
  return result
}

/** Reads one instruction below a FROM, or a FROM itself. */
export function instructionOf(text: string, head = 'FROM scratch\n'): Instruction {
  const instruction = dockerfileOf(head + text).instructions.at(-1)
  if (instruction === undefined) throw new Error('no instruction')
  return instruction
}

/** Reads a Dockerfile that is not valid. */
export function failureOf(source: string): ParseFailure {
  const result = parseDockerfile(source)
  if (!isParseFailure(result)) throw new Error(`parsed: ${source}`)
  return result
}

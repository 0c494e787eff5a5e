import { checkInstruction } from '../check/check-instruction.ts'
import { checkLooks } from '../check/check-looks.ts'
import { checkStages } from '../check/check-stages.ts'
import { checkAgreement } from './dockerfile-ast.ts'
import { readDirectives } from './directives.ts'
import { checkFrontend, frontendOf } from './frontend.ts'
import type { Dockerfile, Instruction, ParseFailure, Stage } from '../instruction.ts'
import { readLines } from './logical-line.ts'
import { readInstruction } from './read-instruction.ts'
import { SyntaxFault } from '../syntax-fault.ts'

/** The time of dockerfile-ast grows with the square of the number of stages. */
const mostStages = 1000

/** What is so much longer is no Dockerfile of a person. */
const mostInstructions = 2000

/** Of one stage: overlayfs stacks no more (`OVL_MAX_STACK`, https://github.com/torvalds/linux/blob/v6.12/fs/overlayfs/params.h). */
const mostLayers = 500
const makesLayer = new Set<string>(['RUN', 'COPY', 'ADD'])

/**
 * Reads a Dockerfile as BuildKit reads it; what BuildKit would refuse before it runs anything is a failure, and so is
 * what dockerfile-ast reads in another way. Never throws.
 */
export function parseDockerfile(source: string): Dockerfile | ParseFailure {
  try {
    return read(source)
  } catch (error) {
    if (error instanceof SyntaxFault) {
      return { code: error.code, reason: error.message, line: error.line }
    }
    throw error
  }
}

export function isParseFailure(result: Dockerfile | ParseFailure): result is ParseFailure {
  return 'code' in result
}

/** The bytes that were parsed: every instruction's lead and text, and the tail. */
export function printDockerfile(dockerfile: Dockerfile): string {
  const { instructions, tail } = dockerfile
  return instructions.map(({ lead, text }) => lead + text).join('') + tail
}

function read(source: string): Dockerfile {
  const directives = readDirectives()
  const lines = readLines(source, directives)
  const instructions: Instruction[] = []
  let leadStart = 0
  for (let logical = lines.next(); logical !== undefined; logical = lines.next()) {
    const escape = directives.escape()
    const { nextPhysical } = lines
    try {
      const instruction = readInstruction(logical, { source, escape, leadStart, nextPhysical })
      checkInstruction(instruction, escape)
      checkLooks(instruction, escape)
      checkFrontend(instruction, frontendOf(directives.directives))
      instructions.push(instruction)
      if (instructions.length > mostInstructions)
        throw new SyntaxFault(
          `The file has more than ${mostInstructions} instructions`,
          'unsupported-syntax',
        )
      leadStart = logical.start + instruction.text.length
    } catch (error) {
      if (error instanceof SyntaxFault) error.line ??= logical.line
      throw error
    }
  }
  if (instructions.length === 0) throw new SyntaxFault('The file holds no instructions')
  const { globalArgs, stages } = groupStages(instructions)
  checkStages({ globalArgs, stages, escape: directives.escape() })
  const dockerfile: Dockerfile = {
    source,
    directives: directives.directives,
    escape: directives.escape(),
    lineEnd: prevailingLineEnd(source),
    globalArgs,
    stages,
    instructions,
    tail: source.slice(leadStart),
  }
  checkAgreement(dockerfile)
  return dockerfile
}

function groupStages(instructions: readonly Instruction[]): {
  readonly globalArgs: readonly Instruction[]
  readonly stages: readonly Stage[]
} {
  const globalArgs: Instruction[] = []
  const stages: (Stage & { readonly instructions: Instruction[] })[] = []
  for (const instruction of instructions) {
    const stage = stages.at(-1)
    if (instruction.keyword === 'FROM') {
      stages.push({
        index: stages.length,
        from: instruction,
        name: instruction.words[2]?.raw.toLowerCase(),
        base: instruction.words[0]?.raw ?? '',
        platform: instruction.flags.find((flag) => flag.name === 'platform')?.value,
        instructions: [],
      })
    } else if (stage !== undefined) {
      stage.instructions.push(instruction)
    } else if (instruction.keyword === 'ARG') {
      globalArgs.push(instruction)
    } else {
      throw new SyntaxFault(
        `${instruction.keyword} stands before the first FROM`,
        'invalid-dockerfile',
        instruction.line,
      )
    }
  }
  if (stages.length === 0) throw new SyntaxFault('The file holds no FROM')
  if (stages.length > mostStages) {
    throw new SyntaxFault(`The file has more than ${mostStages} stages`, 'unsupported-syntax')
  }
  const layers = stages.map((stage) =>
    stage.instructions.filter(({ keyword }) => makesLayer.has(keyword)),
  )
  const beyond = layers.flatMap((own) => own[mostLayers] ?? [])[0]
  if (beyond !== undefined)
    throw new SyntaxFault(
      `The stage has more than ${mostLayers} RUN, COPY and ADD; no engine stacks so many layers`,
      'unsupported-syntax',
      beyond.line,
    )
  return { globalArgs, stages }
}

function prevailingLineEnd(source: string): '\n' | '\r\n' {
  const feeds = source.split('\n').length - 1
  const pairs = source.split('\r\n').length - 1
  return pairs * 2 > feeds ? '\r\n' : '\n'
}

/** What BuildKit asks of each instruction: https://github.com/moby/buildkit/blob/v0.23.2/frontend/dockerfile/instructions/parse.go */
import { splitInstruction } from '../parse/split-instruction.ts'
import { checkFlags } from './check-flags.ts'
import { parseDuration } from './duration.ts'
import { openingOfOrNone } from '../parse/heredoc.ts'
import type { Instruction } from '../instruction.ts'
import { trimSpace } from '../words/space.ts'
import { SyntaxFault } from '../syntax-fault.ts'

/**
 * Fails where BuildKit's instruction parser fails: missing arguments, unknown flags, a bad FROM.
 * @throws SyntaxFault
 */
export function checkInstruction(instruction: Instruction, escape: string): void {
  checkFlags(instruction)
  const args = instruction.exec ?? instruction.words.map((word) => word.raw)
  const { keyword } = instruction
  switch (keyword) {
    case 'FROM':
      return checkFrom(args)
    case 'COPY':
    case 'ADD':
      return checkCopy(keyword, args)
    case 'ENV':
    case 'LABEL':
    case 'ARG':
      return checkAssignments(instruction, args)
    case 'EXPOSE':
      return atLeastOne(keyword, args)
    case 'VOLUME':
      atLeastOne(keyword, args)
      if (!args.some((path) => trimSpace(path) === '')) return
      throw new SyntaxFault('A VOLUME is an empty string')
    case 'MAINTAINER':
    case 'STOPSIGNAL':
    case 'USER':
    case 'WORKDIR':
      if (args.length === 1) return
      throw new SyntaxFault(`${keyword} requires exactly one argument`)
    case 'SHELL':
      if (instruction.exec === undefined) throw new SyntaxFault('SHELL requires the JSON form')
      return atLeastOne(keyword, args)
    case 'HEALTHCHECK':
      return checkHealthcheck(instruction)
    case 'ONBUILD':
      return checkTrigger(instruction.body.text, escape)
    default:
  }
}

function atLeastOne(keyword: string, args: readonly string[]): void {
  if (args.length === 0) throw new SyntaxFault(`${keyword} requires at least one argument`)
}

function checkFrom(args: readonly string[]): void {
  const [, as, name] = args
  if (args.length === 1) return
  if (args.length !== 3 || as?.toLowerCase() !== 'as' || name === undefined) {
    throw new SyntaxFault('FROM requires one argument, or three: FROM image AS name')
  }
  if (/^[a-z][a-z0-9-_.]*$/.test(name.toLowerCase())) return
  throw new SyntaxFault(`${name} is no valid stage name: a letter, then letters, digits, "-_."`)
}

function checkCopy(keyword: string, args: readonly string[]): void {
  const destination = args.at(-1)
  if (args.length < 2 || destination === undefined) {
    throw new SyntaxFault(`${keyword} requires a source and a destination`)
  }
  if (openingOfOrNone(destination) === undefined) return
  throw new SyntaxFault(`${keyword} cannot have a here-document as its destination`)
}

function checkAssignments(instruction: Instruction, args: readonly string[]): void {
  atLeastOne(instruction.keyword, args)
  const [first] = args
  const old = instruction.keyword !== 'ARG' && first?.includes('=') === false
  const names = old ? [first] : args.map((word) => word.split('=', 1)[0])
  if (names.includes('')) throw new SyntaxFault(`A name of ${instruction.keyword} is empty`)
}

function checkHealthcheck(instruction: Instruction): void {
  const [type, command] = instruction.words.map((word) => word.raw)
  if (type === undefined) throw new SyntaxFault('HEALTHCHECK requires at least one argument')
  const missing = instruction.exec === undefined ? command === undefined : !instruction.exec.length
  switch (type.toUpperCase()) {
    case 'NONE':
      if (missing) return
      throw new SyntaxFault('HEALTHCHECK NONE takes no arguments')
    case 'CMD':
      if (missing) throw new SyntaxFault('The command is missing after HEALTHCHECK CMD')
      return instruction.flags.forEach(checkHealthcheckFlag)
    default:
      throw new SyntaxFault(`Unknown type ${type} in HEALTHCHECK (try CMD)`)
  }
}

function checkHealthcheckFlag({ name, value = '' }: Instruction['flags'][number]): void {
  if (value === '') return
  if (name === 'retries') {
    const retries = /^[+-]?\d+$/.test(value) ? Number(value) : NaN
    if (retries >= 0 && retries <= 0x7fff_ffff) return
    throw new SyntaxFault(`--retries=${value} is no number of retries`)
  }
  const nanoseconds = parseDuration(value)
  if (nanoseconds === undefined) throw new SyntaxFault(`--${name}=${value} is no duration`)
  if (nanoseconds === 0 || nanoseconds >= 1e6) return
  throw new SyntaxFault(`--${name}=${value} is less than 1ms`)
}

function checkTrigger(text: string, escape: string): void {
  if (text === '') throw new SyntaxFault('ONBUILD requires at least one argument')
  const keyword = trimSpace(splitInstruction(text, escape).keyword).toUpperCase()
  if (keyword !== 'ONBUILD' && keyword !== 'FROM' && keyword !== 'MAINTAINER') return
  throw new SyntaxFault(`${keyword} can't be the instruction of an ONBUILD`)
}

import type { Instruction, ParseFailure } from '../instruction.ts'
import { SyntaxFault } from '../syntax-fault.ts'
import type { Lookup } from '../words/lex-state.ts'
import { checkValues } from './check-values.ts'

/** What makes a build fail at an instruction, by the values that its variables have; undefined where nothing does. */
export function valueFault(
  instruction: Instruction,
  lookup: Lookup,
  escape: string,
): ParseFailure | undefined {
  try {
    checkValues(instruction, lookup, escape)
    return undefined
  } catch (error) {
    if (!(error instanceof SyntaxFault)) throw error
    return { code: error.code, reason: error.message, line: instruction.line }
  }
}

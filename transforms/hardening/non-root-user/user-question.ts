import type { Behaviour, Facts, Installs, Instruction } from '../../../src/transform.ts'
import { evidenceOf } from '../evidence.ts'
import type { ImageUser } from './image-user.ts'

/** What is asked before a file gets a USER. */
export interface UserQuestion {
  readonly facts: Facts
  readonly input: Facts
  readonly behaviour: Behaviour
  readonly user: ImageUser
  readonly installs: Installs
  /** Folders that would belong to the user. */
  readonly owned: readonly string[]
}

/** Where an instruction stands, in words: 'line 7'; its text where no line of the user's file is it. */
export function place(instruction: Instruction, input: Facts): string {
  const { line, text } = evidenceOf(instruction, input)
  return line === undefined ? `\`${text}\`` : `line ${line}`
}

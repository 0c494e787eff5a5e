import type { Command } from '../facts/commands/command.ts'
import type { Evidence } from '../facts/evidence.ts'

/** A program that another one starts; without words where nothing is seen of them. */
export interface StartedByName extends Partial<Pick<Command, 'args'>> {
  readonly name: string
  readonly evidence: Evidence
}

import type { Facts, Installs, Instruction } from '../../../src/transform.ts'
import type { Grant } from './grant.ts'

/** How whoever builds hands over one secret. */
export type Handed =
  | { readonly kind: 'variable'; readonly id: string; readonly name: string }
  | { readonly kind: 'file'; readonly id: string; readonly path: string }
  | { readonly kind: 'ssh' }

/** What is done about one secret. */
export interface Plan {
  /** As people call it: 'NPM_TOKEN', '.npmrc'. */
  readonly name: string
  readonly handed: Handed
  readonly grants: readonly Grant[]
  /** ARGs and ENVs that lose it, and its names there. */
  readonly names: readonly string[]
  readonly lines: readonly Instruction[]
  /** COPYs that bring it no more, with their new text; undefined where they go. */
  readonly copies: readonly {
    readonly instruction: Instruction
    readonly text: string | undefined
  }[]
  /** Files that a whole folder must not bring. */
  readonly hidden: readonly string[]
  /** Where it stood, for the reader. */
  readonly found: readonly Instruction[]
  /** Its value, or its file, is in the repository: whoever can read that has it. */
  readonly isPublic: boolean
  /** No line says who reads it. */
  readonly isGuess: boolean
}

/** Why a secret stays where it is. */
export interface Unsettled {
  readonly name: string
  readonly found: Instruction
  readonly place: 'argument' | 'variable' | 'file'
  /** A clause. */
  readonly why: string
  readonly isOfRunTime: boolean
}

export type Answer = Plan | Unsettled

export const isPlan = (answer: Answer): answer is Plan => 'grants' in answer

/** What plans are made from. */
export interface PlanContext {
  readonly facts: Facts
  readonly installs: Installs
  /** Programs that the program starts. */
  readonly programs: readonly { readonly name?: string | undefined }[]
}

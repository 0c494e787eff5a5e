import type { Command, Evidence } from '../../src/transform.ts'
import type { ManagerCall, PackageManager } from './package-managers/index.ts'
import type { StageView } from './stage-view.ts'

/** What a command comes down to, scripts of package.json followed. */
export type Task =
  | {
      readonly kind: 'manager'
      readonly manager: PackageManager
      readonly call: Exclude<ManagerCall, { readonly kind: 'script' | 'program' }>
      readonly cwd: string | undefined
      readonly command: Command
      readonly evidence: readonly Evidence[]
    }
  /** A program: `tsc -p .`, of node_modules/.bin where `isLocal`. */
  | {
      readonly kind: 'program'
      readonly name: string
      readonly args: readonly (string | undefined)[]
      readonly cwd: string | undefined
      readonly isLocal: boolean
      readonly command: Command
      readonly evidence: readonly Evidence[]
    }
  /** A script that package.json does not have, or words that are not known. */
  | { readonly kind: 'unknown'; readonly why: string; readonly evidence: readonly Evidence[] }

export type ManagerTask = Extract<Task, { readonly kind: 'manager' }>
export type ProgramTask = Extract<Task, { readonly kind: 'program' }>

/** How a command was reached. */
export interface Trail {
  readonly view: StageView
  readonly evidence: readonly Evidence[]
  readonly depth: number
  /** In a script of package.json, where the programs of node_modules/.bin are on PATH. */
  readonly isScript: boolean
}

/** Follows what a runner starts: a command, or a line of shell text. */
export interface Follow {
  readonly command: (command: Command, trail: Trail) => readonly Task[]
  readonly text: (text: string, cwd: string | undefined, trail: Trail) => readonly Task[]
}

export const unknownTask = (why: string, { evidence }: Trail): Task => ({
  kind: 'unknown',
  why,
  evidence,
})

export const isProgram = (task: Task): task is ProgramTask => task.kind === 'program'

/** The same command with other words. */
export function withWords(command: Command, argv: readonly (string | undefined)[]): Command {
  return { ...command, argv, name: argv[0], args: argv.slice(1) }
}

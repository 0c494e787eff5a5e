import type { Command } from '../commands/command.ts'
import type { Evidence } from '../evidence.ts'

/** A program that a command comes down to, or one on the way to it. */
export interface Process extends Command {
  /** From the Dockerfile's line down to where the command is written. */
  readonly via: readonly Evidence[]
  /** True where it starts something else that is in the list, too: `npm` before what its script runs. */
  readonly follows: boolean
  /** The folder that it is looked for in first: 'node_modules/.bin' in a script of package.json. */
  readonly bin: string | undefined
}

/** A place where the way can't be followed further: a script that is not in the context, words that are not known. */
export interface OpenEnd {
  readonly why: string
  readonly evidence: Evidence
  readonly via: readonly Evidence[]
  /** One command runs here, and only its words are not known; else there may be any number of them. */
  readonly isOneCommand?: true
}

/** What a command comes down to. */
export interface Followed {
  /** In the order they are met; what starts others comes before what it starts. */
  readonly found: readonly (Process | OpenEnd)[]
  /** True where a shell of the image reads a part of it. */
  readonly needsShell: boolean
}

export const isProcess = (item: Process | OpenEnd): item is Process => 'argv' in item

export const processesOf = ({ found }: Followed): readonly Process[] => found.filter(isProcess)

export const openEndsOf = ({ found }: Followed): readonly OpenEnd[] =>
  found.flatMap((item) => (isProcess(item) ? [] : [item]))

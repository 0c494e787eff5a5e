import type { Project } from '../../project/project.ts'
import type { Command } from '../commands/command.ts'
import type { CopiedFile } from '../stages/copy.ts'
import type { Evidence } from '../evidence.ts'
import type { Lookup } from '../stages/step.ts'

/** The build context as a stage sees it, and the variables that are set where a command runs. */
export interface Place {
  readonly project: Project
  readonly contextPath: (imagePath: string) => string | undefined
  readonly imagePath: (contextPath: string) => string | undefined
  /** What the context brings into a folder of the image, and below it. */
  readonly filesIn: (imageFolder: string) => readonly CopiedFile[]
  /** A path behind the links that RUNs make. */
  readonly realPath: (imagePath: string) => string
  readonly variable: Lookup
}

/** A call that a row may know. */
export interface Call {
  readonly command: Command
  /** The program without the system's folder: 'tini' for '/sbin/tini'. */
  readonly name: string
  readonly args: readonly (string | undefined)[]
  readonly cwd: string | undefined
  readonly place: Place
}

/** What a call starts: other words, a text that a shell reads, or something that can't be followed. */
export type Started =
  | {
      readonly words: readonly (string | undefined)[]
      readonly cwd: string | undefined
      /** Variables that it is started with, beside those of the call. */
      readonly assignments?: ReadonlyMap<string, string | undefined>
      /** The folder that its programs are looked for in first: 'node_modules/.bin'. */
      readonly bin?: string
      /** Where it is written. */
      readonly evidence?: Evidence
    }
  | {
      readonly text: string
      readonly cwd: string | undefined
      readonly assignments?: ReadonlyMap<string, string | undefined>
      readonly bin?: string
      /** What "$@" stands for in it. */
      readonly args?: readonly (string | undefined)[]
      /** Where it is written. */
      readonly evidence?: Evidence
      /** True where it is a file of the context, so that each of its commands has a line of its own. */
      readonly isFile?: boolean
      /** The shell that reads it; `sh` where undefined. */
      readonly shell?: string | undefined
    }
  | { readonly why: string }

/** How a call is read. */
export type Reading =
  | {
      readonly kind: 'starts'
      readonly starts: readonly Started[]
      /** The call is no program of its own: `sh -c` before its text. */
      readonly isHidden?: boolean
    }
  | { readonly kind: 'unknown'; readonly why: string }

/**
 * A row of programs that start others. `read` answers undefined where the call starts nothing, and is the program that does the work.
 * A row without names is asked for every program: it goes by the file that is named.
 */
export interface Launcher {
  readonly names?: ReadonlySet<string>
  readonly read: (call: Call) => Reading | undefined
}

/** The rest of a call's words, as `tini -- node server.js` starts them; undefined where there are none. */
export function startsWords(
  { cwd }: Call,
  words: readonly (string | undefined)[],
  more: {
    readonly bin?: string
    readonly assignments?: ReadonlyMap<string, string | undefined>
  } = {},
): Reading | undefined {
  return words.length === 0 ? undefined : { kind: 'starts', starts: [{ words, cwd, ...more }] }
}

export const unknownStart = (why: string): Reading => ({ kind: 'unknown', why })

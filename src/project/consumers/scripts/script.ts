import type { ConfigFile } from '../build-use.ts'

/** Shell lines that a file of the project keeps for people, or for a machine that builds it. */
export interface Script {
  /** Absolute. */
  readonly file: string
  /** Where its text begins (1-based). */
  readonly line: number
  /** The target, script or job that it belongs to. */
  readonly name: string
  readonly text: string
  /** The folder that it is run in, absolute. */
  readonly folder: string
}

/** A kind of file that keeps scripts: one row a format. */
export interface ScriptFormat {
  /** Its path below the folder that it speaks of. */
  readonly names: RegExp
  /** Its scripts; `folder` is the one that it speaks of, absolute. Nothing where it is broken. */
  readonly read: (file: ConfigFile, folder: string) => readonly Script[]
}

import type { PathValue } from './path-value.ts'
import type { SourceLine } from './source-facts.ts'

/** An argument of a call. What it says is worked out when it is asked for: most calls are of no interest. */
export interface Argument {
  /** The values that it can have; one unknown value where nothing is known. */
  readonly paths: () => readonly PathValue[]
  /** Its text, where it is a constant. */
  readonly text: () => string | undefined
  /** The items of a list that is written out: `['git', 'status']`. */
  readonly items: () => readonly Argument[] | undefined
}

/** A call of a function, a method or a constructor, as any language has them. */
export interface Call {
  /** The module that the function is of, as rows name it: 'fs', 'os/exec'; undefined where that can't be told, '' for what the language brings. */
  readonly module: string | undefined
  /** What stands before the name: `app` in `app.listen(80)`. */
  readonly object: string | undefined
  /** 'readFile', 'Command', 'file_put_contents'. */
  readonly name: string
  readonly isNew: boolean
  readonly args: readonly Argument[]
  readonly at: SourceLine
}

/** What a function does with its arguments: a row of a language's table. Numbers are positions, from 0. */
export interface CallRow {
  /** Undefined for a method that any object may have: `app.listen`. */
  readonly module?: string
  readonly names: readonly string[]
  readonly reads?: readonly number[]
  /** A file is written there. */
  readonly writes?: readonly number[]
  /** A folder is made or filled there. */
  readonly fills?: readonly number[]
  /** May be a path: what looks like one is one. */
  readonly mayName?: readonly number[]
  /** The program's name; its arguments follow, one by one or as a list. */
  readonly starts?: number
  /** A line for the shell. */
  readonly startsLine?: number
  readonly listens?: number
  readonly readsVariable?: number
  /** Where the row comes from. */
  readonly source?: string
}

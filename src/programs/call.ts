import { isKnown, type PathValue } from './path-value.ts'
import type { SourceLine } from './source-facts.ts'

/** An argument of a call. What it says is worked out when it is asked for: most calls are of no interest. */
export interface Argument {
  /** The values that it can have; one unknown value where nothing is known. */
  readonly paths: () => readonly PathValue[]
  /** Its text, where it is a constant. Where only parts are known, `unknown` stands for the others; without it such a text is undefined. */
  readonly text: (unknown?: string) => string | undefined
  /** The items of a list that is written out: `['git', 'status']`. */
  readonly items: () => readonly Argument[] | undefined
  /** Whether it is an object whose parts are all written out. */
  readonly isWritten?: () => boolean
  /** The value of a named part: `{ port: 80 }`, `Server{Addr: ":80"}`. */
  readonly option?: (name: string) => Argument | undefined
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

/** Where a call has something: a position, from 0, or the name of an option of any of its arguments; `a.b` is the option b of the option a. */
export type Place = number | string

/** What a function does with its arguments: a row of a language's table. */
export interface CallRow {
  /** Undefined for a method that any object may have: `app.listen`. */
  readonly module?: string
  readonly names: readonly string[]
  /** A call that is no such call is left out: `fopen(path, 'r')` writes nothing. */
  readonly when?: (call: Call) => boolean
  readonly reads?: readonly Place[]
  /** What it reads whatever it is called with, as the program's working folder has it. */
  readonly readsAnyway?: string
  /** The same as `reads`, relative to the source that calls. */
  readonly readsBeside?: readonly Place[]
  /** A file is written there. */
  readonly writes?: readonly Place[]
  /** A folder is made or filled there. */
  readonly fills?: readonly Place[]
  /** A folder that it fills where the call names none, as the program's working folder has it. */
  readonly fillsAnyway?: string
  /** A folder that it makes, and must not find. */
  readonly makesAnew?: Place
  /** It writes a file that another call has named. */
  readonly writesUnseen?: boolean
  /** Settings that may name files to write: a gap, unless they are written out. */
  readonly mayWrite?: Place
  /** A SQLite database: a path, a URI or a DSN, ':memory:' too. */
  readonly database?: Place
  /** May be a path. */
  readonly mayName?: readonly Place[]
  /** A file of the same language that is run or loaded, by its path. */
  readonly loads?: readonly Place[]
  /** The program's name, or all words as a list; else its arguments follow, one by one or as a list. */
  readonly starts?: Place
  /** Its arguments come as a list alone; what else follows the name is no word of it. */
  readonly hasListOfWords?: boolean
  /** A line for the shell. */
  readonly startsLine?: Place
  /** The folder that a program is started in. */
  readonly startsIn?: Place
  readonly listens?: Place
  /** The folder that the whole program goes to: what is relative from then on is inside of it. */
  readonly goesTo?: Place
  /** Programs that it starts by itself, separated by blanks; any of them will do where they are one by several names. */
  readonly startsProgram?: string
  /** The folder of a repository of git that is read without git; the one it runs in where nothing is said. */
  readonly readsGitOf?: Place
  /** The same, by git. */
  readonly asksGitIn?: Place
  /** A path of the system that it looks at by itself. */
  readonly looksAt?: string
  /** Files, or folders of them, whose types it tells by their endings. */
  readonly types?: readonly Place[]
  /** What only root may do, in words that follow the line: 'opens a raw socket'. */
  readonly needsRoot?: string
  readonly readsVariable?: Place
  /** A text with variables in it: `"$GOPATH/src"`. */
  readonly readsVariablesOf?: Place
  /** Where the row comes from. */
  readonly source?: string
}

/** The argument that stands at a place of a call. */
export function argumentAt({ args }: Call, place: Place): Argument | undefined {
  if (typeof place === 'number') return args[place]
  const names = place.split('.')
  for (const arg of args) {
    const found = names.reduce<Argument | undefined>((at, name) => at?.option?.(name), arg)
    if (found !== undefined) return found
  }
  return undefined
}

/** Whether a call is handed a path there of which something is known, and no stream, function or object. */
export const hasPathAt =
  (at: number) =>
  ({ args }: Call): boolean =>
    args[at]?.paths().some(isKnown) === true

/** The rows that a call meets. */
export type CallTable = (call: Call) => readonly CallRow[]

/** Rows, to be asked by a call in the time that one look-up takes. */
export function callTable(rows: readonly CallRow[]): CallTable {
  const byName = new Map<string, CallRow[]>()
  for (const row of rows)
    for (const name of row.names) {
      const known = byName.get(name)
      if (known === undefined) byName.set(name, [row])
      else known.push(row)
    }
  return (call) =>
    (byName.get(call.name) ?? []).filter(
      ({ module, when }) =>
        (module === undefined || module === call.module) && when?.(call) !== false,
    )
}

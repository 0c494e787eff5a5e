/** Stands for a part of a word that only a run shows: `data/` and this for `data/${name}`. No path has it. */
export const unknownMark = '\uFFFE'

/** A word of a shell command, with its place in the text that was parsed (for a RUN: in the instruction's own text). */
export interface ShellWord {
  /** As written. */
  readonly raw: string
  readonly start: number
  readonly end: number
  /** With quotes removed; undefined where it holds an expansion, a substitution or a glob. */
  readonly value: string | undefined
  /**
   * With variables replaced by what `lookup` answers; undefined where a part is not known: a substitution, an operator that
   * is not `:-`, `-`, `:=`, `=`, `:+`, `+`, or a variable for which `lookup` answers undefined. Globs stay as they are written.
   */
  readonly expand: (lookup: (name: string) => string | undefined) => string | undefined
  /** The same with {@link unknownMark} for each part that is not known. */
  readonly outline: (lookup: (name: string) => string | undefined) => string
}

/** One simple command: `A=1 npm ci --omit=dev > log`. */
export interface ShellCommand {
  readonly assignments: readonly { readonly name: string; readonly value: ShellWord }[]
  readonly words: readonly ShellWord[]
  readonly redirects: readonly { readonly operator: string; readonly target: ShellWord }[]
  /** Commands whose output its words hold: those of `$(...)` and of backquotes. */
  readonly inner: readonly ShellCommand[]
  /** The nearest loop that it stands in, with the values that are written out: `for name in git curl`. */
  readonly loop?: { readonly name: string; readonly values: readonly string[] }
  readonly start: number
  readonly end: number
}

/** One link of a chain: what stands between `&&`, `||`, `;` and line ends at the top level. */
export interface ShellLink {
  readonly start: number
  readonly end: number
  /** What stands before it; undefined for the first. */
  readonly operator: '&&' | '||' | ';' | '&' | '\n' | undefined
  /** `compound` is an if, for, while, case, subshell, group, function or a negation: never split inside. */
  readonly kind: 'simple' | 'pipeline' | 'compound'
  /** Every simple command inside, in order. */
  readonly commands: readonly ShellCommand[]
}

export interface ShellScript {
  readonly links: readonly ShellLink[]
}

/** null: known to be unset. undefined: not known. */
export type Lookup = (name: string) => string | null | undefined

/**
 * A longer text is not worked out, in characters: no program can be started with it in its environment (`MAX_ARG_STRLEN`,
 * https://man7.org/linux/man-pages/man2/execve.2.html), and six lines `ENV A=$A$A$A$A$A$A$A$A` make one that fills the memory.
 */
export const longestValue = 131_072

export interface LexOptions {
  readonly escape: string
  readonly rawQuotes?: boolean
  readonly rawEscapes?: boolean
  /** Leave variables that are not set as they are written. */
  readonly skipUnset?: boolean
  /** Quotes are characters like others, as in the body of a here-document. */
  readonly skipQuotes?: boolean
}

export interface Expansion {
  readonly text: string
  readonly words: readonly string[]
  /** Variables that were named, once each, in order. */
  readonly names: readonly string[]
  /** True where a variable was asked for that `lookup` does not know. */
  readonly unknown: boolean
}

/** A word that BuildKit cannot expand: an open quote, `${` without end, an unknown operator, `${V:?}` unmet. */
export class ExpansionError extends Error {
  override readonly name = 'ExpansionError'
}

/** Where the reading of a text stands; one for all levels of nested substitutions. */
export interface LexState {
  readonly characters: readonly string[]
  readonly lookup: Lookup
  readonly options: LexOptions
  readonly names: Set<string>
  at: number
  rawEscapes: boolean
  unknown: boolean
  /** Characters that variables brought. */
  brought: number
  depth: number
  /** The word that is being read: one buffer for all levels, as in BuildKit. */
  pending: string
}

/** A row of the one table of options: the parser, `--help`, the README and docs/cli.md are made from it. */
export interface OptionRow {
  readonly name: string
  readonly alias?: string
  /** 'list' takes words separated by commas and may be given again; 'each' takes one value, and may be given again. */
  readonly kind: 'flag' | 'text' | 'list' | 'each'
  /** The value's name in `--help`. */
  readonly argument?: string
  readonly choices?: readonly string[]
  readonly group: OptionGroup
  readonly description: string
}

export const optionGroups = [
  'What to do',
  'Which Dockerfiles',
  'Which changes',
  'Output',
  'Verification',
  'Pull requests',
] as const
export type OptionGroup = (typeof optionGroups)[number]

/** Reads options by name. */
export interface OptionReader {
  readonly flag: (name: string) => boolean
  readonly flagOrNot: (name: string) => boolean | undefined
  readonly text: (name: string) => string | undefined
  readonly each: (name: string) => readonly string[]
  readonly list: (name: string) => readonly string[]
}

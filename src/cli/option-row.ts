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
  /** Left out of the first screen of help, which says where it stands. */
  readonly isRare?: true
}

export const optionGroups = [
  'What to do',
  'Which Dockerfiles',
  'Which changes',
  'Output',
  'Verification',
  'Pull requests',
  'Coding agents',
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

type More = Pick<OptionRow, 'alias' | 'choices' | 'isRare'>

type RowMaker = (
  name: string,
  /** The value's name, or all that it can be. */
  argument: string | readonly string[],
  description: string,
  more?: More,
) => OptionRow

/** What makes rows of a group. */
export function rowsOf(group: OptionGroup): {
  readonly flag: (name: string, description: string, more?: More) => OptionRow
} & Readonly<Record<'text' | 'list' | 'each', RowMaker>> {
  const make =
    (kind: OptionRow['kind']): RowMaker =>
    (name, argument, description, more) => ({
      ...{ name, kind, group, description, ...more },
      ...(typeof argument === 'string'
        ? { argument }
        : { argument: argument.join('|'), choices: argument }),
    })
  return {
    flag: (name, description, more) => ({ name, kind: 'flag', group, description, ...more }),
    text: make('text'),
    list: make('list'),
    each: make('each'),
  }
}

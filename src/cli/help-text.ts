import { type CommandName, commandRows, rowOfCommand, shownOptions, whole } from './commands.ts'
import { wrapWords } from '../report/fold.ts'
import { examples } from './examples.ts'
import type { OptionRow } from './option-row.ts'
import { exitCodes } from './options.ts'

/** Options that are for the parser alone. */
export const helpOptions: readonly Pick<OptionRow, 'name' | 'alias' | 'description'>[] = [
  {
    name: 'help',
    alias: 'h',
    description: 'Show this text, that of a command before it, with --help all every option',
  },
  { name: 'version', description: 'Show the version' },
]

/** The text of `--help`, of the program or of a command, at most 100 columns wide; `isFull` with the options that are rarely used. */
export function helpText(
  command: CommandName | undefined,
  columns: number,
  isFull = false,
): string {
  const width = Math.min(columns, 100)
  const isWhole = command === undefined
  const page = rowOfCommand(command)
  const groups = shownOptions(command).map(([group, options]): Section => ({
    head: `${group}:`,
    rows: [
      ...options.filter((row) => isFull || row.isRare !== true),
      ...(isWhole && group === 'Output' ? helpOptions : []),
    ].map((row) => rowOf(row, isWhole, isFull)),
  }))
  const ofCommand = examples.filter(([line]) => line.split(' ')[1] === command)
  const known = [whole, ...commandRows].map(
    ({ brief, summary }) => [`msb-migrate ${brief}`, summary] as const,
  )
  const sections = isWhole
    ? [{ head: 'Commands:', rows: known }, ...groups, exits]
    : [...groups, exits, { head: 'Examples:', rows: ofCommand }]
  const lines = [`msb-migrate ${page.usage}`, '', ...wrapWords(page.about, width), '']
  return [...lines, ...sections.flatMap((section) => sectionLines(section, width))]
    .map((line) => `${line}\n`)
    .join('')
}

interface Section {
  readonly head: string
  readonly rows: readonly (readonly [string, string])[]
}

const exits: Section = { head: 'Exit codes:', rows: exitCodes }

function sectionLines({ head, rows }: Section, width: number): readonly string[] {
  const left = Math.min(Math.max(...rows.map(([name]) => name.length)) + 4, Math.ceil(width / 2))
  return [
    head,
    ...rows.flatMap(([name, text]) => {
      const lines = wrapWords(text, width - left)
      const isLong = name.length + 4 > left
      const first = isLong ? [`  ${name}`] : []
      return [
        ...first,
        ...lines.map((line, i) => `${(i === 0 && !isLong ? `  ${name}` : '').padEnd(left)}${line}`),
      ]
    }),
  ]
}

/** On the first screen; a wrong one is answered with all of them. */
function shortList(choices: readonly string[]): string {
  return choices.length <= 5 ? choices.join(', ') : `${choices.slice(0, 5).join(', ')}, ...`
}

/** `isBrief`: without what stands in brackets or behind a semicolon; docs/cli.md has all of it. */
function rowOf(
  {
    name,
    alias,
    argument,
    choices,
    description,
  }: Pick<OptionRow, 'name' | 'alias' | 'argument' | 'choices' | 'description'>,
  isBrief: boolean,
  isFull: boolean,
): readonly [string, string] {
  const short = alias === undefined ? '    ' : `-${alias}, `
  const text = isBrief ? description.replace(/( \(|;).*$/, '') : description
  const taken =
    choices === undefined || argument?.includes('|') === true
      ? ''
      : `: ${isBrief && !isFull ? shortList(choices) : choices.join(', ')}`
  return [`${short}--${name}${argument === undefined ? '' : ` ${argument}`}`, `${text}${taken}`]
}

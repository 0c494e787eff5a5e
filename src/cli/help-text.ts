import { examples } from './examples.ts'
import type { OptionGroup, OptionRow } from './option-row.ts'
import { type commands, exitCodes, options } from './options.ts'

type Command = (typeof commands)[number]

interface Page {
  readonly usage: string
  readonly about: string
  readonly groups: readonly OptionGroup[]
}

const whole: Page = {
  usage: 'msb-migrate [paths...]',
  about:
    'Turns single-stage Dockerfiles into multi-stage ones, and hardens them. A path is a file, a folder or a pattern (quote it).',
  groups: ['What to do', 'Which Dockerfiles', 'Which changes', 'Output'],
}

const pages: Readonly<Record<Command, Page>> = {
  verify: {
    usage: 'msb-migrate verify [paths...]',
    about:
      'Builds and runs each image before and after, by your Docker, and compares them. The options of msb-migrate --help that say which files and changes, and how it is printed, count here, too.',
    groups: ['Verification'],
  },
  inventory: {
    usage: 'msb-migrate inventory [paths...]',
    about:
      'Counts Dockerfiles: their ecosystems and stages, what would change, what would not and why, and what base images would save. The options of msb-migrate --help that say which files and changes, and how it is printed, count here, too.',
    groups: [],
  },
  pr: {
    usage: 'msb-migrate pr [status|sync|close|report] [paths...]',
    about:
      'Opens pull requests for what would change, and says how they stand. The options of msb-migrate --help that say which files and changes, and how it is printed, count here, too.',
    groups: ['Pull requests'],
  },
}

const summaries: readonly (readonly [string, string])[] = [
  [whole.usage, 'show what would change and ask, or do what an option says'],
  [pages.verify.usage, 'build and run each image before and after, and compare'],
  [pages.inventory.usage, 'count Dockerfiles, and what would come of them'],
  ['msb-migrate pr [paths...]', 'open pull requests, for one repository or many'],
]

const own: readonly Pick<OptionRow, 'name' | 'alias' | 'description'>[] = [
  {
    name: 'help',
    alias: 'h',
    description: 'Show this text, that of a command before it, with --help all every option',
  },
  { name: 'version', description: 'Show the version' },
]

/** The text of `--help`, of the program or of a command, at most 100 columns wide; `isFull` with the options that are rarely used. */
export function helpText(command: Command | undefined, columns: number, isFull = false): string {
  const width = Math.min(columns, 100)
  const isWhole = command === undefined
  const page = isWhole ? whole : pages[command]
  const groups = page.groups.map((group): Section => ({
    head: `${group}:`,
    rows: [
      ...options.filter((row) => row.group === group && (isFull || row.isRare !== true)),
      ...(group === 'Output' ? own : []),
    ].map((row) => rowOf(row, isWhole)),
  }))
  const ofCommand = examples.filter(([line]) => line.split(' ')[1] === command)
  const sections = isWhole
    ? [{ head: 'Commands:', rows: summaries }, ...groups, exits]
    : [...groups, exits, { head: 'Examples:', rows: ofCommand }]
  const lines = [page.usage, '', ...wrap(page.about, width), '']
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
      const lines = wrap(text, width - left)
      const isLong = name.length + 4 > left
      const first = isLong ? [`  ${name}`] : []
      return [
        ...first,
        ...lines.map((line, i) => `${(i === 0 && !isLong ? `  ${name}` : '').padEnd(left)}${line}`),
      ]
    }),
  ]
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
): readonly [string, string] {
  const short = alias === undefined ? '    ' : `-${alias}, `
  const text = isBrief ? description.replace(/( \(|;).*$/, '') : description
  const taken =
    choices === undefined || argument?.includes('|') === true ? '' : `: ${choices.join(', ')}`
  return [`${short}--${name}${argument === undefined ? '' : ` ${argument}`}`, `${text}${taken}`]
}

function wrap(text: string, width: number): readonly string[] {
  const lines: string[] = []
  for (const word of text.split(' ')) {
    const last = lines.at(-1)
    if (last !== undefined && last.length + 1 + word.length <= width)
      lines.splice(-1, 1, `${last} ${word}`)
    else lines.push(word)
  }
  return lines
}

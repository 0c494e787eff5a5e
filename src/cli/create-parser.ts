import yargs, { type Argv } from 'yargs'
import { didYouMean } from './did-you-mean.ts'
import { examples } from './examples.ts'
import { optionGroups } from './option-row.ts'
import { exitCodes, options } from './options.ts'
import { UsageError } from './usage-error.ts'

/** The text of `--help`. */
export async function helpText(columns: number): Promise<string> {
  return createParser([], columns).getHelp()
}

/** What reads a command line; nothing is read yet. Throws UsageError, then and later. */
export function createParser(argv: readonly string[], columns: number): Argv {
  checkFlags(argv)
  const parser = yargs([...argv])
    .scriptName('msb-migrate')
    .usage(
      '$0 [paths...]\n\nTurns single-stage Dockerfiles into multi-stage ones, and hardens them.',
    )
    .usage('A path is a file, a folder or a pattern (quote it).')
    .locale('en')
    .parserConfiguration({
      'dot-notation': false,
      'duplicate-arguments-array': true,
      'parse-numbers': false,
      'parse-positional-numbers': false,
    })
    .strictOptions()
    .exitProcess(false)
    .fail((message: string | null, error: Error | undefined) => {
      const text = (message ?? error?.message ?? 'bad usage').replace(/\s+/g, ' ')
      throw new UsageError(`${text}${nearestOf(text)}; see --help`)
    })
    .help(false)
    .version(false)
    .example(examples)
    .epilogue(`Exit codes:\n${exitCodes.map((row) => `  ${row.join('  ')}`).join('\n')}`)
    .wrap(Math.min(columns, 100))
  for (const group of optionGroups) addGroup(parser, group)
  parser.option('help', { alias: 'h', type: 'boolean', description: 'Show this text' })
  parser.option('version', { type: 'boolean', description: 'Show the version' })
  return parser
}

/** What was meant by an option, or a choice, that yargs does not know. */
function nearestOf(text: string): string {
  const names = [...options.map(({ name }) => name), 'help', 'version']
  const unknown = /^Unknown arguments?: ([^\s,]+)/.exec(text)?.[1]
  if (unknown !== undefined) return didYouMean(unknown, names, '--')
  const [, name, given = ''] = /Argument: ([\w-]+), Given: "([^"]*)"/.exec(text) ?? []
  return didYouMean(given, options.find((row) => row.name === name)?.choices ?? [])
}

/** yargs takes any value of a flag for "false". Throws UsageError. */
function checkFlags(argv: readonly string[]): void {
  const flags = new Set(
    options.flatMap(({ name, alias, kind }) =>
      kind === 'flag' ? [`--${name}`, `--no-${name}`, `-${alias ?? name}`] : [],
    ),
  )
  const end = argv.indexOf('--')
  for (const word of end < 0 ? argv : argv.slice(0, end)) {
    const [, flag = '', value = ''] = /^(-[^=]+)=([^]*)$/.exec(word) ?? []
    if (flags.has(flag) && value !== 'true' && value !== 'false')
      throw new UsageError(`${flag} takes no value such as "${value}"; see --help`)
  }
}

function addGroup(parser: Argv, group: string): void {
  for (const row of options.filter((each) => each.group === group)) {
    parser.option(row.name, {
      group: `${group}:`,
      description: row.description,
      ...(row.alias === undefined ? {} : { alias: row.alias }),
      ...(row.choices === undefined ? {} : { choices: row.choices }),
      ...(row.kind === 'flag'
        ? { type: 'boolean' as const }
        : { type: 'string' as const, requiresArg: true }),
    })
  }
}

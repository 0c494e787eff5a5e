import yargs, { type Argv } from 'yargs'
import { didYouMean } from './did-you-mean.ts'
import { options } from './options.ts'
import { UsageError } from './usage-error.ts'

/** What reads a command line; nothing is read yet. Throws UsageError, then and later. */
export function createParser(argv: readonly string[]): Argv {
  checkFlags(argv)
  const parser = yargs([...argv])
    .scriptName('msb-migrate')
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
      throw new UsageError(`${complaint(text)}; see --help`)
    })
    .help(false)
    .version(false)
  addOptions(parser)
  parser.option('help', { alias: 'h', type: 'boolean' })
  parser.option('version', { type: 'boolean' })
  return parser
}

/** What yargs complains of, in words that say what is to be typed. */
function complaint(text: string): string {
  const unknown = /^Unknown arguments?: ([^\s,]+)/.exec(text)?.[1]
  if (unknown !== undefined) {
    const names = [...options.map(({ name }) => name), 'help', 'version']
    const dashes = unknown.length === 1 ? '-' : '--'
    return `there is no option ${dashes}${unknown}${didYouMean(unknown, names, '--')}`
  }
  const lacking = /^Not enough arguments following: (\S+)/.exec(text)?.[1]
  if (lacking !== undefined) return `--${lacking} needs a value`
  const [, name, given = ''] = /Argument: ([\w-]+), Given: "([^"]*)"/.exec(text) ?? []
  const choices = options.find((row) => row.name === name)?.choices ?? []
  return choices.length === 0
    ? text
    : `--${name} takes one of ${choices.join(', ')}; "${given}" is none${didYouMean(given, choices)}`
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

function addOptions(parser: Argv): void {
  for (const { name, alias, choices, kind } of options)
    parser.option(name, {
      ...(alias === undefined ? {} : { alias }),
      ...(choices === undefined ? {} : { choices }),
      ...(kind === 'flag'
        ? { type: 'boolean' as const }
        : { type: 'string' as const, requiresArg: true }),
    })
}

import { listText } from '../plan/list-text.ts'
import { createParser } from './create-parser.ts'
import { helpText } from './help-text.ts'
import { type CommandName, commands, optionsOf, rowOfCommand } from './commands.ts'
import { checkPrCombination, readPrChoice } from './pr/pr-arguments.ts'
import { readVersion } from './version.ts'
import { UsageError } from './usage-error.ts'
import { checkVerifyCombination, readVerifyChoice } from './verify/verify-arguments.ts'
import { type CliOptions, type PrAction, prActions } from './cli-options.ts'
import { type Format, formats, formatsOf, printersOf } from './formats.ts'
import type { OptionReader } from './option-row.ts'
import { options } from './options.ts'

/** What the command line asks for: a text to print (`--help`, `--version`), or a run. */
export type Request =
  | { readonly kind: 'print'; readonly text: string }
  | { readonly kind: 'run'; readonly options: CliOptions }

/**
 * Reads the command line (without node and script). `columns` is the width for the help text.
 * Throws UsageError where an option is unknown, lacks its value or contradicts another.
 */
export async function parseArguments(argv: readonly string[], columns = 100): Promise<Request> {
  const parsed: Readonly<Record<string, unknown>> = await createParser(argv).parseAsync()
  if (parsed['help'] === true) {
    const given = allOf(parsed['_'])
    const isFull = given[0] === 'all'
    return { kind: 'print', text: helpText(readCommand(given).command, columns, isFull) }
  }
  if (parsed['version'] === true) return { kind: 'print', text: `${readVersion()}\n` }
  return { kind: 'run', options: toOptions(parsed) }
}

function toOptions(parsed: Readonly<Record<string, unknown>>): CliOptions {
  const flag = (name: string): boolean => lastOf(parsed[name]) === true
  const text = (name: string): string | undefined => {
    const value = lastOf(parsed[name])
    if (value === '') throw new UsageError(`--${name} needs a value`)
    return typeof value === 'string' ? value : undefined
  }
  const flagOrNot = (name: string): boolean | undefined => {
    const value = lastOf(parsed[name])
    return typeof value === 'boolean' ? value : undefined
  }
  const { command, action, paths } = readCommand(allOf(parsed['_']))
  const reader: OptionReader = {
    flag,
    flagOrNot,
    text,
    each: (name) => allOf(parsed[name]),
    list: (name) => words(parsed[name]),
  }
  const result: CliOptions = {
    command,
    paths,
    mode: readMode(flag),
    allowDirty: flag('allow-dirty'),
    plain: flag('plain'),
    allowWrite: flag('allow-write'),
    decisions: text('decisions'),
    filesFrom: text('files-from'),
    stdinFilepath: text('stdin-filepath'),
    context: text('context'),
    allowUnmatched: flag('allow-unmatched'),
    followLinks: flag('follow-links'),
    config: lastOf(parsed['config']) === false ? 'none' : 'nearest',
    configFile: text('config'),
    printConfig: flag('print-config'),
    only: readOnly(parsed['only']),
    ...{ with: reader.list('with'), skip: reader.list('skip') },
    safe: flag('safe'),
    format: readFormat(text('format')),
    output: text('output'),
    jobs: readNumber('jobs', 999, text('jobs')),
    timeoutPerFile: readNumber('timeout-per-file', 86_400, text('timeout-per-file')),
    quiet: flag('quiet'),
    color: flagOrNot('color'),
    verify: readVerifyChoice(command === 'verify', reader),
    pr: readPrChoice(action, reader),
  }
  checkCombination(result)
  checkOptionsOf(command, parsed)
  return result
}

/** Each command has options of its own; those that can be explained better have been complained of before. */
function checkOptionsOf(
  command: CommandName | undefined,
  parsed: Readonly<Record<string, unknown>>,
): void {
  if (command === undefined || command === 'verify') return
  const own = new Set(optionsOf(command))
  const stray = options.find((row) => !own.has(row) && parsed[row.name] !== undefined)
  if (stray !== undefined)
    throw new UsageError(`--${stray.name} is not for ${command}; see msb-migrate ${command} --help`)
}

/** The first word can be a command, the second one of `pr`'s. */
function readCommand(given: readonly string[]): {
  readonly command: CommandName | undefined
  readonly action: PrAction | undefined
  readonly paths: readonly string[]
} {
  const command = commands.find((each) => each === given[0])
  if (command !== 'pr')
    return { command, action: undefined, paths: command === undefined ? given : given.slice(1) }
  const action = prActions.find((each) => each === given[1])
  return { command, action: action ?? 'run', paths: given.slice(action === undefined ? 1 : 2) }
}

function readMode(flag: (name: string) => boolean): CliOptions['mode'] {
  const given = (['dry-run', 'check', 'write'] as const).filter(flag)
  if (given.length > 1)
    throw new UsageError(`${given.map((x) => `--${x}`).join(' and ')} exclude each other`)
  return given[0]
}

/** No rule at all is a slip. */
function readOnly(value: unknown): CliOptions['only'] {
  if (value === undefined) return undefined
  const rules = words(value)
  if (rules.length === 0) throw new UsageError('--only needs the name of a rule')
  return rules
}

function readFormat(text: string | undefined): Format | undefined {
  return formats.find((format) => format === text)
}

function readNumber(name: string, most: number, text: string | undefined): number | undefined {
  if (text === undefined) return undefined
  const number = /^\d{1,5}$/.test(text) ? Number(text) : 0
  if (number < 1 || number > most)
    throw new UsageError(`--${name} takes a number from 1 to ${most}, not "${text}"`)
  return number
}

function checkCombination(given: CliOptions): void {
  if (given.stdinFilepath !== undefined) {
    if (given.paths.length > 0 || given.filesFrom !== undefined)
      throw new UsageError('--stdin-filepath takes no other paths')
    if (given.mode === 'write')
      throw new UsageError('--stdin-filepath prints its result; drop --write')
  }
  if (given.decisions !== undefined) checkDecisions(given)
  checkVerifyCombination(given)
  checkPrCombination(given)
  checkFormat(given)
  if (given.paths.includes('-'))
    throw new UsageError(
      '"-" is not a path; use --stdin-filepath PATH, or --files-from - for a list',
    )
}

/** Decisions are written, or asked for. */
function checkDecisions({ command, mode, format, output, stdinFilepath, verify }: CliOptions) {
  const other = [
    mode === 'dry-run' || mode === 'check' ? `--${mode}` : undefined,
    format === undefined ? undefined : '--format',
    output === undefined ? undefined : '--output',
    stdinFilepath === undefined ? undefined : '--stdin-filepath',
    command,
    verify === undefined ? undefined : '--verify',
  ].find((each) => each !== undefined)
  if (other !== undefined) throw new UsageError(`--decisions is for a review; drop ${other}`)
}

/** `pr` has words of its own for this. */
function checkFormat({ format, command, verify, pr, mode }: CliOptions): void {
  const inventory = command === 'inventory'
  if (inventory && mode !== undefined)
    throw new UsageError(`inventory writes nothing; drop --${mode}`)
  if (inventory && verify !== undefined)
    throw new UsageError('inventory builds nothing; drop --verify')
  if (format === undefined || pr !== undefined) return
  const known = rowOfCommand(command).prints.flatMap(formatsOf)
  if (known.length === 0 || known.includes(format)) return
  const others = listText(
    printersOf(format).map((each) => (each === 'run' ? 'a run without a command' : each)),
  )
  throw new UsageError(`--format ${format} is for ${others}; choose one of ${known.join(', ')}`)
}

/** An option that is given twice counts as given last. */
function lastOf(value: unknown): unknown {
  return Array.isArray(value) ? value.at(-1) : value
}

function allOf(value: unknown): readonly string[] {
  return (Array.isArray(value) ? value : value === undefined ? [] : [value]).map(String)
}

function words(value: unknown): readonly string[] {
  return allOf(value).flatMap((text) =>
    text
      .split(',')
      .map((word) => word.trim())
      .filter(Boolean),
  )
}

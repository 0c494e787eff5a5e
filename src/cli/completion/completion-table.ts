import { allRules } from '../../plan/enabled-rules.ts'
import { verdicts } from '../../verification/verification.ts'
import { prActions } from '../cli-options.ts'
import { type CommandName, commands, optionsOf, rowOfCommand } from '../commands.ts'
import { knownWords } from '../explain/known-words.ts'
import { formatsOf } from '../formats.ts'
import { helpOptions } from '../help-text.ts'
import type { OptionRow } from '../option-row.ts'
import { optionalRules, ruleNames } from '../rule-names.ts'

export const shells = ['bash', 'zsh', 'fish'] as const
export type Shell = (typeof shells)[number]

/** An option of one command, as a shell completes it. */
export interface CompletedOption {
  /** '--format' first, then '-f', '--no-color'. */
  readonly flags: readonly string[]
  readonly description: string
  /** What follows it: nothing, a file, one of these words, several of them behind commas, or what nobody can tell. */
  readonly takes: 'nothing' | 'file' | 'word' | 'words' | 'text'
  readonly words: readonly string[]
}

/** A command, '' for none; what it has, and the words that can follow it. */
export interface CompletedCommand {
  readonly name: CommandName | ''
  readonly summary: string
  readonly options: readonly CompletedOption[]
  readonly words: readonly string[]
  readonly takesFiles: boolean
}

/** All that a shell completes, of the tables of commands and options. Options of a verification are those of `verify`, and behind `--verify`. */
export function completionTable(): readonly CompletedCommand[] {
  return [undefined, ...commands].map((command) => {
    const { summary } = rowOfCommand(command)
    return {
      name: command ?? '',
      summary,
      options: [
        ...optionsOf(command).map((row) => optionFor(row, command)),
        ...helpOptions.map(({ name, alias, description }): CompletedOption => ({
          flags: flagsOf(name, alias),
          ...{ description, takes: 'nothing', words: [] },
        })),
      ],
      words: wordsOf(command),
      takesFiles: command !== 'completion',
    }
  })
}

function wordsOf(command: CommandName | undefined): readonly string[] {
  switch (command) {
    case undefined:
      return commands
    case 'pr':
      return prActions
    case 'explain':
      return [...knownWords.keys()]
    case 'completion':
      return shells
    default:
      return []
  }
}

function optionFor(row: OptionRow, command: CommandName | undefined): CompletedOption {
  const { name, alias, kind, description } = row
  const known = knownValues(row, command)
  const isFile = /^(FILE|FOLDER|PATH)$/.test(row.argument ?? '')
  return {
    flags: [
      ...flagsOf(name, alias),
      ...(description.includes(`--no-${name}`) ? [`--no-${name}`] : []),
    ],
    description,
    takes:
      kind === 'flag'
        ? 'nothing'
        : known !== undefined
          ? kind === 'list'
            ? 'words'
            : 'word'
          : isFile
            ? 'file'
            : 'text',
    words: known ?? [],
  }
}

/** The values of an option, where they can be told. */
function knownValues(
  { name, argument, choices }: OptionRow,
  command: CommandName | undefined,
): readonly string[] | undefined {
  if (name === 'format') return [...new Set(rowOfCommand(command).prints.flatMap(formatsOf))]
  if (name === 'only') return [...ruleNames, allRules]
  if (name === 'with') return [...optionalRules, allRules]
  if (argument === 'RULES') return ruleNames
  if (argument === 'VERDICTS') return verdicts
  return choices
}

function flagsOf(name: string, alias: string | undefined): readonly string[] {
  return [`--${name}`, ...(alias === undefined ? [] : [`-${alias}`])]
}

/** Every flag that takes a value, of any command: what follows one is no command. */
export function flagsWithValue(table: readonly CompletedCommand[]): readonly string[] {
  return [
    ...new Set(
      table.flatMap(({ options }) =>
        options.flatMap(({ takes, flags }) =>
          takes === 'nothing' ? [] : flags.filter((flag) => !flag.startsWith('--no-')),
        ),
      ),
    ),
  ]
}

/** The names of the commands; a run without one has none. */
export const commandNames = (table: readonly CompletedCommand[]): readonly string[] =>
  table.flatMap(({ name }) => (name === '' ? [] : name))

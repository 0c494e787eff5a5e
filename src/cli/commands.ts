import type { Printer } from './formats.ts'
import { type OptionGroup, optionGroups, type OptionRow } from './option-row.ts'
import { options } from './options.ts'

interface CommandRow {
  readonly name: string
  /** What follows the program's name. */
  readonly usage: string
  /** The same in a list of commands. */
  readonly brief: string
  readonly summary: string
  readonly about: string
  /** Groups of options that it has; of single ones, those beside them, and those of them that it does not have. */
  readonly groups: readonly OptionGroup[]
  readonly also: readonly string[]
  readonly not: readonly string[]
  /** Groups that its help lists, where those of the program count, too; all that it has where undefined. */
  readonly shown?: readonly OptionGroup[]
  readonly prints: readonly Printer[]
}

const common =
  'The options of msb-migrate --help that say which files and changes, and how it is printed, count here, too.'

/** What it does without a command. */
export const whole = row('', {
  usage: '[paths...]',
  summary: 'show what would change and ask, or do what an option says',
  about:
    'Splits Dockerfiles into stages, and hardens them. A path is a file, a folder or a quoted pattern.',
  groups: ['What to do', 'Which Dockerfiles', 'Which changes', 'Output'],
  prints: ['run'],
})

/** The one table of commands: the parser, the help, docs/cli.md, the man page and the completion are made from it. */
export const commandRows = [
  row('verify', {
    usage: 'verify [paths...]',
    summary: 'build and run each image before and after, and compare',
    about: `Builds and runs each image before and after, by your Docker, and compares them. ${common}`,
    groups: [...whole.groups, 'Verification'],
    not: ['check', 'decisions', 'dry-run', 'plain', 'stdin-filepath', 'verify'],
    shown: ['Verification'],
    prints: ['verify'],
  }),
  row('inventory', {
    usage: 'inventory [paths...]',
    summary: 'count Dockerfiles, and what would come of them',
    about: `Counts Dockerfiles: their ecosystems and stages, what would change, what would not and why, and what base images would save. ${common}`,
    groups: ['Which Dockerfiles', 'Which changes', 'Output'],
    not: ['stdin-filepath'],
    shown: [],
    prints: ['inventory'],
  }),
  row('pr', {
    usage: 'pr [status|sync|close|report] [paths...]',
    brief: 'pr [paths...]',
    summary: 'open pull requests, for one repository or many',
    about: `Opens pull requests for what would change, and says how they stand. ${common}`,
    // With --verify, of which the parser says so.
    groups: ['Which changes', 'Output', 'Verification', 'Pull requests'],
    also: ['dry-run', 'verify', 'allow-unmatched'],
    shown: ['Pull requests'],
    prints: ['pr status', 'pr report'],
  }),
  row('explain', {
    usage: 'explain CODE|RULE|OUTCOME|FILE[:LINE]',
    brief: 'explain WHAT',
    summary: 'say what a code or rule means, or why each line is where it is',
    about:
      'Says what a code, a rule or an outcome means, with an example; or, of a Dockerfile, where each line of the output comes from, and what becomes of each line of the input. A file that is named like a code is ./NAME.',
    groups: ['Which changes'],
    also: ['context', 'follow-links', 'format', 'output', 'timeout-per-file', 'quiet', 'color'],
    not: ['print-config'],
    prints: ['explain'],
  }),
  row('undo', {
    usage: 'undo [paths...]',
    summary: 'take back what the last run wrote',
    about:
      'Takes back what the last run wrote in this repository, or below these paths, where it is as that run left it; the rest is listed. Again takes back the run before.',
    also: ['dry-run', 'quiet', 'color'],
  }),
  row('mcp', {
    usage: 'mcp [--allow-write] [--config FILE]',
    brief: 'mcp',
    summary: 'serve coding agents over standard input and output',
    about:
      'Serves coding agents by the Model Context Protocol: tools that list, migrate, explain and verify Dockerfiles of the working directory. Nothing is written without --allow-write.',
    groups: ['Coding agents'],
    also: ['config'],
  }),
  row('completion', {
    usage: 'completion bash|zsh|fish',
    brief: 'completion SHELL',
    summary: 'print what completes these words in a shell',
    about:
      'Prints a script that completes commands, options and their values. bash: eval "$(msb-migrate completion bash)" in ~/.bashrc; zsh: the same in ~/.zshrc, below compinit; fish: msb-migrate completion fish | source in ~/.config/fish/config.fish.',
  }),
] as const

export type CommandName = (typeof commandRows)[number]['name']

/** What the first word can say besides a path; a folder of that name is `./NAME`. */
export const commands: readonly CommandName[] = commandRows.map(({ name }) => name)

/** The row of a command, or of none. */
export function rowOfCommand(command: CommandName | undefined): CommandRow {
  return commandRows.find(({ name }) => name === command) ?? whole
}

/** The options that count for a command, in the order of the table. */
export function optionsOf(command: CommandName | undefined): readonly OptionRow[] {
  const { groups, also, not } = rowOfCommand(command)
  return options.filter(
    ({ name, group }) => (groups.includes(group) || also.includes(name)) && !not.includes(name),
  )
}

/** Those of them that the command's help lists, by group. */
export function shownOptions(
  command: CommandName | undefined,
): readonly (readonly [OptionGroup, readonly OptionRow[]])[] {
  const { shown = optionGroups } = rowOfCommand(command)
  const rows = optionsOf(command)
  return shown.flatMap((group) => {
    const own = rows.filter((each) => each.group === group)
    return own.length === 0 ? [] : [[group, own] as const]
  })
}

function row<Name extends string>(
  name: Name,
  given: Pick<CommandRow, 'usage' | 'summary' | 'about'> & Partial<CommandRow>,
): CommandRow & { readonly name: Name } {
  return { brief: given.usage, groups: [], also: [], not: [], prints: [], ...given, name }
}

import { commandRows, shownOptions, whole } from '../../src/cli/commands.ts'
import { examples } from '../../src/cli/examples.ts'
import { helpOptions } from '../../src/cli/help-text.ts'
import { optionGroups, type OptionRow } from '../../src/cli/option-row.ts'
import { exitCodes, options } from '../../src/cli/options.ts'

/** docs/msb-migrate.1: the tables of commands and options as a manual page (man(7)). */
export function manPage(): string {
  return [
    '.\\" Made from src/cli/commands.ts and src/cli/options.ts; `npm run docs` writes it.',
    '.TH MSB\\-MIGRATE 1 "" "msb\\-migrate" "User Commands"',
    '.SH NAME',
    'msb\\-migrate \\- turns the Dockerfiles you have into lean, safe, multi\\-stage ones',
    '.SH SYNOPSIS',
    ...[whole, ...commandRows].flatMap(({ usage }) => ['.B msb\\-migrate', text(usage), '.br']),
    '.SH DESCRIPTION',
    text(whole.about),
    '.PP',
    text(
      'In a terminal each change is shown and asked about; without one, or with CI set, changes are printed only. Nothing is written without an answer, --write or --output.',
    ),
    '.SH COMMANDS',
    ...commandRows.flatMap((row) => [
      '.TP',
      `.B ${text(row.usage)}`,
      text(row.about),
      ...own(row.name),
    ]),
    '.SH OPTIONS',
    ...optionGroups.flatMap((group) => [
      `.SS ${text(group)}`,
      ...options.filter((row) => row.group === group).flatMap(optionLines),
      ...(group === 'Output' ? helpOptions.flatMap(optionLines) : []),
    ]),
    '.SH EXIT STATUS',
    ...exitCodes.flatMap(([code, meaning]) => ['.TP', `.B ${code}`, text(meaning)]),
    '.SH ENVIRONMENT',
    ...environment.flatMap(([name, meaning]) => ['.TP', `.B ${name}`, text(meaning)]),
    '.SH FILES',
    '.TP',
    `.I ${text('msb-migrate.config.yaml')}`,
    text(
      'What a project wants, and what no reader of files can see; found upward from each Dockerfile.',
    ),
    '.TP',
    `.I ${text('$XDG_STATE_HOME/msb-migrate/undo')}`,
    text('What undo takes back; in ~/.local/state where XDG_STATE_HOME is not set.'),
    '.SH EXAMPLES',
    ...examples.flatMap(([line, meaning]) => ['.TP', `.B ${text(line)}`, text(meaning)]),
    '',
  ].join('\n')
}

const environment: readonly (readonly [string, string])[] = [
  ['CI', 'Nobody is asked, as without a terminal.'],
  ['NO_COLOR, FORCE_COLOR', 'No colours, or colours wherever the output goes.'],
  ['XDG_STATE_HOME', 'Where the record of undo lies.'],
]

/** The options of a command that has few, by name; those of the others have a section each. */
function own(name: (typeof commandRows)[number]['name']): readonly string[] {
  const names = shownOptions(name).flatMap(([, rows]) => rows.map((row) => `--${row.name}`))
  const isOwn = name === 'explain' || name === 'undo'
  return isOwn ? [text(`Its options: ${names.join(', ')}.`)] : []
}

function optionLines({
  name,
  alias,
  argument,
  choices,
  description,
}: Pick<OptionRow, 'name' | 'alias' | 'argument' | 'choices' | 'description'>): readonly string[] {
  const long = `\\fB${text(`--${name}`)}\\fR${argument === undefined ? '' : ` \\fI${text(argument)}\\fR`}`
  const taken =
    choices === undefined || argument?.includes('|') === true ? '' : `: ${choices.join(', ')}`
  return [
    '.TP',
    alias === undefined ? long : `\\fB${text(`-${alias}`)}\\fR, ${long}`,
    text(`${description}${taken}`),
  ]
}

/** A line of text that no letter of it makes a request: https://man7.org/linux/man-pages/man7/groff_man_style.7.html */
function text(line: string): string {
  return line
    .replaceAll('\\', '\\e')
    .replaceAll('-', '\\-')
    .replaceAll("'", '\\(aq')
    .replaceAll('"', '\\(dq')
    .replaceAll('~', '\\(ti')
    .replaceAll('`', '\\(ga')
    .replace(/^\./, '\\&.')
}

import { defaultTimeout } from '../report/file-report.ts'
import { formats } from './formats.ts'
import { type OptionRow, rowsOf } from './option-row.ts'
import { prOptions } from './pr/pr-options.ts'
import { verifyOptions } from './verify/verify-options.ts'

const what = rowsOf('What to do')
const which = rowsOf('Which Dockerfiles')
const changes = rowsOf('Which changes')
const out = rowsOf('Output')

/** The one table of options. */
export const options: readonly OptionRow[] = [
  what.flag(
    'dry-run',
    'Show what would change, write nothing (the default where there is no terminal)',
    { alias: 'd' },
  ),
  what.flag('check', 'List the files that would change, write nothing; exit 1 if there are any', {
    alias: 'c',
  }),
  what.flag('write', 'Write every change without asking', { alias: 'w' }),
  what.text(
    'decisions',
    'FILE',
    'Save what is answered in a review to FILE; where it exists, do what it says, and ask about the rest',
    { isRare: true },
  ),
  what.flag('plain', 'Review in words, line by line: for screen readers and simple terminals', {
    isRare: true,
  }),
  what.flag('allow-dirty', 'Write files too that git has no committed copy of'),
  what.flag(
    'verify',
    'Build and run each image before and after, by your Docker; --write then writes what stays the same',
  ),
  which.text(
    'files-from',
    'FILE',
    'Read paths from FILE ("-" is standard input), one a line or separated by NUL',
    { isRare: true },
  ),
  which.text(
    'stdin-filepath',
    'PATH',
    'Read one Dockerfile from standard input as if it stood at PATH; print the result',
    { isRare: true },
  ),
  which.text(
    'context',
    'FOLDER',
    "Use FOLDER as the build context (by default: what compose, bake or CI files say, else the Dockerfile's folder)",
  ),
  which.flag('allow-unmatched', 'Accept paths and patterns that match no Dockerfile', {
    isRare: true,
  }),
  which.flag(
    'follow-links',
    'Take named links that lead out of the given folders, and write what they lead to',
    { isRare: true },
  ),
  changes.text(
    'config',
    'FILE',
    'Go by this configuration; one in JavaScript or TypeScript is run, and so are the transforms that it lists (by default: the nearest msb-migrate.config.yaml or .json, or package.json with "msb-migrate"; --no-config: none)',
  ),
  changes.flag('print-config', 'Print what the configuration says of each Dockerfile, and end', {
    isRare: true,
  }),
  changes.list('only', 'RULES', 'Use these rules only, separated by commas; or all'),
  changes.list('with', 'RULES', 'Use these rules, too, which are off unless asked for; or all'),
  changes.list('skip', 'RULES', 'Leave these rules out, separated by commas'),
  changes.flag('safe', 'Leave out changes that rest on an assumption'),
  out.text(
    'format',
    'FORMAT',
    'Print in this format; docs/reports.md says what each one is, and which command has it',
    { choices: formats },
  ),
  out.text(
    'output',
    'FILE',
    'Print to FILE instead of standard output; with pr --dry-run, write to this folder',
    { alias: 'o' },
  ),
  out.text(
    'jobs',
    'N',
    'Work in N processes (by default: as many as pay); verify N files at once (by default: 2); with pr, work on N repositories at once (by default: 4)',
    { alias: 'j' },
  ),
  out.text(
    'timeout-per-file',
    'SECONDS',
    `Give up on a file that takes longer (by default: ${defaultTimeout})`,
    { isRare: true },
  ),
  out.flag('quiet', 'No progress, hints or summary on standard error', { alias: 'q' }),
  out.flag('color', 'Use colour (--no-color: do not); by default on terminals, heeding NO_COLOR', {
    isRare: true,
  }),
  ...verifyOptions,
  ...prOptions,
  rowsOf('Coding agents').flag('allow-write', 'Let agents have files written, too'),
]

/** Exit codes and what they mean. */
export const exitCodes: readonly (readonly [code: string, meaning: string])[] = [
  ['0', 'done, or nothing to do'],
  ['1', '--check found changes'],
  ['2', 'bad usage; input, output or the Docker of the run itself failed'],
  [
    '3',
    'the run finished; some files failed, did not come out the same, or are not decided (any more)',
  ],
  ['130', 'interrupted, or a review was left before its end'],
]

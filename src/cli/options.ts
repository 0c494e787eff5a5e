import { formats } from './cli-options.ts'
import type { OptionRow } from './option-row.ts'
import { prOptions } from './pr/pr-options.ts'
import { verifyOptions } from './verify/verify-options.ts'

/** The one table of options. */
export const options: readonly OptionRow[] = [
  {
    name: 'dry-run',
    alias: 'd',
    kind: 'flag',
    group: 'What to do',
    description: 'Show what would change, write nothing (the default where there is no terminal)',
  },
  {
    name: 'check',
    alias: 'c',
    kind: 'flag',
    group: 'What to do',
    description: 'List the files that would change, write nothing; exit 1 if there are any',
  },
  {
    name: 'write',
    alias: 'w',
    kind: 'flag',
    group: 'What to do',
    description: 'Write every change without asking',
  },
  {
    name: 'allow-dirty',
    kind: 'flag',
    group: 'What to do',
    description: 'Write files too that git has no committed copy of',
  },
  {
    name: 'verify',
    kind: 'flag',
    group: 'What to do',
    description:
      'Build and run each image before and after, by your Docker; --write then writes what stays the same',
  },
  {
    name: 'files-from',
    kind: 'text',
    argument: 'FILE',
    group: 'Which Dockerfiles',
    description: 'Read paths from FILE ("-" is standard input), one a line or separated by NUL',
  },
  {
    name: 'stdin-filepath',
    kind: 'text',
    argument: 'PATH',
    group: 'Which Dockerfiles',
    description: 'Read one Dockerfile from standard input as if it stood at PATH; print the result',
  },
  {
    name: 'context',
    kind: 'text',
    argument: 'FOLDER',
    group: 'Which Dockerfiles',
    description:
      "Use FOLDER as the build context (by default: what compose, bake or CI files say, else the Dockerfile's folder)",
  },
  {
    name: 'allow-unmatched',
    kind: 'flag',
    group: 'Which Dockerfiles',
    description: 'Accept paths and patterns that match no Dockerfile',
  },
  {
    name: 'only',
    kind: 'list',
    argument: 'RULES',
    group: 'Which changes',
    description: 'Use these rules only, separated by commas',
  },
  {
    name: 'skip',
    kind: 'list',
    argument: 'RULES',
    group: 'Which changes',
    description: 'Leave these rules out, separated by commas',
  },
  {
    name: 'safe',
    kind: 'flag',
    group: 'Which changes',
    description: 'Leave out changes that rest on an assumption',
  },
  {
    name: 'format',
    kind: 'text',
    argument: 'FORMAT',
    choices: formats,
    group: 'Output',
    description:
      'Print diffs with their reasons, diffs for git apply, one JSON document, (what was verified) Markdown, or (pr report) HTML or CSV',
  },
  {
    name: 'output',
    alias: 'o',
    kind: 'text',
    argument: 'FILE',
    group: 'Output',
    description:
      'Print to FILE instead of standard output; with pr --dry-run, write to this folder',
  },
  {
    name: 'jobs',
    alias: 'j',
    kind: 'text',
    argument: 'N',
    group: 'Output',
    description:
      'Work on N threads (by default: as many as pay); verify N files at once (by default: 2); with pr, work on N repositories at once (by default: 4)',
  },
  {
    name: 'quiet',
    alias: 'q',
    kind: 'flag',
    group: 'Output',
    description: 'No progress, hints or summary on standard error',
  },
  {
    name: 'color',
    kind: 'flag',
    group: 'Output',
    description: 'Use colour (--no-color: do not); by default on terminals, heeding NO_COLOR',
  },
  ...verifyOptions,
  ...prOptions,
]

/** What the first word can say besides a path; a folder of that name is `./NAME`. */
export const commands = ['verify', 'pr'] as const

/** Exit codes and what they mean. */
export const exitCodes: readonly (readonly [code: string, meaning: string])[] = [
  ['0', 'done, or nothing to do'],
  ['1', '--check found changes'],
  ['2', 'bad usage; input, output or the Docker of the run itself failed'],
  ['3', 'the run finished, and some files failed, or did not come out the same'],
  ['130', 'interrupted, or a review was left before its end'],
]

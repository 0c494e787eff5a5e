import { shellOf } from '../../dockerfile/shell/shells.ts'
import { baseName } from '../image-path.ts'
import type { Usage } from '../../project/project.ts'
import type { OverrideCommand } from './override-commands.ts'
import type { StartCommand } from './start-command.ts'

/** What is done once, before or beside what the container is for. */
const isBeside = /release|deploy|migrat|seed|cron|test|lint|backup/i

/** Who runs the image as it is meant to be run: scripts and pipelines start other things in it. */
const runs: ReadonlySet<Usage['kind']> = new Set(['compose', 'platform', 'kubernetes'])

/**
 * The start command of an image whose file names none, where a compose file, a platform or a manifest gives it; the file's own where it has
 * one, and the base image's where that starts more than a prompt.
 */
export function startOrGiven(
  start: StartCommand | undefined,
  overrides: readonly OverrideCommand[],
): StartCommand | undefined {
  if (start !== undefined && !isPrompt(start)) return start
  const given = overrides.find(
    ({ usage, isCheck, argv }) =>
      !isCheck &&
      runs.has(usage.kind) &&
      usage.target === undefined &&
      !isBeside.test(usage.name) &&
      // What only the environment knows.
      !argv.some((word) => /^\$\{?\w+\}?$/.test(word)),
  )
  if (given === undefined) return start
  const { usage, needsShell, processes, openEnds, argv } = given
  return {
    ...{ instruction: undefined, entrypoint: undefined, cmd: undefined },
    ...{ argv, needsShell, processes, openEnds },
    stated: { lines: [], unread: [] },
    otherwise: undefined,
    given: { path: usage.path, line: usage.line, text: argv.join(' ') },
  }
}

/** `node`, `php -a`, `bash` of the base image. */
function isPrompt({ instruction, argv }: StartCommand): boolean {
  if (instruction !== undefined) return false
  const words = argv.filter((word) => !/docker(-php)?-entrypoint(\.sh)?$/.test(word))
  const [program = '', ...more] = words
  return (
    more.every((word) => word === '-a') &&
    (words.length === 0 ||
      shellOf(program) !== undefined ||
      /^(node|bun|php|python3?)$/.test(baseName(program)))
  )
}

import type { Usage } from '../../project/project.ts'
import { commandOf } from '../commands/command.ts'
import type { StageFacts } from '../stages/stage-facts.ts'
import { follow } from './follow.ts'
import type { Launcher, Place } from './launcher.ts'
import { openEndsOf, processesOf, type OpenEnd, type Process } from './process.ts'
import { splitWords } from './split-words.ts'

/** What else is run in the image: by a compose service instead of its start command or as a health check, by a platform before a release. */
export interface OverrideCommand {
  readonly usage: Usage
  /** It asks whether the container is well, and runs beside what that starts. */
  readonly isCheck: boolean
  readonly needsShell: boolean
  readonly argv: readonly string[]
  readonly processes: readonly Process[]
  readonly openEnds: readonly OpenEnd[]
}

/**
 * Follows the commands, entrypoints and health checks of what builds the image. A use with a target builds another stage, and one that
 * clears the command runs nothing. A command that can't be followed is left out.
 */
export function followOverrides(
  facts: StageFacts,
  place: Place,
  launchers: readonly Launcher[],
): readonly OverrideCommand[] {
  const usages = place.project.usages()
  const all = [
    ...usages.map((usage) => ({ usage, isCheck: false })),
    ...usages.flatMap(checkOf).map((usage) => ({ usage, isCheck: true })),
  ]
  return all.flatMap(({ usage, isCheck }) => {
    const argv = argvOf(usage, facts)
    if (argv === undefined || argv.length === 0) return []
    const evidence = { path: usage.path, line: usage.line, text: argv.join(' ') }
    const command = commandOf(argv, facts.end.workdir)
    const followed = follow(command, place, launchers, { via: [evidence] })
    const { needsShell } = followed
    const [processes, openEnds] = [processesOf(followed), openEndsOf(followed)]
    return [{ usage, isCheck, needsShell, argv, processes, openEnds }]
  })
}

/** The health check as a use of its own: it runs in the container beside what that starts. https://docs.docker.com/reference/compose-file/services/#healthcheck */
function checkOf(usage: Usage): readonly Usage[] {
  const { healthcheck } = usage
  if (healthcheck === undefined || healthcheck.length === 0) return []
  const [kind, ...words] =
    typeof healthcheck === 'string' ? ['CMD-SHELL', healthcheck] : healthcheck
  if (kind !== 'CMD' && kind !== 'CMD-SHELL') return []
  const entrypoint = kind === 'CMD' ? words : ['/bin/sh', '-c', ...words]
  return [{ ...usage, entrypoint, command: undefined, healthcheck: undefined }]
}

/**
 * ENTRYPOINT and CMD as compose sets them; undefined where it changes nothing. An entrypoint of compose's own clears the image's CMD.
 * https://github.com/compose-spec/compose-spec/blob/main/05-services.md#entrypoint
 */
function argvOf(usage: Usage, { config, steps, stage }: StageFacts): readonly string[] | undefined {
  const { target, command, entrypoint } = usage
  if (command === undefined && entrypoint === undefined) return undefined
  if (target !== undefined && target.toLowerCase() !== stage.name?.toLowerCase()) return undefined
  if (entrypoint !== undefined) return [...wordsOf(entrypoint), ...wordsOf(command ?? [])]
  const own = steps.findLast((step) => step.instruction.keyword === 'ENTRYPOINT')
  // A shell-form ENTRYPOINT never reads what stands behind it.
  if (own?.instruction.form === 'shell') return undefined
  const words = wordsOf(command ?? [])
  return words.length === 0 ? undefined : [...(config.Entrypoint ?? []), ...words]
}

const wordsOf = (command: readonly string[] | string): readonly string[] =>
  typeof command === 'string' ? splitWords(command) : command

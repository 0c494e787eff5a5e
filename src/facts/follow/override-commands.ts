import { parseScript } from '../../dockerfile/shell/shell.ts'
import type { Usage } from '../../project/project.ts'
import { commandOf, commandsOfScript } from '../command.ts'
import type { StageFacts } from '../stage-facts.ts'
import { follow } from './follow.ts'
import type { Launcher, Place } from './launcher.ts'
import { processesOf, type Process } from './process.ts'

/** What a compose service runs in the image instead of its start command, followed as that is. */
export interface OverrideCommand {
  readonly usage: Usage
  readonly needsShell: boolean
  readonly processes: readonly Process[]
}

/**
 * Follows the commands and entrypoints of the compose services that build the image. A service with a target builds another stage, and
 * one that clears the command runs nothing. A command that can't be followed is left out.
 */
export function followOverrides(
  facts: StageFacts,
  place: Place,
  launchers: readonly Launcher[],
): readonly OverrideCommand[] {
  return place.project.usages().flatMap((usage) => {
    const argv = argvOf(usage, facts)
    if (argv === undefined || argv.length === 0) return []
    const evidence = { path: usage.path, line: usage.line, text: argv.join(' ') }
    const command = commandOf(argv, facts.end.workdir)
    const followed = follow(command, place, launchers, { via: [evidence] })
    return [{ usage, needsShell: followed.needsShell, processes: processesOf(followed) }]
  })
}

/**
 * ENTRYPOINT and CMD as compose sets them; undefined where it changes nothing. An entrypoint of compose's own clears the image's CMD.
 * https://github.com/compose-spec/compose-spec/blob/main/05-services.md#entrypoint
 */
function argvOf(usage: Usage, { config, steps, stage }: StageFacts): readonly string[] | undefined {
  const { kind, target, command, entrypoint } = usage
  if (kind !== 'compose' || (command === undefined && entrypoint === undefined)) return undefined
  if (target !== undefined && target.toLowerCase() !== stage.name?.toLowerCase()) return undefined
  if (entrypoint !== undefined) return [...wordsOf(entrypoint), ...wordsOf(command ?? [])]
  const own = steps.findLast((step) => step.instruction.keyword === 'ENTRYPOINT')
  // A shell-form ENTRYPOINT never reads what stands behind it.
  if (own?.instruction.form === 'shell') return undefined
  const words = wordsOf(command ?? [])
  return words.length === 0 ? undefined : [...(config.Entrypoint ?? []), ...words]
}

/** Compose splits a string as a shell does, but no shell reads it. */
function wordsOf(command: readonly string[] | string): readonly string[] {
  if (typeof command !== 'string') return command
  const script = parseScript(command)
  const [only, ...more] =
    script === undefined ? [] : commandsOfScript(script, undefined, () => undefined)
  const words = only?.argv.flatMap((word) => word ?? [])
  return more.length > 0 || words === undefined || words.length !== only?.argv.length
    ? command.split(/\s+/).filter((word) => word !== '')
    : words
}

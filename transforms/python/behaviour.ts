import type { Behaviour, Facts } from '../../src/transform.ts'
import { gapOf } from './starts/gaps.ts'
import { portsOf } from './starts/ports.ts'
import { startedPrograms, type StartedProgram } from './starts/started-program.ts'
import { gapOfSettings, writesOf } from './starts/writes.ts'

/**
 * What servers and workers do by the words that start them, and whether something starts of which nobody knows what it does. What the
 * project's own modules do the engine reads for itself, and adds.
 */
export function behaviourOf(facts: Facts): Behaviour {
  const started = startedPrograms(facts)
  return {
    writes: started.flatMap(writesOf),
    writesElsewhere: started
      .flatMap((each) => gapOf(each, facts) ?? gapOfSettings(each, facts) ?? [])
      .at(0),
    needsRoot: started.flatMap((each) => otherUser(each) ?? []).at(0),
    ports: [...new Set(started.flatMap(portsOf))],
    programs: [],
  }
}

/** Servers that start as root, and go on as somebody else. */
function otherUser({ program, flags }: StartedProgram): string | undefined {
  const names = program === 'gunicorn' ? ['-u', '--user', '-g', '--group'] : ['--uid', '--gid']
  const isServer = /^(gunicorn|celery|hypercorn)$/.test(program)
  const flag = names.find((name) => flags.has(name))
  return isServer && flag !== undefined
    ? `\`${program} ${flag}\` starts as root and drops to another user itself`
    : undefined
}

import { normalizeText } from '../judge/normalize.ts'
import type { Sight } from './observe.ts'

/**
 * How far a container comes, so how much a comparison with it shows:
 * - `answers`: it answers by HTTP.
 * - `listens`: it takes connections.
 * - `healthy`: its health check is content.
 * - `ends`: it does its work and ends with exit code 0.
 * - `runs`: it runs on without listening.
 * - `fails`: it ends with an error that it tells: for want of a database, of a setting.
 * - `nothing`: it ends with an error and says nothing, does not start, or never listens where it should.
 */
export type RunDepth = 'answers' | 'listens' | 'healthy' | 'ends' | 'runs' | 'fails' | 'nothing'

/** How far one container came. */
export function depthOf({ ready, seen, log }: Sight): RunDepth {
  if (seen.state === 'exited') {
    if (seen.exitCode === 0) return 'ends'
    return log.last.length > 0 ? 'fails' : 'nothing'
  }
  switch (ready) {
    case 'answers':
    case 'listens':
    case 'healthy':
      return ready
    case 'settled':
      return 'runs'
    default:
      return 'nothing'
  }
}

/** Do two containers that end with an error give the same reason? */
export function failAlike(before: Sight, after: Sight): boolean {
  const [old, now] = [before, after].map(reasonsOf)
  if (old === undefined || now === undefined) return false
  // Of another platform than this machine's: not a line of the program was run.
  if ([...old].some((reason) => /exec format error/i.test(reason))) return false
  return [...now].every((reason) => old.has(reason))
}

function reasonsOf({ log }: Sight): ReadonlySet<string> {
  const told = log.errors.map(({ line }) => line)
  return new Set((told.length > 0 ? told : log.last.slice(-1)).map((line) => normalizeText(line)))
}

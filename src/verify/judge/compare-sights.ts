import type { Migrated } from '../../library.ts'
import type { Observation } from '../../verification/observation.ts'
import { compareAnswers } from './compare-answers.ts'
import { compareLogs } from './compare-logs.ts'
import { type Difference, differs } from './difference.ts'
import { normalizeText } from './normalize.ts'
import type { Sight } from '../run/observe.ts'

/** What two runs show that is not the same. */
export function compareSights(
  before: Sight,
  after: Sight,
  migrated: Pick<Migrated, 'changes' | 'replaced' | 'ecosystem'>,
): readonly Difference[] {
  const state = compareStates(before, after)
  const logs = compareLogs(before, after, migrated)
  // Of one that is gone, silence is no news.
  if (state.length > 0) return [...state, ...logs]
  return [
    ...compareReach(before.seen, after.seen),
    ...compareAnswers(before.interview, after.interview, migrated.ecosystem === 'static-frontend'),
    ...compareOutput(before, after),
    ...compareSmoke(before.seen, after.seen),
    ...logs,
  ]
}

function compareStates({ seen: before }: Sight, { seen: after }: Sight): readonly Difference[] {
  const old = stateOf(before)
  const now = stateOf(after)
  if (old === now) return []
  return [differs('state', 'container', `the container ${old} before, and ${now} after`)]
}

/** 'runs', 'ends with exit code 1', 'does not start (exec: ...)'. */
export function stateOf({ state, exitCode, problem }: Observation): string {
  switch (state) {
    case 'running':
      return 'runs'
    case 'exited': {
      const why = problem === undefined ? '' : ` (${problem})`
      return `ends with exit code ${exitCode ?? '?'}${why}`
    }
    case 'not-started':
      return `does not start (${problem ?? 'docker does not say why'})`
  }
}

function compareReach(before: Observation, after: Observation): readonly Difference[] {
  const health =
    before.health === after.health
      ? []
      : [
          differs(
            'health',
            'container',
            `its health check says ${before.health ?? 'nothing'} before, and ${after.health ?? 'nothing'} after`,
          ),
        ]
  if (before.ports === undefined || after.ports === undefined) return health
  const now = new Set(after.ports)
  const lost = before.ports.filter((port) => !now.has(port))
  const ports = lost.map((port) =>
    differs('port', String(port), `it listened on port ${port} before, and does not after`),
  )
  return [...health, ...ports]
}

function compareOutput(before: Sight, after: Sight): readonly Difference[] {
  // What one prints that fails is compared as its errors are.
  if (before.seen.exitCode !== 0) return []
  const [old, now] = [before, after].map(({ log }) => normalizeText(log.output).trim().split('\n'))
  const at = old?.findIndex((line, n) => line !== now?.[n]) ?? -1
  if (at < 0 && old?.length === now?.length) return []
  const line = at < 0 ? (old?.length ?? 0) : at
  return [
    differs(
      'output',
      'stdout',
      `what it prints differs: ${quote(old?.[line])} before, ${quote(now?.[line])} after`,
    ),
  ]
}

function compareSmoke(before: Observation, after: Observation): readonly Difference[] {
  return Object.entries(before.smoke).flatMap(([command, old]) => {
    const now = after.smoke[command]
    if (now === undefined || now.exitCode === old.exitCode) return []
    const said = now.output.at(-1)
    return [
      differs(
        'smoke',
        command,
        `${command} ${exitOf(old.exitCode)} before, and ${exitOf(now.exitCode)} after${said === undefined ? '' : `: ${said}`}`,
      ),
    ]
  })
}

function exitOf(code: number | undefined): string {
  return code === undefined ? 'does not end in time' : `ends with exit code ${code}`
}

/** A piece of text for a message. */
function quote(text: string | undefined): string {
  if (text === undefined || text.trim() === '') return 'nothing'
  const line = text.trim()
  return `"${line.length > 100 ? `${line.slice(0, 99)}…` : line}"`
}

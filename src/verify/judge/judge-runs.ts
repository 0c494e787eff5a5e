import type { Observation } from '../../verification/observation.ts'
import type { Verdict } from '../../verification/verification.ts'
import { stateOf } from './compare-sights.ts'
import type { Difference } from './difference.ts'
import type { Sight } from '../run/observe.ts'
import { depthOf, failAlike, type RunDepth } from '../run/run-depth.ts'
import type { Finding } from '../../verification/finding.ts'

/** What came of running both images. */
export interface RunComparison {
  readonly verdict: Extract<Verdict, 'same' | 'different' | 'not-runnable'>
  /** One sentence: how far they came, or what the first difference is. */
  readonly reason: string
  readonly before: Observation
  readonly after: Observation
  readonly differences: readonly Finding[]
  readonly notes: readonly Finding[]
}

export interface Evidence {
  readonly before: Sight
  readonly after: Sight
  readonly found: readonly Difference[]
  /** What the old image does not do alike when it is run twice. */
  readonly noise: readonly Difference[]
}

/** Judges what was found. `notes` say what was not done as the user's own surroundings would. */
export function judgeRuns(
  { before, after, found, noise }: Evidence,
  notes: readonly Finding[],
): RunComparison {
  const byItself = new Set(noise.map(({ id }) => id))
  const steady = found.filter(({ id }) => !byItself.has(id))
  const differences = steady.filter(({ counts }) => counts).map(({ finding }) => finding)
  const told = steady.filter(({ counts }) => !counts).map(({ finding }) => finding)
  const changing = found
    .filter(({ id, counts }) => counts && byItself.has(id))
    .map(({ finding: { message } }) => ({
      code: 'unsteady',
      message: `the old image does not do this alike twice, so it does not count: ${message}`,
    }))
  const depth = depthOf(before)
  const [first] = differences
  const judged =
    first === undefined
      ? judgeAlike(before, after, depth)
      : ({ verdict: 'different', reason: sentence(first.message), notes: [] } as const)
  const isShallow = depth === 'fails' || depth === 'nothing' || depth === 'runs'
  return {
    verdict: judged.verdict,
    reason: judged.reason,
    before: before.seen,
    after: after.seen,
    differences,
    notes: [...judged.notes, ...told, ...changing, ...(isShallow ? notes : [])],
  }
}

type Judged = Pick<RunComparison, 'verdict' | 'reason' | 'notes'>

/** Nothing differs: how much does that show? */
function judgeAlike(before: Sight, after: Sight, depth: RunDepth): Judged {
  const same = (reason: string): Judged => ({ verdict: 'same', reason, notes: [] })
  const { seen } = before
  switch (depth) {
    case 'answers':
      return { ...same(`Both answer alike: ${answersOf(seen)}.`), notes: emptyAnswers(seen) }
    case 'listens':
      return same(`Both listen on ${portsOf(seen)}; they do not speak HTTP.`)
    case 'healthy':
      return same('Both run, and their health checks are content.')
    case 'ends':
      return same('Both end with exit code 0, and print the same.')
    case 'runs':
      return same('Both run without listening on any port.')
    case 'fails':
      return judgeFailed(before, after)
    case 'nothing':
      return { verdict: 'not-runnable', reason: whyNothing(before), notes: [] }
  }
}

function judgeFailed(before: Sight, after: Sight): Judged {
  const said = lastWords(before)
  if (!failAlike(before, after))
    return {
      verdict: 'not-runnable',
      reason: `The old image does not get far enough here to compare: it ${stateOf(before.seen)} (${said}).`,
      notes: [],
    }
  return {
    verdict: 'same',
    reason: `Both end with exit code ${before.seen.exitCode ?? '?'} and the same error; what comes after it was not compared.`,
    notes: [{ code: 'only-to-its-exit', message: `compared only to its exit: ${said}` }],
  }
}

function whyNothing({ seen, ready }: Sight): string {
  if (seen.state !== 'running')
    return `The old image ${stateOf(seen)} here, so nothing can be compared.`
  const missing = ready === 'over-time' ? 'does not get ready in time' : 'does not answer'
  return `The old image runs, but ${missing} here, so nothing can be compared.`
}

function lastWords({ seen: { errors, log } }: Sight): string {
  return errors[0]?.line ?? log.at(-1) ?? 'it says nothing'
}

/** Answers that are named in a sentence. */
const mostNamed = 6

function answersOf({ answers }: Observation): string {
  const named = Object.entries(answers).map(([path, { status }]) => `${path} ${status}`)
  const more = named.length - mostNamed
  return `${named.slice(0, mostNamed).join(', ')}${more > 0 ? ` and ${more} more` : ''}`
}

function emptyAnswers({ answers }: Observation): readonly Finding[] {
  if (Object.values(answers).some(({ status }) => status < 400)) return []
  const message = 'nothing that was asked for is there; --path names what the program serves'
  return [{ code: 'only-error-pages', message }]
}

function portsOf({ ports }: Observation): string {
  const named = ports ?? []
  return `port${named.length === 1 ? '' : 's'} ${named.join(', ')}`
}

function sentence(text: string): string {
  const line = text.charAt(0).toUpperCase() + text.slice(1)
  return line.endsWith('.') ? line : `${line}.`
}

import type { Migrated } from '../../library.ts'
import { blameFor } from './blame.ts'
import { type Difference, differs, noted } from './difference.ts'
import type { ErrorKind, ErrorLine } from '../../verification/observation.ts'
import { normalizeText } from './normalize.ts'
import type { Sight } from '../run/observe.ts'

/** Findings about log lines in one comparison. */
const most = 5

/** Lines of error kind that only the new container prints, with what is missing and the change that left it out. */
export function compareLogs(
  before: Sight,
  after: Sight,
  migrated: Pick<Migrated, 'changes' | 'replaced'>,
): readonly Difference[] {
  const old = new Set(before.log.errors.map(({ line }) => normalizeText(line)))
  const fresh = after.log.errors.filter(({ line }) => !old.has(normalizeText(line)))
  const named = new Set(fresh.flatMap(({ kind, name }) => (name === undefined ? [] : kind)))
  // Logs say what is missing in many lines; those that name it are enough.
  const told = fresh.filter(
    ({ kind, name }) => kind !== 'other' && (name !== undefined || !named.has(kind)),
  )
  const each = [...new Map(told.toReversed().map((error) => [subjectOf(error), error])).values()]
  const missing = each.toReversed().map((error) => tell(error, migrated))
  const others = told.length > 0 ? [] : fresh.slice(0, 3)
  return [
    ...missing.slice(0, most),
    ...others.map(({ line }) =>
      noted('log', normalizeText(line), `only the new container logs: ${line}`),
    ),
  ]
}

function subjectOf({ kind, name, line }: ErrorLine): string {
  return `${kind} ${name ?? normalizeText(line)}`
}

function tell(error: ErrorLine, migrated: Pick<Migrated, 'changes' | 'replaced'>): Difference {
  const { kind, name, line } = error
  const blame = blameFor(kind, name, migrated)
  const cause = blame === undefined ? '' : ` (left out by "${blame.why}")`
  const what = `${meaning[kind]}${name === undefined ? '' : ` ${name}`}`
  return differs(`log-${kind}`, subjectOf(error), `${what}: ${line}${cause}`, blame?.by)
}

const meaning: Readonly<Record<ErrorKind, string>> = {
  'missing-file': 'missing file',
  'missing-module': 'missing module',
  'missing-library': 'missing library',
  'missing-program': 'missing program',
  permission: 'not permitted',
  certificates: 'missing certificates',
  'time-zone': 'missing time zone',
  architecture: 'wrong architecture',
  other: 'error',
}

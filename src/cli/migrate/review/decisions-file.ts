import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { dirname, relative, resolve, sep } from 'node:path'
import { toApplyError } from '../../../apply/apply-error.ts'
import { writeFile } from '../../../apply/write-file.ts'
import { shownPath } from '../../../report/paint.ts'
import type { FileReport } from '../../../report/file-report.ts'
import { adjustmentOf, entryOf, stillHolds } from '../../../review/decisions/decide-again.ts'
import type { Decisions, DecisionEntry } from '../../../review/decisions/decisions-schema.ts'
import { printDecisions } from '../../../review/decisions/print-decisions.ts'
import { readDecisions } from '../../../review/decisions/read-decisions.ts'
import { fileState, type FileState } from '../../../review/state/review-state.ts'
import { didYouMean } from '../../did-you-mean.ts'
import { optionalRules, ruleNames } from '../../rule-names.ts'
import { UsageError } from '../../usage-error.ts'
import type { FileJob } from '../core/migrate-file.ts'
import { messageOf } from '../file-list.ts'

/** How a file stands to the decisions: one holds, one is of something else by now, or there is none. */
export type Standing = 'holds' | 'outdated' | 'none'

/** The file of `--decisions`. */
export interface DecisionsFile {
  readonly isThere: boolean
  /** The job with what was wanted of it. */
  readonly jobFor: (job: FileJob) => FileJob
  readonly standingOf: (report: FileReport) => Standing
  /** The file with its answer, where one holds. */
  readonly stateOf: (report: FileReport) => FileState
  /** Saves the answers; what others say of files that were not in the review stays. Throws UsageError. */
  readonly save: (files: readonly FileState[]) => void
}

/** Reads the file of `--decisions`, where it is there. Throws UsageError where it is not what it should be. */
export function openDecisions(name: string, cwd: string): DecisionsFile {
  const path = resolve(cwd, name)
  const isThere = existsSync(path)
  const text = isThere ? readText(path, name) : null
  const known: Decisions = text === null ? { version: 1, files: {} } : parse(text, name)
  const keyOf = (file: string): string =>
    relative(dirname(path), resolve(cwd, file)).split(sep).join('/')
  const entryFor = (file: string): DecisionEntry | undefined => known.files[keyOf(file)]
  const sourceOf = ({ path: file, result }: FileReport): string =>
    result.outcome === 'migrated' ? result.before : readFileSync(resolve(cwd, file), 'utf8')

  const standingOf = (report: FileReport): Standing => {
    const entry = entryFor(report.path)
    if (entry === undefined) return 'none'
    return stillHolds(entry, report, sourceOf(report), hashOf) ? 'holds' : 'outdated'
  }
  return {
    isThere,
    jobFor: (job) => {
      const entry = entryFor(job.path)
      return entry === undefined ? job : { ...job, adjusted: adjustmentOf(entry, optionalRules) }
    },
    standingOf,
    stateOf: (report) =>
      standingOf(report) === 'holds'
        ? fileState(report, entryFor(report.path)?.decision)
        : fileState(report),
    save: (files) => {
      const entries = { ...known.files }
      for (const file of files) {
        const key = keyOf(file.report.path)
        const entry = entryOf(file, sourceOf(file.report), hashOf)
        if (entry !== undefined) entries[key] = entry
      }
      const after = printDecisions({ version: 1, files: entries })
      if (after === text) return
      try {
        writeFile({ path, before: text, after })
      } catch (error) {
        throw new UsageError(`--decisions: ${shownPath(name)}: ${toApplyError(error).message}`)
      }
    },
  }
}

const hashOf = (text: string) => createHash('sha256').update(text).digest('hex')

function readText(path: string, name: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    throw new UsageError(`--decisions: ${name} can't be read (${messageOf(error)})`)
  }
}

function parse(text: string, name: string): Decisions {
  const read = readDecisions(text, ruleNames)
  if (!('fault' in read)) return read
  const { line, reason, unknown } = read.fault
  const near = unknown === undefined ? '' : didYouMean(unknown.name, unknown.known)
  const all = unknown === undefined || near !== '' ? '' : `; there are ${unknown.known.join(', ')}`
  throw new UsageError(`--decisions: ${name}:${line}: ${reason}${near}${all}`)
}

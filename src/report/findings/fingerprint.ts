import { createHash } from 'node:crypto'
import { secretValues, shortenSecrets } from '../shorten-secrets.ts'
import type { FileReport } from '../file-report.ts'
import type { ReportFinding } from './findings.ts'

/** Tells findings of a run apart, and knows those of an earlier run again. */
export type FingerprintOf = (finding: ReportFinding, report: FileReport) => string

/**
 * A finding is known by its path, its rule and the text of its line without blanks, so that it stays the same while lines come and go above
 * it; the second of the same says that it is the second.
 */
export function createFingerprints(): FingerprintOf {
  const seen = new Map<string, number>()
  return (finding, { result }) => {
    const source = result.outcome === 'migrated' ? result.before : ''
    const line = source.split('\n')[finding.line - 1] ?? ''
    const text = shortenSecrets(line, secretValues(source)).replace(/\s+/g, '')
    const words = [finding.path, finding.rule, text].join('\0')
    const hash = createHash('sha256').update(words).digest('hex').slice(0, 32)
    const count = (seen.get(hash) ?? 0) + 1
    seen.set(hash, count)
    return `${hash}:${count}`
  }
}

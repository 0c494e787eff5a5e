import { stringify } from 'yaml'
import type { Decisions } from './decisions-schema.ts'

const head = `# Decisions of a review. Replay them with: msb-migrate --decisions FILE
# A file that has changed since, or what its migration rests on, is asked about again.
`

/** Decisions as YAML; the same ones give the same bytes. */
export function printDecisions({ version, files }: Decisions): string {
  const sorted = Object.entries(files).sort(([a], [b]) => (a < b ? -1 : 1))
  return head + stringify({ version, files: Object.fromEntries(sorted) }, { lineWidth: 0 })
}

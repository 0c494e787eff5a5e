import type { FileReport } from './file-report.ts'
import { secretValues, shortenSecrets, shortenValue } from './shorten-secrets.ts'

/** Fields whose texts are names, not words. */
const names: ReadonlySet<string> = new Set(
  'by code context digest ecosystem field kind outcome path rule verdict'.split(' '),
)

/**
 * A report whose words hold no secret: reasons, evidence, values of the image's config, what builds and containers said. `source` is the Dockerfile as it
 * was; `more` are secrets from elsewhere. The texts of files, before and after, stay whole, and so do
 * the lines that are replaced: they are what is applied, written and compared.
 */
export function hideSecrets(
  report: FileReport,
  source: string,
  more: readonly string[] = [],
): FileReport {
  const values = [...secretValues(source), ...more]
  const hidden = structuredClone(report)
  const { result } = hidden
  if (result.outcome === 'migrated') {
    const { changes, contract, stays } = result
    for (const part of [changes, contract, stays]) editTexts(part, values)
  } else editTexts(result, values)
  for (const part of [hidden.faults, hidden.questions])
    if (part !== undefined) editTexts(part, values)
  if (hidden.verification !== undefined) editTexts(hidden.verification, values)
  return hidden
}

/** Edits texts in place. A field of the image's config says what it is by its name: `Env.DB_PASSWORD`. */
function editTexts(part: object, values: readonly string[]): void {
  const field = 'field' in part && typeof part.field === 'string' ? part.field : ''
  const entries: readonly [string, unknown][] = Object.entries(part)
  for (const [key, value] of entries) {
    if (typeof value === 'string' && !names.has(key))
      Reflect.set(part, key, shortenSecrets(shortenValue(field, value), values))
    else if (typeof value === 'object' && value !== null) editTexts(value, values)
  }
}

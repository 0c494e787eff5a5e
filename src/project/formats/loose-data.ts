/**
 * Readers for values out of YAML, JSON and HCL that people wrote by hand: what has another shape than expected
 * is as if it were missing. None of them throws.
 */

/** A mapping; empty where the value is none. */
export function record(value: unknown): Readonly<Record<string, unknown>> {
  return isRecord(value) ? value : {}
}

/** True for a mapping (no list, no null). */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** A list; a single value stands for a list of one, as many of these formats allow. */
export function list(value: unknown): readonly unknown[] {
  if (value === undefined || value === null) return []
  return Array.isArray(value) ? value : [value]
}

/** A text; numbers and booleans as they would be written. */
export function text(value: unknown): string | undefined {
  if (typeof value === 'string') return value
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : undefined
}

/** A list of texts. */
export function texts(value: unknown): readonly string[] {
  return list(value).flatMap((item) => text(item) ?? [])
}

/** `{ A: 1 }`, `['A=1', 'B']` or lines of `A=1` as pairs; a name without a value has ''. */
export function pairs(value: unknown): ReadonlyMap<string, string> {
  if (isRecord(value)) {
    return new Map(Object.entries(value).map(([name, item]) => [name, text(item) ?? '']))
  }
  const lines = typeof value === 'string' ? value.split('\n') : texts(value)
  return new Map(
    lines
      .map((line) => line.trim())
      .filter((line) => line !== '')
      .map((line): [string, string] => {
        const equals = line.indexOf('=')
        return equals < 0 ? [line, ''] : [line.slice(0, equals), line.slice(equals + 1)]
      }),
  )
}

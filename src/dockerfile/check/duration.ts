const nanoseconds: Readonly<Record<string, number>> = {
  ns: 1,
  us: 1e3,
  µs: 1e3,
  μs: 1e3,
  ms: 1e6,
  s: 1e9,
  m: 60e9,
  h: 3600e9,
}

/** Go's time.ParseDuration (`1m30s`, `1.5h`), in nanoseconds; undefined where that fails. */
export function parseDuration(text: string): number | undefined {
  const match = /^([+-]?)((?:(?:\d+\.?\d*|\.\d+)(?:ns|us|µs|μs|ms|s|m|h))+|0)$/.exec(text)
  const parts = match?.[2]
  if (parts === undefined) return undefined
  let total = 0
  for (const [, amount, unit] of parts.matchAll(/([\d.]+)([a-zµμ]+)/g)) {
    total += Number(amount) * (nanoseconds[unit ?? ''] ?? NaN)
  }
  // An int64 holds 292 years.
  if (total > 2 ** 63) return undefined
  return match?.[1] === '-' ? -total : Math.floor(total)
}

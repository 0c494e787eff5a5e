/**
 * The numbers of a version: [3, 12] of '3.12' and '3.12rc1'; undefined where it has none. What marks it as early, late or local is left out.
 * https://packaging.python.org/en/latest/specifications/version-specifiers/
 */
export function releaseOf(version: string): readonly number[] | undefined {
  const numbers: number[] = []
  for (const part of version
    .trim()
    .replace(/^(v|\d+!)/, '')
    .split('.')) {
    const digits = leadingDigits(part)
    if (digits === '') break
    numbers.push(Number(digits))
    if (digits !== part) break
  }
  return numbers.length === 0 ? undefined : numbers
}

function leadingDigits(text: string): string {
  let end = 0
  while (end < text.length && text.charAt(end) >= '0' && text.charAt(end) <= '9') end++
  return text.slice(0, end)
}

/** Below 0 where the first version is earlier, 0 where both are the same. */
export function orderOf(a: readonly number[], b: readonly number[]): number {
  for (let i = 0; i < Math.max(a.length, b.length); i++) {
    const difference = (a[i] ?? 0) - (b[i] ?? 0)
    if (difference !== 0) return difference
  }
  return 0
}

/** Whether a version is `since` or a later one; undefined where one of them is not known. */
export function isSince(version: string | undefined, since: string): boolean | undefined {
  const [own, first] = [releaseOf(version ?? ''), releaseOf(since)]
  return own === undefined || first === undefined ? undefined : orderOf(own, first) >= 0
}

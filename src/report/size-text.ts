import { groupDigits } from './group-digits.ts'

/** Bytes in the units that docker counts images in: '85 MB', '1.05 GB'. */
export function sizeText(bytes: number): string {
  if (bytes < 1e6) return `${groupDigits(Math.round(bytes / 1e3))} kB`
  if (bytes < 1e9) return `${Math.round(bytes / 1e6)} MB`
  return `${(bytes / 1e9).toFixed(2)} GB`
}

/** A part of a whole: '9 %'. */
export function shareText(part: number, whole: number): string {
  return whole === 0 ? '' : `${Math.round((part / whole) * 100)} %`
}

/** A bar as long as a part of a whole; never empty for what is more than nothing. */
export function bar(part: number, whole: number, width: number): string {
  const length = whole === 0 ? 0 : Math.round((part / whole) * width)
  return '█'.repeat(part > 0 ? Math.max(1, length) : 0)
}

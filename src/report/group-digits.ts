/** 12345 as "12,345"; by hand, since a locale is a machine's state. */
export function groupDigits(n: number): string {
  return String(n).replace(/\B(?=(\d{3})+$)/g, ',')
}

/** A location of nginx, as lines. */
export function location(match: string, lines: readonly string[]): readonly string[] {
  return [`location ${match} {`, ...lines.map((line) => `    ${line}`), '}']
}

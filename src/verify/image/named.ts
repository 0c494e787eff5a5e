/** Files named in one finding. */
const mostNamed = 5

/** Names the first of some files, and says how many more there are. */
export function named(paths: readonly string[]): string {
  const more = paths.length - mostNamed
  return `${paths.slice(0, mostNamed).join(', ')}${more > 0 ? ` and ${more} more` : ''}`
}

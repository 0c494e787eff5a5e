/** 'a', 'a and b', 'a, b and c'. */
export function listText(items: readonly string[]): string {
  const last = items.at(-1)
  return last === undefined || items.length === 1
    ? items.join('')
    : `${items.slice(0, -1).join(', ')} and ${last}`
}

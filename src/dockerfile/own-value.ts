/** What a table has for a word of the user's; undefined where it has nothing: not what every object has, by the name of `toString`. */
export function ownValue<T>(table: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(table, key) ? table[key] : undefined
}

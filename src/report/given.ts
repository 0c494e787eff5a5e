type Given<T> = { [K in keyof T]?: Exclude<T[K], undefined> }

/** Without the fields that are undefined. */
export function given<T extends object>(fields: T): Given<T> {
  const result: Given<T> = {}
  for (const key in fields) {
    const value = fields[key]
    if (isDefined(value)) result[key] = value
  }
  return result
}

function isDefined<T>(value: T): value is Exclude<T, undefined> {
  return value !== undefined
}

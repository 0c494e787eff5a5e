/** The texts of a project. */
export interface SharedTexts {
  readonly read: (path: string) => string | undefined
  /** The same for texts of which some were written since. */
  readonly origin?: object
}

/**
 * What a text says by itself, worked out once: for a project, and for what becomes of it where files are written. Of a file that is not there
 * the text is ''. `more` is what the work depends on beside path and text.
 */
export function oncePerText<T>(
  work: (path: string, text: string, more: string) => T,
): (texts: SharedTexts, path: string, more?: string) => T {
  const known = new WeakMap<object, Map<string, { readonly text: string; readonly found: T }>>()
  return (texts, path, more = '') => {
    const origin = texts.origin ?? texts
    const own = known.get(origin) ?? new Map<string, { readonly text: string; readonly found: T }>()
    known.set(origin, own)
    const key = `${more}\n${path}`
    const text = texts.read(path) ?? ''
    const before = own.get(key)
    if (before?.text === text) return before.found
    const found = work(path, text, more)
    own.set(key, { text, found })
    return found
  }
}

import path from 'node:path'

/** The way from a folder to a path, with `/`; '' for the folder itself, `../` first for what lies outside. */
export function relativeTo(folder: string, to: string): string {
  return path.relative(folder, to).split(path.sep).join('/')
}

/** True for a path that is the folder or lies below it; both absolute. */
export function isWithin(folder: string, to: string): boolean {
  const way = relativeTo(folder, to)
  return way !== '..' && !way.startsWith('../') && !path.isAbsolute(way)
}

/** A relative path without `.`, `..`, doubled or outer slashes; undefined where it leads out. */
export function normalPath(wanted: string): string | undefined {
  // Most are normal: nothing to be taken apart.
  if (wanted === '' || !/(^|\/)\.{0,2}(\/|$)/.test(wanted)) return wanted
  const names: string[] = []
  for (const name of wanted.split('/')) {
    if (name === '' || name === '.') continue
    if (name !== '..') names.push(name)
    else if (names.pop() === undefined) return undefined
  }
  return names.join('/')
}

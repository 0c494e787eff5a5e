import { matchSource } from '../dockerfile/patterns/path-pattern.ts'

/** The part of a build context that a source is matched against; paths as in `Project`. */
interface Paths {
  readonly exists: (path: string) => boolean
  readonly list: (folder: string) => readonly string[]
}

/**
 * The paths that a COPY or ADD source takes, sorted; a folder is given as itself. As BuildKit does, a source can't leave the
 * context (`../x` and `/x` are `x`), and all up to the first name with a wildcard is taken literally.
 * https://docs.docker.com/reference/dockerfile/#copy
 */
export function matchingPaths(pattern: string, paths: Paths): readonly string[] {
  const names = namesOf(pattern)
  const firstWild = names.findIndex(hasWildcard)
  if (firstWild < 0) return paths.exists(names.join('/')) ? [names.join('/')] : []
  let found = [names.slice(0, firstWild).join('/')]
  for (const name of names.slice(firstWild)) {
    found = found.flatMap((folder) =>
      paths
        .list(folder)
        .filter((entry) => matchSource(name, entry))
        .map((entry) => (folder === '' ? entry : `${folder}/${entry}`)),
    )
  }
  return found.sort()
}

/** True where Go's filepath.Match sees `*`, `?` or `[` that no backslash takes its meaning from. */
export function hasWildcard(source: string): boolean {
  return /^(?:[^\\*?[]|\\.)*[*?[]/.test(source)
}

function namesOf(pattern: string): readonly string[] {
  const names: string[] = []
  for (const name of pattern.split('/')) {
    if (name === '..') names.pop()
    else if (name !== '' && name !== '.') names.push(name)
  }
  return names
}

/** A row of `git ls-tree -z`: `MODE TYPE ID\tPATH`. */
export interface TreeRow {
  readonly path: string
  readonly mode: string
  readonly id: string
}

/** Reads what `git ls-tree -r -z` prints. */
export function readTree(out: Buffer): readonly TreeRow[] {
  return out
    .toString()
    .split('\0')
    .flatMap((row) => {
      const [mode = '', , id] = row.slice(0, row.indexOf('\t')).split(' ')
      return id === undefined ? [] : [{ path: row.slice(row.indexOf('\t') + 1), mode, id }]
    })
}

/**
 * Reads what `git cat-file --batch` prints, by id: `ID TYPE SIZE`, the content, a line end; or `ID missing`.
 * https://git-scm.com/docs/git-cat-file#_batch_output
 */
export function readBatch(out: Buffer): ReadonlyMap<string, Buffer> {
  const found = new Map<string, Buffer>()
  for (let at = 0; at < out.length;) {
    const end = out.indexOf(10, at)
    if (end < 0) break
    const [id = '', type, size] = out.subarray(at, end).toString().split(' ')
    at = end + 1
    if (type === 'missing' || size === undefined) continue
    found.set(id, out.subarray(at, at + Number(size)))
    at += Number(size) + 1
  }
  return found
}

/** What git knows of a folder. Paths are relative to it, sorted, each once. */
export interface GitListing {
  readonly paths: readonly string[]
  /** Folders that are repositories of their own: submodules, and what was cloned there. Git looks into none of them. */
  readonly repositories: readonly string[]
  /** Folders that git may not read. */
  readonly unread: readonly string[]
}

/** The answer of `git ls-files -c -o -s -z`: tracked files behind their modes, others plain, repositories among these with a slash. */
export function readListing(fields: readonly string[], messages: string): GitListing {
  const paths = new Set<string>()
  const repositories = new Set<string>()
  for (const field of fields) {
    const [, mode, tracked] = /^(\d{6}) [0-9a-f]{40,64} \d\t([^]*)$/.exec(field) ?? []
    const path = tracked ?? field
    if (mode === '160000' || path.endsWith('/')) repositories.add(path.replace(/\/$/, ''))
    else paths.add(path)
  }
  // `warning: could not open directory 'data/': Permission denied`, in the user's language.
  const unread = messages
    .split('\n')
    .flatMap((line) => /['"«„“](.+)\/['"»“”]/.exec(line)?.[1] ?? [])
  return { paths: [...paths].sort(), repositories: [...repositories].sort(), unread }
}

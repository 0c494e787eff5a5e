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

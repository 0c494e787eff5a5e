import { createHash } from 'node:crypto'

/** Git's object id of a file's content, in a repository whose ids look like `like`. */
export function blobId(content: Uint8Array | string, like: string): string {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content
  return createHash(like.length === 64 ? 'sha256' : 'sha1')
    .update(`blob ${bytes.length}\0`)
    .update(bytes)
    .digest('hex')
}

/** A short name for what a pull request changes: the same files with the same content have the same, whatever their base. */
export function contentHash(
  files: readonly { readonly path: string; readonly id: string | undefined }[],
): string {
  const rows = files.map(({ path, id }) => `${path}\0${id ?? ''}\n`).sort()
  return createHash('sha256').update(rows.join('')).digest('hex').slice(0, 16)
}

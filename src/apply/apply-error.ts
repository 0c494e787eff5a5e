import { dirname } from 'node:path'

/** A file that was not written; it stands as it was before. The message is a sentence for the user. */
export class ApplyError extends Error {
  override readonly name = 'ApplyError'
  readonly code: 'changed-on-disk' | 'write-failed'

  constructor(code: 'changed-on-disk' | 'write-failed', message: string) {
    super(message)
    this.code = code
  }
}

/** Any error as an ApplyError; a system's code becomes a sentence. */
export function toApplyError(error: unknown): ApplyError {
  return error instanceof ApplyError ? error : new ApplyError('write-failed', sentenceFor(error))
}

function sentenceFor(error: unknown): string {
  switch (codeOf(error)) {
    case 'EACCES':
    case 'EPERM':
      return closed(error)
    case 'EROFS':
      return 'It is on a file system that is read-only.'
    case 'ENOSPC':
    case 'EDQUOT':
      return 'There is no space left.'
    default:
      return `It could not be written (${codeOf(error) ?? String(error)}).`
  }
}

/** Where the file itself may be written, the right to its folder is what lacks: it is written beside itself first. */
function closed(error: unknown): string {
  const path = error instanceof Error && 'path' in error ? error.path : undefined
  const isOfFile = error instanceof Error && 'syscall' in error && error.syscall === 'access'
  return typeof path === 'string' && !isOfFile
    ? `You may not write to the folder ${dirname(path)}.`
    : 'You may not write it.'
}

/** The system's name of an I/O error: 'ENOENT'. */
export function codeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string'
    ? error.code
    : undefined
}

import { ApplyError } from './apply-error.ts'
import { checkUnchanged, removeNewFile, type TextFile, writeFile } from './write-file.ts'

/** Hears what is about to be written; what it gives back takes that back. */
export type NoteWrites = (files: readonly TextFile[]) => () => void

const noted = (): void => undefined

/**
 * Writes files that belong together, in order; the last one is the one that counts (the Dockerfile). If one can't be written, those before
 * it are put back and ApplyError is thrown. A file that has its new content already counts as written. `note` hears what is written before that is
 * begun, and what it gives back is called where nothing of it stays.
 */
export function writeGroup(files: readonly TextFile[], note: NoteWrites = () => noted): void {
  const open = files.filter((file) => !isWritten(file))
  for (const file of open) checkUnchanged(file.path, file.before)
  const forget = open.length === 0 ? noted : note(open)
  const written: TextFile[] = []
  for (const file of open) {
    try {
      writeFile(file)
      written.unshift(file)
    } catch (error) {
      // Another machine's run came to the same: it counts on the files before it.
      if (isWritten(file)) continue
      const left = written.filter((each) => !putBack(each))
      if (left.length === 0) forget()
      throw left.length === 0 ? error : withLeft(error, left)
    }
  }
}

function isWritten({ path, after }: TextFile): boolean {
  try {
    checkUnchanged(path, after)
    return true
  } catch {
    return false
  }
}

function putBack(file: TextFile): boolean {
  try {
    if (file.before === null) removeNewFile(file)
    else writeFile({ path: file.path, before: file.after, after: file.before })
    return true
  } catch {
    return false
  }
}

function withLeft(error: unknown, left: readonly TextFile[]): ApplyError {
  const message = error instanceof Error ? error.message : String(error)
  const names = left.map((file) => file.path).join(', ')
  return new ApplyError(
    'write-failed',
    `${message} Already written and not to be put back: ${names}.`,
  )
}

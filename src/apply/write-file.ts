import {
  accessSync,
  closeSync,
  constants,
  fchmodSync,
  fchownSync,
  fstatSync,
  fsyncSync,
  linkSync,
  lstatSync,
  openSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  type Stats,
  statSync,
  writeFileSync,
} from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { ApplyError, codeOf, toApplyError } from './apply-error.ts'
import { syncFolder } from './sync-folder.ts'
import { removeLeftovers, temporaryName } from './temporary-file.ts'

/** A text to write; `before` is what must stand there now, null for a file that must not be there yet. */
export interface TextFile {
  /** Absolute. */
  readonly path: string
  readonly before: string | null
  readonly after: string
}

/**
 * Replaces a file so that at any moment, power cuts included, it has its old or its new content: a temporary file in the same folder,
 * fsync, rename, fsync of the folder. Mode, owner and links to it stay. Throws ApplyError where the file is not what it was or can't be
 * written; then nothing has changed.
 */
export function writeFile(file: TextFile): void {
  try {
    checkUnchanged(file.path, file.before)
    const path = resolveLink(file)
    if (file.before !== null) accessSync(path, constants.W_OK)
    const temporary = writeTemporary(
      path,
      file.after,
      file.before === null ? undefined : statSync(path),
    )
    try {
      checkUnchanged(path, file.before)
      moveInto(temporary, path, file.before === null)
    } catch (error) {
      rmSync(temporary, { force: true })
      throw error
    }
    syncFolder(dirname(path))
  } catch (error) {
    throw toApplyError(error)
  }
}

/** Throws ApplyError where a file is not what it was, or can't be read. */
export function checkUnchanged(path: string, before: string | null): void {
  const now = readIfThere(path)
  if (before === null && now !== undefined) {
    throw new ApplyError('changed-on-disk', `There is a ${basename(path)} by now.`)
  }
  if (before !== null && (now === undefined || !now.equals(Buffer.from(before)))) {
    throw new ApplyError(
      'changed-on-disk',
      `${basename(path)} is not what it was when it was read.`,
    )
  }
}

/** Removes a new file again, if it has the content that we gave it. */
export function removeNewFile({ path, after }: Pick<TextFile, 'path' | 'after'>): void {
  if (readIfThere(path)?.equals(Buffer.from(after)) !== true) return
  try {
    rmSync(path)
  } catch (error) {
    throw toApplyError(error)
  }
  syncFolder(dirname(path))
}

/** The file that a link leads to is the one to replace; a new file is never put where a link stands. */
function resolveLink({ path, before }: TextFile): string {
  if (before !== null) return realpathSync(path)
  const isThere = lstatSync(path, { throwIfNoEntry: false }) !== undefined
  if (isThere) throw new ApplyError('changed-on-disk', `There is a ${basename(path)} by now.`)
  return join(realpathSync(dirname(path)), basename(path))
}

function writeTemporary(path: string, text: string, old: Stats | undefined): string {
  const folder = dirname(path)
  const { file, name } = openTemporary(folder, basename(path))
  const temporary = join(folder, name)
  try {
    writeFileSync(file, text)
    if (old !== undefined) takeOver(file, old)
    fsyncSync(file)
    removeLeftovers(folder, name, fstatSync(file).mtimeMs)
  } catch (error) {
    rmSync(temporary, { force: true })
    throw error
  } finally {
    closeSync(file)
  }
  return temporary
}

function openTemporary(
  folder: string,
  base: string,
): { readonly file: number; readonly name: string } {
  for (let n = 1; ; n++) {
    const name = temporaryName(base, n)
    try {
      return { name, file: openSync(join(folder, name), 'wx', 0o666) }
    } catch (error) {
      // Of a run that was killed, or of one that is at work beside this one.
      if (codeOf(error) !== 'EEXIST' || n >= 1000) throw error
    }
  }
}

/** Owner first: changing it clears the set-user-ID bits of the mode. */
function takeOver(file: number, old: Stats): void {
  const now = fstatSync(file)
  if (now.uid !== old.uid || now.gid !== old.gid) {
    try {
      fchownSync(file, old.uid, old.gid)
    } catch (error) {
      // Only root may give files away; git and editors leave it at that, too.
      if (codeOf(error) !== 'EPERM') throw error
    }
  }
  fchmodSync(file, old.mode & 0o7777)
}

/** A rename would replace a new file that somebody else made meanwhile; a link fails then. */
function moveInto(temporary: string, path: string, isNew: boolean): void {
  if (!isNew) {
    renameSync(temporary, path)
    return
  }
  try {
    linkSync(temporary, path)
    rmSync(temporary)
  } catch (error) {
    if (codeOf(error) === 'EEXIST')
      throw new ApplyError('changed-on-disk', `There is a ${basename(path)} by now.`)
    // Some file systems have no hard links.
    renameSync(temporary, path)
  }
}

/** The bytes of a file; undefined where there is none. Throws ApplyError where it can't be read. */
export function readIfThere(path: string): Buffer | undefined {
  try {
    return readFileSync(path)
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined
    throw toApplyError(error)
  }
}

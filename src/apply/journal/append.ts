import {
  closeSync,
  fstatSync,
  fsyncSync,
  ftruncateSync,
  mkdirSync,
  openSync,
  readdirSync,
  realpathSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { codeOf } from '../apply-error.ts'
import { syncFolder } from '../sync-folder.ts'
import type { TextFile } from '../write-file.ts'
import { contentHash, lineOf, mostRuns, type RecordedFile, type RunHead } from './record.ts'

/** Where a run of this program writes down what it is about to do. */
export interface RunFile {
  /**
   * Writes down a group of files, which have their old content yet; it is on disk when this returns. Throws where that can't be; then nothing is written down.
   * @returns takes it out again, for a group that was not written.
   */
  readonly append: (files: readonly TextFile[]) => () => void
}

/** A run in a journal, with no file yet: one is made with the first group, and again where somebody has taken it away meanwhile. */
export function openRun(journal: string, head: RunHead): RunFile {
  let path: string | undefined
  const open = (): number => {
    if (path !== undefined) {
      try {
        return openSync(path, 'r+')
      } catch (error) {
        if (codeOf(error) !== 'ENOENT') throw error
      }
    }
    const made = makeRun(journal)
    path = made.path
    writeFileSync(made.file, lineOf(head))
    return made.file
  }
  return {
    append: (files) => {
      const line = lineOf({ files: files.map(recorded) })
      const file = open()
      const { size } = fstatSync(file)
      try {
        writeAt(file, line, size)
        fsyncSync(file)
        syncFolder(journal)
      } catch (error) {
        ftruncateSync(file, size)
        throw error
      } finally {
        closeSync(file)
      }
      return () => {
        if (path !== undefined) truncateSync(path, size)
      }
    },
  }
}

const runName = /^\d{6}\.jsonl$/

/** The names of a journal's runs, oldest first; none where there is no journal. */
export function runNames(journal: string): readonly string[] {
  try {
    return readdirSync(journal)
      .filter((name) => runName.test(name))
      .sort()
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return []
    throw error
  }
}

/** Of its user alone: it holds the texts of files. */
export function makeJournal(journal: string): void {
  mkdirSync(journal, { recursive: true, mode: 0o700 })
}

function makeRun(journal: string): { readonly path: string; readonly file: number } {
  makeJournal(journal)
  syncFolder(dirname(journal))
  const names = runNames(journal)
  for (const old of names.slice(0, Math.max(0, names.length + 1 - mostRuns)))
    rmSync(join(journal, old), { force: true })
  for (let n = Number((names.at(-1) ?? '0').slice(0, 6)) + 1; ; n++) {
    const path = join(journal, `${String(n).padStart(6, '0')}.jsonl`)
    try {
      return { path, file: openSync(path, 'wx', 0o600) }
    } catch (error) {
      if (codeOf(error) !== 'EEXIST') throw error
    }
  }
}

function recorded({ path, before, after }: TextFile): RecordedFile {
  const known = { after: contentHash(after) }
  if (before === null)
    return { path: join(realpathSync(dirname(path)), basename(path)), before, ...known }
  const real = realpathSync(path)
  const mode = statSync(real).mode & 0o7777
  return { path: real, before: { text: before, hash: contentHash(before), mode }, ...known }
}

function writeAt(file: number, text: string, position: number): void {
  const bytes = Buffer.from(text)
  for (let done = 0; done < bytes.length;)
    done += writeSync(file, bytes, done, bytes.length - done, position + done)
}

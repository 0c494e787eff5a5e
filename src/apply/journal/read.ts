import { closeSync, openSync, readdirSync, readSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { codeOf } from '../apply-error.ts'
import { syncFolder } from '../sync-folder.ts'
import { checkUnchanged, readIfThere, writeFile } from '../write-file.ts'
import { runNames } from './append.ts'
import { parseHead, parseRun, printRun, type RecordedRun, type RunHead } from './record.ts'

/** A run of a journal, by the file that it stands in. */
export interface KnownRun extends RecordedRun {
  readonly path: string
  /** The file's text, so that it is replaced only where it is still that. */
  readonly text: string
}

/** A journal, and what its newest run says of it. */
export interface Journal {
  readonly folder: string
  readonly head: RunHead
}

/** Longer than any head. */
const headSize = 65_536

/** The journals in a folder that hold a run, in the order of what they are about. */
export function journalsIn(place: string): readonly Journal[] {
  const journals = foldersIn(place).flatMap((name): Journal[] => {
    const folder = join(place, name)
    for (const run of [...runNames(folder)].reverse()) {
      const head = parseHead(startOf(join(folder, run)))
      if (head !== undefined) return [{ folder, head }]
    }
    return []
  })
  return journals.sort((a, b) => (a.head.root < b.head.root ? -1 : 1))
}

/** The runs of a journal, newest first, each read when it is asked for; those that can't be understood, as their paths. */
export function* runsOf(journal: string): Generator<KnownRun | string> {
  for (const name of [...runNames(journal)].reverse()) {
    const path = join(journal, name)
    const text = readIfThere(path)?.toString('utf8')
    // One that another run took away, or that was cut off in its first line.
    if (text === undefined || !text.includes('\n')) continue
    const run = parseRun(text)
    yield run === undefined ? path : { ...run, path, text }
  }
}

/** Replaces a run by what is left of it, or removes it where nothing is. Throws ApplyError where it is not what it was. */
export function replaceRun({ path, text, head }: KnownRun, groups: RecordedRun['groups']): void {
  checkUnchanged(path, text)
  if (groups.length > 0) {
    const after = printRun({ head, groups })
    if (after !== text) writeFile({ path, before: text, after })
    return
  }
  rmSync(path)
  syncFolder(join(path, '..'))
}

function foldersIn(place: string): readonly string[] {
  try {
    return readdirSync(place, { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => name)
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return []
    throw error
  }
}

function startOf(path: string): string {
  let file: number | undefined
  try {
    file = openSync(path, 'r')
    const bytes = Buffer.alloc(headSize)
    return bytes.toString('utf8', 0, readSync(file, bytes, 0, headSize, 0))
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return ''
    throw error
  } finally {
    if (file !== undefined) closeSync(file)
  }
}

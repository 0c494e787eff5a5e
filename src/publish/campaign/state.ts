import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs'
import { dirname } from 'node:path'
import { z } from 'zod'
import { type RepositoryRecord, repositoryRecord } from './record.ts'
import { type Holder, type Lock, takeLock } from '../../apply/lock.ts'

/** A state that can't be used; the message is a sentence for the user. */
export class StateError extends Error {
  override readonly name = 'StateError'
}

/** What a campaign was started with, so that `--resume`, `status` and the like need no more words. */
const head = z.object({
  kind: z.literal('campaign'),
  version: z.literal(1),
  /** The command line's words, without those that hold for one run only. */
  words: z.record(z.string(), z.json()),
})
export type CampaignHead = z.infer<typeof head>

/**
 * A campaign's state: a file of JSON lines, of which the last about a repository counts. Lines are added as repositories are done, so
 * that a run that is killed loses the one that it was at; what was opened there is found again on the host.
 */
export interface State {
  readonly words: CampaignHead['words'] | undefined
  readonly repository: (id: string) => RepositoryRecord | undefined
  readonly repositories: () => readonly RepositoryRecord[]
  readonly add: (record: RepositoryRecord) => void
  readonly close: () => void
}

/** Opens a state for one run alone, and makes it where there is none. Throws StateError. */
export function openState(file: string, words: CampaignHead['words'], holder: Holder): State {
  const taken = lock(file, holder)
  if ('heldBy' in taken)
    throw new StateError(
      `Another run (process ${taken.heldBy}) is at work with ${file}; wait for its end, or give --state another file.`,
    )
  try {
    const before = readState(file)
    // Written anew, so that a line that was cut by a kill and what is out of date are gone.
    const records = new Map(before?.records)
    rewrite(file, [{ kind: 'campaign', version: 1, words }, ...records.values()])
    const opened = openSync(file, 'a')
    return {
      words: before?.words,
      repository: (id) => records.get(id),
      repositories: () => [...records.values()],
      add: (record) => {
        records.set(record.repository, record)
        writeSync(opened, `${JSON.stringify(record)}\n`)
      },
      close: () => {
        fsyncSync(opened)
        closeSync(opened)
        taken.release()
      },
    }
  } catch (error) {
    taken.release()
    throw error instanceof StateError
      ? error
      : new StateError(`${file} can't be written (${codeOf(error)}).`)
  }
}

function lock(file: string, holder: Holder): Lock {
  try {
    mkdirSync(dirname(file), { recursive: true })
    return takeLock(`${file}.lock`, holder)
  } catch (error) {
    throw new StateError(`${file} can't be made (${codeOf(error)}).`)
  }
}

/** A state that is forgotten at the end of the run. */
export function emptyState(): State {
  const records = new Map<string, RepositoryRecord>()
  return {
    words: undefined,
    repository: (id) => records.get(id),
    repositories: () => [...records.values()],
    add: (record) => {
      records.set(record.repository, record)
    },
    close: () => undefined,
  }
}

/** What a state says, without taking it; undefined where there is no such file. Throws StateError. */
export function readState(file: string):
  | {
      readonly words: CampaignHead['words'] | undefined
      readonly records: ReadonlyMap<string, RepositoryRecord>
    }
  | undefined {
  if (!existsSync(file)) return undefined
  const lines = readText(file)
    .split('\n')
    .filter((line) => line !== '')
  const records = new Map<string, RepositoryRecord>()
  let words: CampaignHead['words'] | undefined
  for (const [index, line] of lines.entries()) {
    const value = parse(line)
    const record = repositoryRecord.safeParse(value).data
    if (record !== undefined) records.set(record.repository, record)
    else if (index === 0) words = head.safeParse(value).data?.words
  }
  // A file of something else is not to be overwritten.
  if (lines.length > 0 && words === undefined && records.size === 0)
    throw new StateError(`${file} is no state of a campaign; give --state another file.`)
  return { words, records }
}

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    throw new StateError(`${file} can't be read (${codeOf(error)}).`)
  }
}

function parse(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    // The last line of a run that was killed.
    return undefined
  }
}

function rewrite(file: string, rows: readonly object[]): void {
  const temporary = `${file}.new`
  const opened = openSync(temporary, 'w', 0o600)
  try {
    writeSync(opened, rows.map((row) => `${JSON.stringify(row)}\n`).join(''))
    fsyncSync(opened)
  } finally {
    closeSync(opened)
  }
  try {
    renameSync(temporary, file)
  } catch (error) {
    rmSync(temporary, { force: true })
    throw error
  }
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : String(error)
}

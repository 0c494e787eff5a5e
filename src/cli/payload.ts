import { closeSync, openSync, writeSync } from 'node:fs'
import { resolve } from 'node:path'
import { messageOf } from './migrate/file-list.ts'
import type { FileJob } from './migrate/core/migrate-file.ts'
import type { Output, Surroundings } from './migrate/surroundings.ts'
import { UsageError } from './usage-error.ts'

/** Where the payload goes: standard output, or the file of `--output`. */
export interface Payload {
  /** Resolves when the text is handed over; a slow reader slows the run, so that memory stays small. */
  readonly write: (text: string | Uint8Array) => Promise<void>
  /** True once nobody reads any more (`msb-migrate | head`). */
  readonly isClosed: () => boolean
  readonly end: () => void
}

/** Opens what `--output` says. Throws UsageError, also where that is one of the Dockerfiles: it would be emptied before it is read. */
export function openPayload(
  output: string | undefined,
  { cwd, stdout }: Surroundings,
  jobs: readonly FileJob[],
): Payload {
  if (output === undefined) return payloadToStream(stdout)
  const path = resolve(cwd, output)
  if (jobs.some((job) => resolve(cwd, job.path) === path)) {
    throw new UsageError(`--output: ${output} is one of the Dockerfiles to read`)
  }
  return payloadToFile(path, output)
}

/** Standard output. A reader that goes away is no error; `write` throws UsageError where it can't be written to otherwise (a full disk). */
export function payloadToStream(stream: Output): Payload {
  let closed = false
  let problem: string | undefined
  const note = (error: Error): void => {
    closed = true
    const said = messageOf(error)
    if (said !== 'EPIPE') problem ??= said
  }
  stream.on('error', note)
  return {
    write: async (text) => {
      if (!closed && text.length > 0)
        await new Promise<void>((resolve) => {
          stream.write(text, (error) => {
            if (error) note(error)
            resolve()
          })
        })
      if (problem !== undefined)
        throw new UsageError(`standard output can't be written (${problem})`)
    },
    isClosed: () => closed,
    end: () => undefined,
  }
}

/** The file of `--output`, emptied. Throws UsageError where it can't be written. */
export function payloadToFile(path: string, shown: string): Payload {
  const attempt = <T>(work: () => T): T => {
    try {
      return work()
    } catch (error) {
      throw new UsageError(`--output: ${shown} can't be written (${messageOf(error)})`)
    }
  }
  const file = attempt(() => openSync(path, 'w'))
  return {
    write: (text) => {
      const bytes = typeof text === 'string' ? Buffer.from(text) : text
      for (let done = 0; done < bytes.length;) done += attempt(() => writeSync(file, bytes, done))
      return Promise.resolve()
    },
    isClosed: () => false,
    end: () => {
      attempt(() => {
        closeSync(file)
      })
    },
  }
}

import { closeSync, openSync, writeSync } from 'node:fs'
import { messageOf } from './file-list.ts'
import type { Output } from './surroundings.ts'
import { UsageError } from './usage-error.ts'

/** Where the payload goes: standard output, or the file of `--output`. */
export interface Payload {
  /** Resolves when the text is handed over; a slow reader slows the run, so that memory stays small. */
  readonly write: (text: string) => Promise<void>
  /** True once nobody reads any more (`msb-migrate | head`). */
  readonly isClosed: () => boolean
  readonly end: () => void
}

/** Standard output. A reader that goes away is no error. */
export function payloadToStream(stream: Output): Payload {
  let closed = false
  stream.on('error', () => {
    closed = true
  })
  return {
    write: (text) =>
      closed || text === ''
        ? Promise.resolve()
        : new Promise((resolve) => {
            stream.write(text, (error) => {
              if (error) closed = true
              resolve()
            })
          }),
    isClosed: () => closed,
    end: () => undefined,
  }
}

/** The file of `--output`, emptied. Throws UsageError where it cannot be written. */
export function payloadToFile(path: string, shown: string): Payload {
  const attempt = <T>(work: () => T): T => {
    try {
      return work()
    } catch (error) {
      throw new UsageError(`--output: ${shown} cannot be written (${messageOf(error)})`)
    }
  }
  const file = attempt(() => openSync(path, 'w'))
  return {
    write: async (text) => {
      const bytes = Buffer.from(text)
      for (let done = 0; done < bytes.length;) done += attempt(() => writeSync(file, bytes, done))
    },
    isClosed: () => false,
    end: () => {
      attempt(() => {
        closeSync(file)
      })
    },
  }
}

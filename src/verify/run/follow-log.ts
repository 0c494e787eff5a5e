import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import type { Readable } from 'node:stream'
import type { Docker } from '../engine/docker.ts'
import { createLogReader, type LogSummary } from './log-reader.ts'

/** Bytes of a log that are kept in a file. */
const mostBytes = 50 * 1024 * 1024

/**
 * Reads a container's log from its begin until it ends or is removed, in bounded memory; its first 50 MB go to `file` (absolute).
 * Never rejects.
 */
export async function followLog(
  docker: Docker,
  container: string,
  file: string,
): Promise<LogSummary> {
  const reader = createLogReader()
  const copy = createWriteStream(file)
  // A log that can't be written is no reason to stop.
  copy.on('error', () => undefined)
  let written = 0
  const read =
    (name: 'stdout' | 'stderr') =>
    async (stream: Readable): Promise<void> => {
      for await (const chunk of stream) {
        if (!Buffer.isBuffer(chunk)) continue
        reader.read(name, chunk)
        if (written > mostBytes) continue
        written += chunk.length
        if (!copy.write(written > mostBytes ? '\n(cut here)\n' : chunk) && !copy.destroyed)
          await once(copy, 'drain').catch(() => undefined)
      }
    }
  await docker(['logs', '--follow', container], {
    timeout: 24 * 3600,
    consume: read('stdout'),
    consumeError: read('stderr'),
  }).catch(() => undefined)
  copy.end()
  return reader.finish()
}

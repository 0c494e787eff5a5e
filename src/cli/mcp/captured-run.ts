import { PassThrough, Readable } from 'node:stream'
import type { Surroundings } from '../migrate/surroundings.ts'

/** What a command line printed. */
export interface Captured {
  readonly code: number
  readonly stdout: string
  readonly stderr: string
}

/** Runs a command line without a terminal, and keeps what it prints. */
export async function capturedRun(
  argv: readonly string[],
  around: Surroundings,
  run: (argv: readonly string[], around: Surroundings) => Promise<number>,
): Promise<Captured> {
  const stdout = collector()
  const stderr = collector()
  const code = await run(argv, {
    ...around,
    stdin: Readable.from([]),
    stdout: stdout.stream,
    stderr: stderr.stream,
  })
  return { code, stdout: stdout.text(), stderr: stderr.text() }
}

function collector() {
  const stream = new PassThrough()
  const chunks: Buffer[] = []
  stream.on('data', (chunk: Buffer) => chunks.push(chunk))
  return { stream, text: () => Buffer.concat(chunks).toString('utf8') }
}

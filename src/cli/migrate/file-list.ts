import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Readable } from 'node:stream'
import { UsageError } from '../usage-error.ts'

/**
 * The paths that `--files-from` names: separated by NUL where there is one (`git ls-files -z`), else one a line.
 * Throws UsageError where the list can't be read.
 */
export async function readFileList(
  from: string,
  cwd: string,
  stdin: Readable,
): Promise<readonly string[]> {
  const text = from === '-' ? await readText(stdin) : readListFile(resolve(cwd, from), from)
  const names = text.includes('\0') ? text.split('\0') : text.split(/\r?\n/)
  return names.filter((name) => name !== '')
}

/** Everything that a stream gives, as bytes. */
export async function readBytes(stream: Readable): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of stream)
    chunks.push(Buffer.isBuffer(chunk) ? chunk : Buffer.from(String(chunk)))
  return Buffer.concat(chunks)
}

async function readText(stream: Readable): Promise<string> {
  return (await readBytes(stream)).toString('utf8')
}

function readListFile(path: string, shown: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    throw new UsageError(`--files-from: ${shown} can't be read (${messageOf(error)})`)
  }
}

/** The system's short word for an I/O error ('ENOENT'), else its message. */
export function messageOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  return 'code' in error && typeof error.code === 'string' ? error.code : error.message
}

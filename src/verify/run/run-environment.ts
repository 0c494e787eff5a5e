import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'

/**
 * Arguments of `docker create` for an environment. Values go through a file that only this user can read, so that no list of processes shows
 * them; those of several lines can't. `folder` is absolute. Throws where the file can't be written.
 */
export async function environmentOptions(
  environment: ReadonlyMap<string, string>,
  folder: string,
  name: string,
): Promise<readonly string[]> {
  const entries = [...environment].filter(([key]) => /^[^\s=#][^\s=]*$/.test(key))
  if (entries.length === 0) return []
  const lines = entries.filter(([, value]) => !/[\r\n]/.test(value))
  const blocks = entries.filter(([, value]) => /[\r\n]/.test(value))
  const file = path.join(folder, `${name}.env`)
  await mkdir(folder, { recursive: true })
  await writeFile(file, lines.map(([key, value]) => `${key}=${value}\n`).join(''), { mode: 0o600 })
  return [`--env-file=${file}`, ...blocks.map(([key, value]) => `--env=${key}=${value}`)]
}

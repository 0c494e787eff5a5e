import { existsSync, realpathSync } from 'node:fs'
import path from 'node:path'

const folder = process.env['MSB_SHARED'] ?? path.join(import.meta.dirname, '../../../shared')

/** A file of the material beside the repository, whose folder may be a link; undefined where that is not there. */
export function sharedFile(name: string): string | undefined {
  const file = path.join(folder, name)
  return existsSync(file) ? realpathSync(file) : undefined
}

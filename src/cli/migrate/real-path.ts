import { realpathSync } from 'node:fs'

/** Where an absolute path leads to; a file that is not there yet, where it would be. */
export function realPath(path: string): string {
  try {
    return realpathSync(path)
  } catch {
    return path
  }
}

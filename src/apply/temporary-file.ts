import { lstatSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'

/** Of a killed run, not of one at work: no write takes an hour. */
const leftoverAge = 60 * 60 * 1000

/** Of a name, so that the temporary one fits wherever it does: three bytes each at most, of 255. */
const unitsKept = 40

/** A name beside a file for its next content; `n` tells it from those that are there. No search takes it for a Dockerfile. */
export function temporaryName(base: string, n: number): string {
  return `.${base.slice(0, unitsKept)}.${n}.msb-migrate-tmp`
}

/**
 * Removes what killed runs left in a folder. `now` is the time by the file system's clock, in milliseconds: that of a file just written
 * there. Never fails: leftovers do no harm.
 */
export function removeLeftovers(folder: string, own: string, now: number): void {
  try {
    for (const name of readdirSync(folder)) {
      if (name === own || !/^\..+\.\d+\.msb-migrate-tmp$/.test(name)) continue
      const path = join(folder, name)
      const age = now - (lstatSync(path, { throwIfNoEntry: false })?.mtimeMs ?? now)
      if (age > leftoverAge) rmSync(path, { force: true })
    }
  } catch {
    return
  }
}

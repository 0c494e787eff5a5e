import { readFileSync } from 'node:fs'

/** The version of this program. */
export function readVersion(): string {
  // From src/cli, as from dist/bundle, the package is two folders up; from dist/src/cli it is three.
  for (const up of ['../../package.json', '../../../package.json']) {
    try {
      const found: unknown = JSON.parse(readFileSync(new URL(up, import.meta.url), 'utf8'))
      if (found !== null && typeof found === 'object' && 'version' in found)
        return String(found.version)
    } catch {
      continue
    }
  }
  return 'unknown'
}

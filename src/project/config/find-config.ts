import { dirname, join } from 'node:path'
import { isRecord } from '../formats/loose-data.ts'
import type { ProjectCache } from '../project-cache.ts'

/** The names that a configuration can have, the one that counts first. */
export const configNames = [
  'msb-migrate.config.yaml',
  'msb-migrate.config.yml',
  'msb-migrate.config.json',
] as const

/** Those that have to be named, as they are run. */
export const programNames = ['js', 'mjs', 'cjs', 'ts', 'mts', 'cts'].map(
  (end) => `msb-migrate.config.${end}`,
)

/** The key of package.json that can hold it instead. */
export const manifestKey = 'msb-migrate'

/** A file that holds a configuration. */
export interface ConfigText {
  /** Absolute. */
  readonly path: string
  readonly text: string
  /** A program gave it, so its lines are not those of the file. */
  readonly isMade?: true
}

/**
 * The nearest configuration at or above a folder. The search ends at the root of the repository, so that nothing outside of it decides; without
 * one, at the root of the disk. Those that are programs (`.js`, `.ts`) are never looked for: nothing of a repository is run.
 */
export function findConfig(folder: string, cache: ProjectCache): ConfigText | undefined {
  for (let at = folder; ; at = dirname(at)) {
    const found = configIn(at, cache)
    if (found !== undefined) return found
    if (cache.entries(at).has('.git') || dirname(at) === at) return undefined
  }
}

function configIn(folder: string, cache: ProjectCache): ConfigText | undefined {
  const entries = cache.entries(folder)
  for (const name of configNames) {
    if (!entries.has(name)) continue
    const path = join(folder, name)
    return { path, text: cache.readText(path) ?? '' }
  }
  if (!entries.has('package.json')) return undefined
  const path = join(folder, 'package.json')
  const text = cache.readText(path) ?? ''
  return text.includes(`"${manifestKey}"`) && hasKey(text) ? { path, text } : undefined
}

function hasKey(text: string): boolean {
  try {
    const manifest: unknown = JSON.parse(text)
    return isRecord(manifest) && manifestKey in manifest
  } catch {
    return false
  }
}

import type { LookedAt } from './image-facts.ts'
import { missingFor } from './libraries.ts'
import { named } from './named.ts'
import { packagedFiles } from './os-packages.ts'
import type { Finding } from '../../verification/finding.ts'

export interface LostLibrary extends Finding {
  /** Only files of the distribution's own packages need it: their packages recommend it, and do without. */
  readonly isOptional: boolean
}

/**
 * By library: which programs and libraries of both images find it no more. A package's dependencies are always installed with it, what it
 * recommends is not (`--no-install-recommends`): https://www.debian.org/doc/debian-policy/ch-relationships.html#s-binarydeps
 */
export function lostLibraries(before: LookedAt, after: LookedAt): readonly LostLibrary[] {
  const users = new Map<string, string[]>()
  for (const [path, { elf, kind }] of after.files.entries) {
    if (kind !== 'file' || elf === undefined) continue
    const old = before.files.entries.get(path)
    if (old?.elf === undefined) continue
    const missing = missingFor(path, elf, after.config, after.files)
    if (missing.length === 0) continue
    const already = new Set(missingFor(path, old.elf, before.config, before.files))
    for (const name of missing.filter((each) => !already.has(each)))
      users.set(name, [...(users.get(name) ?? []), path])
  }
  if (users.size === 0) return []
  const isPackaged = packagedFiles(after.files)
  return [...users].map(([name, paths]) => {
    const isLoader = name.startsWith('/')
    return {
      code: isLoader ? 'missing-loader' : 'missing-library',
      message: `${name} is not in the new image; ${named(paths)} need${paths.length === 1 ? 's' : ''} it`,
      isOptional: !isLoader && paths.every(isPackaged),
    }
  })
}

import { isRecord, list, pairs, record, text } from '../loose-data.ts'
import type { LockedTree } from './locked-tree.ts'

/** bun.lock, bun's lock file as text: https://bun.sh/docs/install/lockfile. A package is a list: its name with the version, ..., what it needs. */
export function readBunLock(json: unknown): LockedTree | undefined {
  if (!isRecord(json) || !isRecord(json['packages'])) return undefined
  const packages = json['packages']
  return {
    find: (name) => {
      const entry = Object.hasOwn(packages, name) ? packages[name] : undefined
      const [id, ...rest] = list(entry)
      if (rest.length === 0) return undefined
      const needs = record(rest.find(isRecord))
      const version = text(id)?.slice((text(id)?.lastIndexOf('@') ?? -1) + 1) ?? ''
      return {
        name,
        version,
        dependencies: [...pairs(needs['dependencies']), ...pairs(needs['optionalDependencies'])],
      }
    },
  }
}

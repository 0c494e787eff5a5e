import { isRecord, list, pairs, record, text } from '../formats/loose-data.ts'
import { follow, type LockedEntry, type LockFile } from './locked-tree.ts'

/** bun.lock, bun's lock file as text: https://bun.sh/docs/install/lockfile. A package is a list: its name with the version, ..., what it needs. */
export function readBunLock(json: unknown): LockFile | undefined {
  if (!isRecord(json) || !isRecord(json['packages'])) return undefined
  const entries = new Map(
    Object.entries(json['packages']).flatMap(([key, written]): readonly [string, LockedEntry][] => {
      const [id, ...rest] = list(written)
      const full = text(id)
      if (full === undefined || rest.length === 0) return []
      const needs = record(rest.find(isRecord))
      const at = full.lastIndexOf('@')
      const dependencies = [
        ...pairs(needs['dependencies']),
        ...pairs(needs['optionalDependencies']),
      ]
      const name = full.slice(0, at)
      return [[key, { name, version: full.slice(at + 1), node: undefined, dependencies }]]
    }),
  )
  return { all: [...entries.values()], production: follow((name) => entries.get(name)) }
}

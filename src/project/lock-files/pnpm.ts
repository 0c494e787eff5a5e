import { pairs, record, text } from '../loose-data.ts'
import { readSyml } from './syml.ts'
import type { LockedTree } from './locked-tree.ts'

/**
 * pnpm-lock.yaml from version 5 on. The importer says which version each of its dependencies is: https://github.com/pnpm/spec/tree/master/lockfile
 */
export function readPnpmLock(lock: string | undefined): LockedTree | undefined {
  const data = readSyml(lock)
  if (data?.['lockfileVersion'] === undefined) return undefined
  const root = record(record(data['importers'])['.'] ?? data)
  const wanted = new Map(
    ['dependencies', 'optionalDependencies'].flatMap((kind) =>
      Object.entries(record(root[kind])).map(([name, value]): [string, string] => [
        name,
        text(value) ?? text(record(value)['version']) ?? '',
      ]),
    ),
  )
  const snapshots = { ...record(data['packages']), ...record(data['snapshots']) }
  return {
    find: (name, range) => {
      // The manifest has a range, what a package needs is written as a version.
      const version = wanted.get(name) ?? range
      const key = [
        `${name}@${version}`,
        `/${name}@${version}`,
        `/${name}/${version}`,
        version,
      ].find((item) => Object.hasOwn(snapshots, item))
      if (key === undefined) return undefined
      const entry = record(snapshots[key])
      return {
        name,
        version: version.replace(/[(_].*$/, ''),
        dependencies: [...pairs(entry['dependencies']), ...pairs(entry['optionalDependencies'])],
      }
    },
  }
}

import { pairs, record, text } from '../formats/loose-data.ts'
import { follow, type LockedEntry, type LockFile } from './locked-tree.ts'
import { readSyml } from './syml.ts'

/**
 * pnpm-lock.yaml from version 5 on. The importer says which version each of its dependencies is: https://github.com/pnpm/spec/tree/master/lockfile
 */
export function readPnpmLock(lock: string | undefined): LockFile | undefined {
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
  const packages = record(data['packages'])
  const snapshots = { ...packages, ...record(data['snapshots']) }
  const entryAt = (key: string): LockedEntry | undefined => {
    // `/vite/4.5.0`, `/vite@4.5.0`, `vite@5.4.10(@types/node@20.1.0)`
    const [, name, version] = /^\/?((?:@[^/]+\/)?[^/@]+)[/@](\d[^(_]*)/.exec(key) ?? []
    if (name === undefined || version === undefined) return undefined
    const entry = record(snapshots[key])
    const own = record(packages[key.replace(/\(.*$/, '')] ?? snapshots[key])
    return {
      name,
      version,
      node: text(record(own['engines'])['node']) ?? '*',
      dependencies: [...pairs(entry['dependencies']), ...pairs(entry['optionalDependencies'])],
    }
  }
  const find = (name: string, range: string) => {
    // The manifest has a range, what a package needs is written as a version.
    const version = wanted.get(name) ?? range
    const key = [`${name}@${version}`, `/${name}@${version}`, `/${name}/${version}`, version].find(
      (item) => Object.hasOwn(snapshots, item),
    )
    return key === undefined ? undefined : entryAt(key)
  }
  return {
    all: Object.keys(snapshots).flatMap((key) => entryAt(key) ?? []),
    production: follow(find),
  }
}

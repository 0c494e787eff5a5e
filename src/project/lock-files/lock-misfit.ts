import { isInRange } from '../../knowledge/version.ts'
import { isRecord, pairs, record, text } from '../formats/loose-data.ts'
import { readSyml } from './syml.ts'
import { readYarnLock } from './yarn.ts'

/** Why a lock file is not that of a package.json, as a clause: 'package-lock.json has no chalk@^5'. Undefined where it is. */
export type Misfit = string | undefined

type Ranges = ReadonlyMap<string, string>

const kinds = ['dependencies', 'devDependencies', 'optionalDependencies', 'peerDependencies']

/** Whether `npm ci` takes a lock file of version 2 or 3: https://github.com/npm/cli/blob/v10.9.2/lib/utils/validate-lockfile.js */
export function npmMisfit(manifest: unknown, lock: unknown, hasPeers: boolean): Misfit {
  const packages = record(record(lock)['packages'])
  const root = packages['']
  if (!isRecord(root)) return 'the lock file is of a version that does not repeat package.json'
  const other = firstDifference(manifest, root)
  if (other !== undefined) return `the lock file has another range of ${other} than package.json`
  for (const [path, written] of Object.entries(packages)) {
    const entry = record(written)
    // Parts of other systems may lack.
    if (entry['optional'] === true) continue
    const optional = record(entry['peerDependenciesMeta'])
    const peers = [...pairs(entry['peerDependencies'])].filter(
      ([name]) => record(optional[name])['optional'] !== true,
    )
    const needs = [
      ...without(pairs(entry['dependencies']), pairs(entry['optionalDependencies'])),
      ...(path === '' ? pairs(entry['devDependencies']) : []),
      ...(hasPeers ? peers : []),
    ]
    const missing = needs.find(([name, range]) => !holds(packages, path, name, range))
    if (missing !== undefined) return `the lock file has no ${missing.join('@')}`
  }
  return undefined
}

/** Whether the tree has a package where Node looks for it, in a version of the range. */
function holds(
  packages: Readonly<Record<string, unknown>>,
  from: string,
  name: string,
  range: string,
): boolean {
  for (let folder = from; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf('/')))) {
    const entry =
      packages[folder === '' ? `node_modules/${name}` : `${folder}/node_modules/${name}`]
    if (isRecord(entry)) {
      const version = text(entry['version'])
      return version === undefined || isInRange(version, range.replace(/^npm:.+@/, ''))
    }
    if (folder === '') return false
  }
}

/** Whether `yarn install --frozen-lockfile` of Yarn 1 takes a lock file: it has every range that package.json names. */
export function yarnMisfit(manifest: unknown, lock: string): Misfit {
  if (!lock.includes('# yarn lockfile v1')) return 'the lock file is not that of Yarn 1'
  const locked = readYarnLock(lock)
  const wanted = kinds.slice(0, 3).flatMap((kind) => [...pairs(record(manifest)[kind])])
  const missing = wanted.find(([name, range]) => locked?.find(name, range) === undefined)
  return missing === undefined ? undefined : `the lock file has no ${missing.join('@')}`
}

/** Whether `bun install --frozen-lockfile` takes a bun.lock: https://bun.sh/docs/install/lockfile */
export function bunMisfit(manifest: unknown, lock: unknown): Misfit {
  const root = record(record(lock)['workspaces'])['']
  if (!isRecord(root)) return 'the lock file does not repeat package.json'
  const other = firstDifference(manifest, root)
  return other === undefined
    ? undefined
    : `the lock file has another range of ${other} than package.json`
}

/** https://github.com/pnpm/spec/tree/master/lockfile: which versions of pnpm write and read a version of the file. */
const pnpmVersions: ReadonlyMap<string, readonly number[]> = new Map([
  ['6.0', [8]],
  ['9.0', [9, 10]],
])

/** What of the settings a pnpm-lock.yaml repeats: https://pnpm.io/settings. */
const pnpmSettings = [
  'overrides',
  'packageExtensionsChecksum',
  'pnpmfileChecksum',
  'catalogs',
  'patchedDependencies',
]

/** Whether `pnpm install --frozen-lockfile` of a major version takes a pnpm-lock.yaml: it has the ranges of package.json as specifiers. */
export function pnpmMisfit(
  manifest: unknown,
  lock: string | undefined,
  major: number | undefined,
): Misfit {
  const data = record(readSyml(lock))
  const version = text(data['lockfileVersion']) ?? ''
  if (major === undefined || pnpmVersions.get(version)?.includes(major) !== true)
    return 'the version of pnpm that made the lock file is not known to be that of the image'
  const importers = record(data['importers'])
  const others = Object.keys(importers).some((name) => name !== '.')
  const peers = record(record(manifest)['peerDependencies'])
  if (others || Object.keys(peers).length > 0 || pnpmSettings.some((name) => name in data))
    return 'the lock file has more than the ranges of package.json, which is not compared'
  const root = record(importers['.'] ?? data)
  const specifiers: Record<string, unknown> = {}
  for (const kind of kinds)
    specifiers[kind] = Object.fromEntries(
      Object.entries(record(root[kind])).map(([name, entry]) => [
        name,
        text(record(entry)['specifier']),
      ]),
    )
  const other = firstDifference(manifest, specifiers)
  return other === undefined
    ? undefined
    : `the lock file has another range of ${other} than package.json`
}

/** The first package whose range is not the same in both. */
function firstDifference(manifest: unknown, locked: Record<string, unknown>): string | undefined {
  for (const kind of kinds) {
    const said = record(manifest)
    const own = pairs(said[kind])
    const wanted = kind === 'dependencies' ? without(own, pairs(said['optionalDependencies'])) : own
    const has = pairs(locked[kind])
    const other = [...wanted].find(([name, range]) => has.get(name) !== range)
    const more = [...has.keys()].find((name) => !wanted.has(name))
    if (other !== undefined || more !== undefined) return other?.[0] ?? more
  }
  return undefined
}

const without = (some: Ranges, others: Ranges): Ranges =>
  new Map([...some].filter(([name]) => !others.has(name)))

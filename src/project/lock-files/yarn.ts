import { pairs, record, text } from '../loose-data.ts'
import { readSyml } from './syml.ts'
import type { LockedEntry, LockedTree } from './locked-tree.ts'

/** yarn.lock of any version: https://yarnpkg.com/advanced/lexicon#lockfile. A key names all the ranges that an entry answers. */
export function readYarnLock(lock: string | undefined): LockedTree | undefined {
  const entries = new Map<string, LockedEntry>()
  for (const [key, value] of Object.entries(readSyml(lock) ?? {})) {
    const entry = record(value)
    const all = new Map([...pairs(entry['dependencies']), ...pairs(entry['optionalDependencies'])])
    for (const one of key.split(/,\s*/)) {
      const at = one.indexOf('@', 1)
      if (at < 0) continue
      const name = one.slice(0, at)
      const version = text(entry['version']) ?? ''
      entries.set(one, { name, version, dependencies: [...all] })
      entries.set(`${name}@${withoutProtocol(one.slice(at + 1))}`, {
        name,
        version,
        dependencies: [...all],
      })
    }
  }
  return entries.size === 0
    ? undefined
    : { find: (name, range) => entries.get(`${name}@${withoutProtocol(range)}`) }
}

const withoutProtocol = (range: string) => range.replace(/^npm:(?!.*@)/, '')

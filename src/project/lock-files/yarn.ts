import { pairs, record, text } from '../formats/loose-data.ts'
import { follow, type FindEntry, type LockedEntry, type LockFile } from './locked-tree.ts'
import { readSyml } from './syml.ts'

/** yarn.lock of any version: https://yarnpkg.com/advanced/lexicon#lockfile. A key names all the ranges that an entry answers. */
export function readYarnLock(
  lock: string | undefined,
): (LockFile & { readonly find: FindEntry }) | undefined {
  const byRange = new Map<string, LockedEntry>()
  const all: LockedEntry[] = []
  for (const [key, value] of Object.entries(readSyml(lock) ?? {})) {
    const entry = record(value)
    const needs = new Map([
      ...pairs(entry['dependencies']),
      ...pairs(entry['optionalDependencies']),
    ])
    const [first = ''] = key.split(/,\s*/)
    const name = first.slice(0, first.indexOf('@', 1))
    const version = text(entry['version'])
    if (name === '' || version === undefined || !first.includes('@', 1)) continue
    const found = { name, version, node: undefined, dependencies: [...needs] }
    all.push(found)
    for (const one of key.split(/,\s*/)) {
      const at = one.indexOf('@', 1)
      byRange.set(`${one.slice(0, at)}@${withoutProtocol(one.slice(at + 1))}`, found)
    }
  }
  if (all.length === 0) return undefined
  const find: FindEntry = (name, range) => byRange.get(`${name}@${withoutProtocol(range)}`)
  return { all, find, production: follow(find) }
}

const withoutProtocol = (range: string) => range.replace(/^npm:(?!.*@)/, '')

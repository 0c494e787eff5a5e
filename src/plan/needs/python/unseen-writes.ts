import { placeOf } from '../../../facts/evidence.ts'
import type { Facts } from '../../../facts/facts.ts'
import { baseName } from '../../../facts/image-path.ts'
import type { ModuleGraph } from '../../../programs/module-graph.ts'
import { isDatabaseAddress } from '../../../programs/path-text.ts'

/** Files that programs make for themselves: databases, sessions, what they remember. */
const isMadeByPrograms = (path: string) =>
  /\.(db|sqlite3?|session|pickle|pkl|shelve|rdb|mdb|lmdb|pid|lock|jsonl|log)$/i.test(path) ||
  isDatabaseAddress(path)

/** Settings in which handlers of logs can stand: https://docs.python.org/3/library/logging.config.html */
const mayConfigure = /\.(ya?ml|json|ini|cfg|conf|toml)$/

/**
 * What a program of Python hands to a package that may write it, as a sentence: `PicklePersistence('bot.pickle')`, a database by its address, a
 * handler of logs in a file of settings. A file that is in the context is read, and of what the program itself opens it is known what it does.
 */
export function unseenWrites(graphs: readonly ModuleGraph[], facts: Facts): string | undefined {
  const modules = graphs
    .flatMap((graph) => graph.modules)
    .filter(({ path }) => path.endsWith('.py'))
  for (const { path, paths } of modules) {
    const seen = paths.filter(({ use }) => use !== 'names')
    const names = new Set(seen.map(({ value }) => baseName(value.path)))
    const lines = new Set(seen.map(({ at }) => at.line))
    for (const { use, value, at } of paths) {
      if (use !== 'names' || value.base === 'own-folder' || !isMadeByPrograms(value.path)) continue
      const name = baseName(value.path)
      if (names.has(name) || lines.has(at.line) || isThere(name, facts)) continue
      return `${placeOf({ path, ...at })} names ${value.path}, which the program may write by a package`
    }
  }
  if (modules.length === 0) return undefined
  const { project } = facts
  const settings = project
    .files()
    .find((file) => mayConfigure.test(file) && /\bFileHandler\b/.test(project.read(file) ?? ''))
  return settings === undefined ? undefined : `${settings} has logs written into a file`
}

const isThere = (name: string, { project }: Facts) =>
  project.files().some((file) => file === name || file.endsWith(`/${name}`))

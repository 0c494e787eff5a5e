import { placeOf } from '../../../facts/evidence.ts'
import type { Facts } from '../../../facts/facts.ts'
import { baseName } from '../../../facts/image-path.ts'
import { once } from '../../../dockerfile/remember.ts'
import type { ModuleGraph } from '../../../programs/module-graph.ts'
import { isDatabaseAddress } from '../../../programs/path-text.ts'
import type { PathUse } from '../../../programs/source-facts.ts'
import { isOfData, isOfLines, readData, textOfSettings, textsIn } from '../files/read-data.ts'
import { processesOf } from '../seen/entries.ts'

/** Files that programs make for themselves: databases, sessions, what they remember. An ending alone, a pattern or a module of Django is no file. */
const isMadeByPrograms = (path: string) =>
  !/\.backends\.\w+$/.test(path) &&
  /[^/*.][^/*]*\.(db|sqlite3?|session|pickle|pkl|shelve|rdb|mdb|lmdb|pid|lock|jsonl)$/i.test(path)

/**
 * What a program of Python hands to a package that may write it, as a sentence: `PicklePersistence('bot.pickle')`, a database by its address, a
 * handler of logs in a file of settings. A file that is in the context is read, and of what the program itself opens it is known what it does.
 */
export function unseenWrites(graphs: readonly ModuleGraph[], facts: Facts): string | undefined {
  const modules = graphs
    .flatMap((graph) => graph.modules)
    .filter(({ path }) => path.endsWith('.py'))
  if (modules.length === 0) return undefined
  const uses = modules.flatMap(({ path, paths }) => paths.map((use) => ({ path, use })))
  const seen = new Set(uses.flatMap(({ use }) => (use.use === 'names' ? [] : [nameOf(use)])))
  const present = once(() => new Set(facts.project.files().map(baseName)))
  const unseen = uses.find(({ use }) => {
    if (use.use !== 'names' || use.value.base === 'own-folder') return false
    const { path } = use.value
    if (!isMadeByPrograms(path) && !isDatabaseAddress(path)) return false
    return !seen.has(nameOf(use)) && !present().has(nameOf(use))
  })
  if (unseen !== undefined) {
    const { path, use } = unseen
    return `${placeOf({ path, ...use.at })} names ${use.value.path}, which the program may write by a package`
  }
  const named = new Set(uses.map(({ use }) => nameOf(use)))
  const settings = settingsOf(named, facts).find((path) => hasHandler(path, facts))
  return settings === undefined ? undefined : `${settings} has logs written into a file`
}

/** The name of a file, or of a database behind its address. */
const nameOf = ({ value }: PathUse) => baseName(value.path.split('?', 1)[0] ?? '')

/** The files of the image in which the program may find the settings of its logs: those of lines, those that are called so, and what it names. */
function settingsOf(named: ReadonlySet<string>, facts: Facts): readonly string[] {
  const { project, imagePath } = facts
  const words = once(() => processesOf(facts).flatMap(({ args }) => args))
  const mayBeRead = (path: string) =>
    isOfLines(path) ||
    (isOfData(path) &&
      (/(^|[./_-])(log|conf|settings)/i.test(path) ||
        named.has(baseName(path)) ||
        words().some((word) => word?.endsWith(baseName(path)))))
  return project.files().filter((path) => mayBeRead(path) && imagePath(path) !== undefined)
}

/** Handlers of logs that write into files: https://docs.python.org/3/library/logging.handlers.html */
function hasHandler(path: string, { project }: Facts): boolean {
  const text = textOfSettings(path, project)
  return (
    text?.includes('FileHandler') === true &&
    textsIn(readData(path, text, project)).some((item) => item.text.endsWith('FileHandler'))
  )
}

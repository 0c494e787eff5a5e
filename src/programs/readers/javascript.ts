import type { Program } from 'oxc-parser'
import { callTable, type Call, type CallTable } from '../call.ts'
import { makesGit } from '../calls/javascript-git.ts'
import { javascriptCalls } from '../calls/javascript.ts'
import { rowsOfUnknown } from '../calls/javascript-savers.ts'
import { storesAmong, type OptionStore } from '../calls/javascript-options.ts'
import { databasePath } from '../database-path.ts'
import { factsOfCalls, usesOf } from '../facts-of-calls.ts'
import { literalPath } from '../path-value.ts'
import type { Gap, PathUse, SourceFacts } from '../source-facts.ts'
import { sourceLines } from '../source-lines.ts'
import { absencesIn } from './javascript/absences.ts'
import type { Reading } from './javascript/calls.ts'
import { gather, type Found, type FoundOption, type Gathered } from './javascript/gather.ts'
import { namedPorts } from './javascript/named-ports.ts'
import { foldersOfStores, optionUses, switchedFiles } from './javascript/option-uses.ts'
import { parseSource } from './javascript/syntax.ts'
import { readValues } from './javascript/values.ts'
import { absencesAmong } from './missed-paths.ts'

const known = callTable(javascriptCalls)
const table: CallTable = (call) => {
  const rows = known(call)
  return rows.length > 0 ? rows : rowsOfUnknown(call)
}

/** Reads a module of JavaScript or TypeScript; undefined where it does not parse. `env` is what the image's ENV says. */
export function readJavaScript(
  path: string,
  text: string,
  env: (name: string) => string | undefined,
): SourceFacts | undefined {
  const program = parseSource(path, text)
  if (program === undefined) return undefined
  const name = path.slice(path.lastIndexOf('/') + 1)
  const reading: Reading = { values: readValues(name, env), lineOf: sourceLines(text) }
  const found = gather(program, /\.[mc]?tsx?$/.test(path), reading)
  const calls = factsOfCalls(found.calls, table)
  const imports = found.imports.map(({ specifier, value, isCertain, node }) => {
    const at = reading.lineOf(node.start)
    return value === undefined ? { specifier, isCertain, at } : { specifier, value, isCertain, at }
  })
  const modules = imports.map(({ specifier }) => specifier)
  const stores = storesAmong(modules)
  const isUploading = stores.some(({ module }) => module === 'multer')
  const read = ({ node, scope }: Found, use: PathUse['use']) =>
    usesOf(reading.values.paths(node, scope), use, reading.lineOf(node.start))
  const uses = [
    ...ofOptions(found.options, stores, reading),
    ...found.databases.map((item) => databaseAt(item, reading)),
    ...(isUploading ? found.results.map((item) => read(item, 'writes-folder')) : []),
    ...found.paths.map((item) => read(item, 'names')),
    ...found.named.map(({ text, node }) =>
      usesOf([literalPath(text)], 'names', reading.lineOf(node.start)),
    ),
  ]
  const paths = [
    ...calls.paths,
    ...foldersOfStores(stores),
    ...uses.flatMap((item) => item.paths),
  ].filter(({ value }) => value.base !== 'own-folder' || value.path !== name)
  const loads = found.loads.map((node): Gap => ({ what: 'loads', at: reading.lineOf(node.start) }))
  return {
    path,
    imports: [...imports, ...calls.imports],
    paths: withoutRepeats(paths),
    programs: [...calls.programs, ...gitHandedOn(found.calls)],
    ports: calls.ports,
    namedPorts: namedPorts(program, found.scopes, reading),
    environment: found.environment,
    words: [...found.words].map(([text, at]) => ({ text, at })),
    rights: calls.rights,
    goesTo: calls.goesTo,
    absences: [...calls.absences, ...absencesOf(program, found, reading)],
    gaps: [...loads, ...calls.gaps, ...uses.flatMap(({ gaps }) => gaps)],
  }
}

/** A repository of simple-git that nothing is asked of here is handed on, and may ask its server by ssh. */
function gitHandedOn(calls: readonly Call[]): SourceFacts['programs'] {
  const own = calls.filter(({ module }) => module === makesGit.module)
  const made = own.find(({ name }) => makesGit.names.includes(name))
  return made === undefined || own.some(({ name }) => !makesGit.names.includes(name))
    ? []
    : [{ name: 'ssh', args: [], values: [], cwd: undefined, at: made.at }]
}

/** Without a call of such a name a source misses nothing. */
const looksOrMakes = /^(mkdir|access|l?stat|opendir|readdir|realpath|exists|pathExists)|exists?$/i

/** What it does where a folder is not there. */
function absencesOf(program: Program, { scopes, calls }: Gathered, reading: Reading) {
  if (!calls.some(({ name }) => looksOrMakes.test(name))) return []
  const missed = absencesIn(program, scopes, { table, reading })
  return absencesAmong(missed, ({ node, scope }) => reading.values.paths(node, scope))
}

/** A longer one is no settings, but data. */
const longestSettings = 100_000

/** What JSON with settings says of files that are written: `{ "production": { "dialect": "sqlite", "storage": "shop.db" } }` */
export function readSettings(path: string, text: string): readonly PathUse[] {
  const program =
    path.endsWith('.json') && text.length < longestSettings
      ? parseSource('settings.js', `(${text}\n)`)
      : undefined
  if (program === undefined) return []
  const reading: Reading = { values: readValues('', () => undefined), lineOf: sourceLines(text) }
  return ofOptions(gather(program, false, reading).options, [], reading).flatMap(({ paths }) =>
    paths.filter(({ use }) => use.startsWith('writes')),
  )
}

/** What the options of a module's objects do with paths. */
function ofOptions(
  options: readonly FoundOption[],
  stores: readonly OptionStore[],
  reading: Reading,
) {
  return options.flatMap((option) => [
    ...optionUses(option, stores, reading.values).map(({ node, use }) => {
      const item = { node, scope: option.scope }
      return use === 'database'
        ? databaseAt(item, reading)
        : usesOf(reading.values.paths(node, option.scope), use, reading.lineOf(node.start))
    }),
    ...switchedFiles(option, stores).map(({ path, use }) =>
      usesOf([literalPath(path)], use, reading.lineOf(option.node.start)),
    ),
  ])
}

const databaseAt = ({ node, scope }: Found, { values, lineOf }: Reading) =>
  usesOf(
    values.paths(node, scope).flatMap((value) => databasePath(value) ?? []),
    'writes-file',
    lineOf(node.start),
  )

/** What a call does with a path says more than that the path stands there. */
function withoutRepeats(paths: readonly PathUse[]): readonly PathUse[] {
  const seen = new Set<string>()
  return paths.filter(({ value, use, at }) => {
    const key = `${at.line} ${value.base} ${value.isPrefix} ${value.path} ${value.pattern ?? ''}`
    if (use === 'names' && seen.has(key)) return false
    seen.add(key)
    return true
  })
}

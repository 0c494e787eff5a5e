import { pythonCalls, pythonLoaders } from '../calls/python.ts'
import { pythonFoldersBeside } from '../calls/python/frameworks.ts'
import type { Argument, Call } from '../call.ts'
import { databasePath } from '../database-path.ts'
import { factsOfCalls } from '../facts-of-calls.ts'
import { isDatabaseAddress, isPathText, pathsWithin } from '../path-text.ts'
import { joinPaths, literalPath, ownFolder } from '../path-value.ts'
import type { Gap, Import, PathUse, SourceFacts, SourceLine } from '../source-facts.ts'
import { deferredCall } from './python/deferred.ts'
import type { PythonSource } from './python/parse.ts'
import { programsImported } from './python/program-modules.ts'
import { instanceFolder, type Surroundings } from './python/surroundings.ts'
import { itemToCall, settingToCall, toCall } from './python/to-call.ts'
import { valueReader } from './python/values.ts'

export { parsePython, type PythonSource } from './python/parse.ts'
export type { Surroundings } from './python/surroundings.ts'

/**
 * What a Python source says. Modules that it may load by a name in quotes, 'shop.tasks' or 'shop.main:app', are imports that are not certain:
 * `isModule` tells them from other words.
 */
export function factsOfPython(
  source: PythonSource,
  around: Surroundings,
  isModule: (name: string) => boolean,
): SourceFacts {
  const reader = valueReader(around)
  const hints = {
    hasPaths: source.imports.some(({ specifier }) => /^(pathlib|anyio)\b/.test(specifier)),
    hasTasks: source.imports.some(({ specifier }) => /^invoke\b/.test(specifier)),
    hasUploads: source.imports.some(({ specifier }) => specifier.endsWith(':secure_filename')),
  }
  const calls = [
    ...source.calls.flatMap(({ expression, at }) =>
      [expression, deferredCall(expression)].flatMap((each) =>
        each === undefined ? [] : (toCall(each, at, reader, hints) ?? []),
      ),
    ),
    ...source.settings.flatMap(
      ({ name, value, at }) => settingToCall(name, value, at, reader) ?? [],
    ),
    ...source.items.flatMap(({ expression, at }) => itemToCall(expression, at, reader) ?? []),
  ]
  const facts = factsOfCalls(
    calls.filter((call) => !isDatabaseElsewhere(call, around)),
    pythonCalls,
  )
  const loaded = calls.flatMap(loadedByName)
  return {
    path: source.path,
    ...facts,
    imports: [
      ...source.imports,
      ...facts.imports,
      ...loaded.flatMap((item) => ('what' in item ? [] : item)),
      ...source.literals.flatMap(({ text, at }): readonly Import[] =>
        isModuleText(text) && isModule(moduleOf(text))
          ? [{ specifier: text, isCertain: false, at }]
          : [],
      ),
    ],
    programs: [...facts.programs, ...programsImported(source.imports)],
    paths: [
      ...facts.paths,
      ...source.literals.flatMap(({ text, at }) => namedBy(text, at)),
      ...calls.flatMap((call) => relativeDatabase(call, around)),
      ...calls.flatMap((call) =>
        pythonFoldersBeside(call).map((folder): PathUse => ({
          value: { ...ownFolder, path: folder },
          use: 'reads',
          at: call.at,
        })),
      ),
    ],
    types: [
      ...facts.types,
      ...calls.flatMap((call) =>
        pythonFoldersBeside(call).includes('static')
          ? [{ value: { ...ownFolder, path: 'static' }, isOptional: true, at: call.at }]
          : [],
      ),
    ],
    gaps: [
      ...facts.gaps,
      ...loaded.flatMap((item) => ('what' in item ? item : [])),
      ...(source.broken === undefined ? [] : [{ what: 'loads', at: source.broken } as const]),
    ],
  }
}

/** A database of a server, whose address only a run shows, or one that is told of as Flask-SQLAlchemy has it. */
function isDatabaseElsewhere({ name, args: [address] }: Call, { databases }: Surroundings) {
  const text = address?.text('?') ?? ''
  const isOfServer = databases?.hasServer === true && text.startsWith('?')
  if (name === 'create_engine' || name === 'create_async_engine') return isOfServer
  if (name !== 'SQLALCHEMY_DATABASE_URI') return false
  return isOfServer || (databases?.relativeTo === 'instance' && isRelativeDatabase(address))
}

const isRelativeDatabase = (address: Argument | undefined) =>
  /^(sqlite|\?)/.test(address?.text('?') ?? '') &&
  (address?.paths() ?? []).every((value) => databasePath(value)?.base === 'cwd')

/** https://flask-sqlalchemy.readthedocs.io/en/stable/config/#connection-url-format */
function relativeDatabase({ module, name, args, at }: Call, around: Surroundings) {
  const { relativeTo } = around.databases ?? {}
  if (module !== 'settings' || name !== 'SQLALCHEMY_DATABASE_URI') return []
  if (relativeTo === undefined || !isRelativeDatabase(args[0])) return []
  return (args[0]?.paths() ?? []).flatMap((value): readonly PathUse[] => {
    const database = databasePath(value) ?? value
    const instance = instanceFolder(around)
    return [
      ...(relativeTo === 'instance'
        ? []
        : [{ value: joinPaths([ownFolder, database]), use: 'writes-file', at } as const]),
      ...(relativeTo === 'application'
        ? []
        : [
            { value: instance, use: 'writes-folder', at } as const,
            { value: joinPaths([instance, database]), use: 'writes-file', at } as const,
          ]),
    ]
  })
}

/** What `importlib.import_module(name)` loads; of a name that is known in part, any module of the folder. */
function loadedByName(call: Call): readonly (Import | Gap)[] {
  const { at } = call
  const named = nameToLoad(call)
  if (named === undefined) return []
  const text = named.text()
  if (text !== undefined) return [{ specifier: text, isCertain: false, at }]
  const start = named.text('\uFFFF') ?? ''
  const folder = start.slice(0, start.indexOf('\uFFFF')).replace(/\.?[^.]*$/, '')
  if (!/^\w[\w.]*$/.test(folder)) return [{ what: 'loads', at }]
  const value = { ...literalPath(folder.replaceAll('.', '/')), isPrefix: true }
  return [{ specifier: folder, value, isCertain: false, at }]
}

/** Django's settings are named by the environment: https://docs.djangoproject.com/en/stable/topics/settings/#envvar-DJANGO_SETTINGS_MODULE */
function nameToLoad({ module = '', name, args: [first, second] }: Call): Argument | undefined {
  if (pythonLoaders.has(module === '' ? name : `${module}.${name}`)) return first
  const isSet = module === 'os.environ' && name === 'setdefault'
  return isSet && first?.text() === 'DJANGO_SETTINGS_MODULE' ? second : undefined
}

/** 'shop.tasks', 'shop.main:app' */
const isModuleText = (text: string) =>
  text.length < 200 &&
  /^[A-Za-z_]\w*(\.[A-Za-z_]\w*)+(:[A-Za-z_][\w.]*(\(\))?)?$|^[A-Za-z_]\w*:[A-Za-z_]\w*(\(\))?$/.test(
    text,
  )

/** The module that such a word names, whole. */
const moduleOf = (text: string) => text.replace(/\(\)$/, '')

/** The paths that a literal may be: as the working folder has them, and as the source's own. */
function namedBy(text: string, at: SourceLine): readonly PathUse[] {
  // A log is made by a run; one in the context was left there.
  if (text.endsWith('.log')) return []
  if (isDatabaseAddress(text)) return [{ value: literalPath(text), use: 'names', at }]
  const paths = isPathText(text) ? [text] : pathsWithin(text)
  return paths.flatMap((path): readonly PathUse[] => {
    const value = literalPath(path)
    const own = { value: { ...ownFolder, path }, use: 'names', at } as const
    return [{ value, use: 'names', at }, ...(value.base === 'cwd' ? [own] : [])]
  })
}

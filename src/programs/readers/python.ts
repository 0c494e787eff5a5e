import { pythonCalls, pythonLoaders } from '../calls/python.ts'
import { pythonFoldersBeside } from '../calls/python/frameworks.ts'
import type { Call } from '../call.ts'
import { factsOfCalls } from '../facts-of-calls.ts'
import { isPathText, pathsWithin } from '../path-text.ts'
import { literalPath, ownFolder } from '../path-value.ts'
import type { Gap, Import, PathUse, SourceFacts, SourceLine } from '../source-facts.ts'
import type { PythonSource } from './python/parse.ts'
import type { Surroundings } from './python/surroundings.ts'
import { settingToCall, toCall } from './python/to-call.ts'
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
  const hasPaths = source.imports.some(({ specifier }) => /^(pathlib|anyio)\b/.test(specifier))
  const calls = [
    ...source.calls.flatMap(({ expression, at }) => toCall(expression, at, reader, hasPaths) ?? []),
    ...source.settings.flatMap(
      ({ name, value, at }) => settingToCall(name, value, at, reader) ?? [],
    ),
    ...source.items.flatMap(({ expression, at }): readonly Call[] =>
      expression.kind === 'item' && reader.nameOf(expression.of) === 'os.environ'
        ? [
            {
              ...{ module: 'os', object: undefined, name: 'environ', isNew: false, at },
              args: [reader.argumentOf(expression.key)],
            },
          ]
        : [],
    ),
  ]
  const facts = factsOfCalls(calls, pythonCalls)
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
    paths: [
      ...facts.paths,
      ...source.literals.flatMap(({ text, at }) => namedBy(text, at)),
      ...calls.flatMap((call) =>
        pythonFoldersBeside(call).map((folder): PathUse => ({
          value: { ...ownFolder, path: folder },
          use: 'reads',
          at: call.at,
        })),
      ),
    ],
    gaps: [
      ...facts.gaps,
      ...loaded.flatMap((item) => ('what' in item ? item : [])),
      ...(source.broken === undefined ? [] : [{ what: 'loads', at: source.broken } as const]),
    ],
  }
}

/** What `importlib.import_module(name)` loads; of a name that is known in part, any module of the folder. */
function loadedByName(call: Call): readonly (Import | Gap)[] {
  const { module = '', name, args, at } = call
  if (!pythonLoaders.has(module === '' ? name : `${module}.${name}`)) return []
  const text = args[0]?.text()
  if (text !== undefined) return [{ specifier: text, isCertain: false, at }]
  const start = args[0]?.text('\uFFFF') ?? ''
  const folder = start.slice(0, start.indexOf('\uFFFF')).replace(/\.?[^.]*$/, '')
  if (!/^\w[\w.]*$/.test(folder)) return [{ what: 'loads', at }]
  const value = { ...literalPath(folder.replaceAll('.', '/')), isPrefix: true }
  return [{ specifier: folder, value, isCertain: false, at }]
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
  const paths = isPathText(text) ? [text] : pathsWithin(text)
  return paths.flatMap((path): readonly PathUse[] => {
    const value = literalPath(path)
    const own = { value: { ...ownFolder, path }, use: 'names', at } as const
    return [{ value, use: 'names', at }, ...(value.base === 'cwd' ? [own] : [])]
  })
}

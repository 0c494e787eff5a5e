import { packageName } from '../../../programs/readers/javascript/resolve.ts'
import type { Evidence } from '../../../facts/evidence.ts'
import type { Facts } from '../../../facts/facts.ts'
import { resolvePath } from '../../../facts/image-path.ts'
import { isRecord, pairs, record, texts } from '../../../project/formats/loose-data.ts'
import { isOfNode, loadedFirst, processesOf } from '../seen/entries.ts'
import { needAt, type FileNeed } from '../seen/file-need.ts'
import { manifestNear } from '../seen/package-needs.ts'
import type { Seen, SeenProgram } from '../seen/seen-program.ts'

/** The modules and folders of the project that no path leads to: by names that package.json gives them, or by NODE_PATH. */
export function aliasNeeds({ programs }: Seen, facts: Facts): readonly FileNeed[] {
  return programs.flatMap((program) => {
    const manifest = manifestNear(program.entry.cwd, facts)
    const json = manifest === undefined ? {} : record(facts.project.json(manifest))
    return [
      ...namedFolders(program, json, facts),
      ...modulesOnPath(program, facts),
      ...ownExports(program, json, facts),
    ].filter(({ contextPath }) => contextPath !== '')
  })
}

/**
 * What package.json says to module-alias: `"_moduleAliases": { "@settings": "settings" }`. A folder that is compiled has its output beside it.
 * https://github.com/ilearnio/module-alias#usage
 */
function namedFolders(
  { graph, entry, built }: SeenProgram,
  json: Readonly<Record<string, unknown>>,
  facts: Facts,
): readonly FileNeed[] {
  const loader = graph.packages.find(({ name }) => name === 'module-alias')
  const evidence =
    loader === undefined ? preloadOf('module-alias', facts) : { path: loader.path, ...loader.at }
  if (evidence === undefined) return []
  const folders = [
    ...pairs(record(json['_moduleAliases'])).values(),
    ...texts(json['_moduleDirectories']),
  ]
  return folders.flatMap((folder) => {
    const path = resolvePath(entry.cwd, folder)
    return path === built?.from ? [] : (needAt(path, evidence, facts) ?? [])
  })
}

/** The line that tells node to load a package first: `node -r module-alias/register`. */
function preloadOf(name: string, facts: Facts): Evidence | undefined {
  return processesOf(facts)
    .find(
      (process) =>
        isOfNode(process) &&
        loadedFirst(process, facts).some((specifier) => packageName(specifier) === name),
    )
    ?.via.at(-1)
}

/** `NODE_PATH=. node dist/server.js` finds 'lib/x' in the working folder: https://nodejs.org/api/modules.html#loading-from-the-global-folders */
function modulesOnPath({ graph, entry, built }: SeenProgram, facts: Facts): readonly FileNeed[] {
  const said = [
    facts.final.end.env.get('NODE_PATH'),
    ...processesOf(facts).map(({ assignments }) => assignments.get('NODE_PATH')),
  ]
  const folders = said
    .flatMap((value) => value?.split(':') ?? [])
    .flatMap((folder) => (folder === '' ? [] : (resolvePath(entry.cwd, folder) ?? [])))
  return [...graph.packages, ...graph.nowhere].flatMap(({ specifier, path, at }) => {
    const [first = ''] = specifier.split('/')
    return folders.flatMap((folder) =>
      [first, `${first}.js`, `${first}.json`].flatMap((name) => {
        const place = resolvePath(folder, name)
        const isPackage = folder.endsWith('/node_modules') || folder === built?.from
        const evidence = { path, ...at }
        return first === '' || isPackage ? [] : (needAt(place, evidence, facts) ?? [])
      }),
    )
  })
}

/** A package may load itself by its own name, as its `exports` have it: https://nodejs.org/api/packages.html#self-referencing-a-package-using-its-name */
function ownExports(
  { graph, entry }: SeenProgram,
  json: Readonly<Record<string, unknown>>,
  facts: Facts,
): readonly FileNeed[] {
  const { name, exports } = json
  if (typeof name !== 'string' || !isRecord(exports)) return []
  return graph.packages.flatMap(({ name: imported, specifier, path, at }) => {
    if (imported !== name) return []
    const key = `.${specifier.slice(name.length)}`
    return Object.entries(exports).flatMap(([pattern, target]) => {
      const [before = '', after] = pattern.split('*')
      const isMet =
        after === undefined ? pattern === key : key.startsWith(before) && key.endsWith(after)
      if (!isMet) return []
      const part = key.slice(before.length, key.length - (after?.length ?? 0))
      return targetsOf(target).flatMap(
        (file) =>
          needAt(resolvePath(entry.cwd, file.replace('*', part)), { path, ...at }, facts) ?? [],
      )
    })
  })
}

/** A target, or one for each condition: `{ "import": "./a.mjs", "require": "./a.cjs" }`. */
function targetsOf(target: unknown): readonly string[] {
  if (typeof target === 'string') return [target]
  return isRecord(target)
    ? Object.values(target).flatMap((value) => (typeof value === 'string' ? [value] : []))
    : []
}

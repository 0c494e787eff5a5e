import { posix } from 'node:path'
import type { Language, Resolved } from './language.ts'
import { absolutePath, type PathValue } from './path-value.ts'
import type { Gap, Import, SourceFacts, SourceLine, StartedProgram } from './source-facts.ts'

/** An import of a package, or of what can't be found. */
export interface OuterImport {
  /** The package; the specifier where nothing is found. */
  readonly name: string
  readonly specifier: string
  readonly isCertain: boolean
  readonly path: string
  readonly at: SourceLine
}

/** The modules of the context that a program consists of, followed from its entry files. */
export interface ModuleGraph {
  readonly modules: readonly SourceFacts[]
  readonly packages: readonly OuterImport[]
  /** Imports that lead to no file of the context. */
  readonly nowhere: readonly OuterImport[]
  /** Other files of the context that are imported: JSON. */
  readonly data: readonly string[]
  /** Of the modules, those that are started by their own names, and what they load: no build makes something of them. */
  readonly asTheyAre: readonly string[]
  /** Files whose contents are not known, and modules that are loaded by names which only a run shows. */
  readonly gaps: readonly (Gap & { readonly path: string })[]
  /** Why the modules are not all; undefined where they are, as far as their names are written out. */
  readonly gap: string | undefined
}

export const noModules: ModuleGraph = {
  modules: [],
  packages: [],
  nowhere: [],
  data: [],
  asTheyAre: [],
  gaps: [],
  gap: undefined,
}

/** Where sources are, and where they will be. */
export interface Ground {
  readonly read: (path: string) => string | undefined
  /** The files below a folder of the context. */
  readonly files: (folder: string) => readonly string[]
  readonly languages: readonly Language[]
  /** Values of the image's ENV. */
  readonly env: (name: string) => string | undefined
  /** The folder of the image that the program runs in. */
  readonly cwd: string | undefined
  readonly imagePath: (contextPath: string) => string | undefined
  readonly contextPath: (imagePath: string) => string | undefined
}

/** Follows entries to all that they load. One follower reads each file once, however many graphs it makes. */
export function followModules(ground: Ground): (entries: readonly string[]) => ModuleGraph {
  const facts = new Map<string, SourceFacts | undefined>()
  const read = (path: string, language: Language) => {
    if (!facts.has(path)) {
      const text = ground.read(path)
      facts.set(path, text === undefined ? undefined : language.read(path, text, ground.env))
    }
    return facts.get(path)
  }
  return (entries) => {
    const queue = [...new Set(entries)]
    const isEntry = new Set(entries)
    const seen = new Set(queue)
    const modules: SourceFacts[] = []
    const packages: OuterImport[] = []
    const nowhere: OuterImport[] = []
    const data: string[] = []
    const gaps: (Gap & { readonly path: string })[] = []
    let gap: string | undefined
    const started: string[] = []
    const loaded = new Map<string, string[]>()
    const follow = (from: string, paths: readonly string[]) => {
      const known = loaded.get(from)
      if (known === undefined) loaded.set(from, [...paths])
      else known.push(...paths)
      for (const path of paths) {
        if (seen.has(path)) continue
        seen.add(path)
        queue.push(path)
      }
    }
    for (const path of queue) {
      const language = languageOf(path, ground, isEntry.has(path))
      if (language === undefined) {
        data.push(path)
        continue
      }
      const module = read(path, language)
      const isEmpty = isEntry.has(path) && ground.read(path)?.trim() === ''
      if (module === undefined || isEmpty) {
        gap ??= isEmpty ? `${path} is empty` : `${path} can't be read`
        gaps.push({ what: 'loads', path, at: { line: 1, text: path } })
        continue
      }
      modules.push(module)
      for (const found of module.gaps) if (found.what === 'loads') gaps.push({ ...found, path })
      for (const item of module.imports) {
        const target = resolve(item, path, language, ground)
        const { specifier, isCertain, at } = item
        if (target.kind === 'files') follow(path, target.paths)
        else if (target.kind === 'package')
          packages.push({ name: target.name, specifier, isCertain, path, at })
        else if (target.kind === 'nowhere' && item.value?.isPrefix === true)
          gaps.push({ what: 'loads', path, at })
        else if (target.kind === 'nowhere')
          nowhere.push({ name: specifier, specifier, isCertain, path, at })
      }
      const sources = module.programs.flatMap((program) => startedSource(program, path, ground))
      started.push(...sources)
      follow(path, sources)
    }
    const asTheyAre = reachedFrom(started, loaded)
    return { modules, packages, nowhere, data, asTheyAre, gaps, gap }
  }
}

function reachedFrom(
  starts: readonly string[],
  loaded: ReadonlyMap<string, readonly string[]>,
): readonly string[] {
  const reached = new Set(starts)
  for (const path of reached) for (const next of loaded.get(path) ?? []) reached.add(next)
  return [...reached]
}

/** An entry is read by the first language, whatever its name: `bin/www`. */
function languageOf(path: string, { languages }: Ground, isEntry: boolean): Language | undefined {
  const found = languages.find(({ endings }) => endings.some((ending) => path.endsWith(ending)))
  return found ?? (isEntry ? languages[0] : undefined)
}

function resolve(item: Import, from: string, language: Language, ground: Ground): Resolved {
  const { value } = item
  if (value === undefined) return language.resolve(item, from)
  if (value.isPrefix) return modulesIn(value, from, ground, language)
  const file = sourceAt(value, from, ground, language)
  return file === undefined ? { kind: 'nowhere' } : { kind: 'files', paths: [file] }
}

/** A folder with more modules than this is no folder of plug-ins. */
const mostModules = 500

/** The modules of a folder of which one is loaded by a name that only a run shows. Of the whole context that says nothing. */
function modulesIn(value: PathValue, from: string, ground: Ground, language: Language): Resolved {
  const folder = contextFolder(value, from, ground)
  if (folder === undefined || folder === '') return { kind: 'nowhere' }
  const paths = ground
    .files(folder)
    .filter(
      (path) =>
        path !== from &&
        language.endings.some((ending) => path.endsWith(ending)) &&
        !/\.(test|spec|d)\.\w+$|(^|\/)(node_modules|vendor|__tests__|__mocks__)\//.test(path),
    )
  return paths.length === 0 || paths.length > mostModules
    ? { kind: 'nowhere' }
    : { kind: 'files', paths }
}

function contextFolder(
  value: PathValue,
  from: string,
  { cwd, imagePath, contextPath }: Ground,
): string | undefined {
  if (value.base === 'own-folder')
    return absolutePath(value, { cwd: undefined, ownFolder: `/${posix.dirname(from)}` })?.slice(1)
  const path = absolutePath(value, { cwd, ownFolder: imagePath(from) })
  return path === undefined ? undefined : contextPath(path)
}

/** The file of the context that a path of a source means. Compiled sources keep their places to each other. */
function sourceAt(
  value: PathValue,
  from: string,
  { cwd, imagePath, contextPath }: Ground,
  language: Language,
): string | undefined {
  const folder = (path: string) => path.slice(0, Math.max(path.lastIndexOf('/'), 0))
  if (value.base === 'own-folder') {
    const path = absolutePath(value, { cwd: undefined, ownFolder: `/${folder(from)}` })
    return path === undefined ? undefined : language.fileOf(path.slice(1))
  }
  const path = absolutePath(value, { cwd, ownFolder: imagePath(from) })
  if (path === undefined) return undefined
  const inContext = contextPath(path)
  if (inContext !== undefined) return language.fileOf(inContext)
  const above = contextPath(folder(path) || '/')
  const name = path.slice(path.lastIndexOf('/') + 1)
  return above === undefined ? undefined : language.fileOf(above === '' ? name : `${above}/${name}`)
}

/** The source of the project that a started program is, or that an interpreter runs: `node scripts/job.js`, `./run.sh`. */
function startedSource(
  { name, args, values }: StartedProgram,
  from: string,
  ground: Ground,
): readonly string[] {
  const program = name.slice(name.lastIndexOf('/') + 1)
  for (const language of ground.languages) {
    const isInterpreter = language.interpreters.includes(program)
    const at = isInterpreter ? args.findIndex((arg) => arg?.startsWith('-') !== true) + 1 : 0
    const value = isInterpreter && at === 0 ? undefined : values[at]
    const isPath = isInterpreter || value?.base !== 'cwd' || name.includes('/')
    const file =
      value === undefined || value.isPrefix || !isPath
        ? undefined
        : sourceAt(value, from, ground, language)
    const isOwn =
      file !== undefined && (isInterpreter || languageOf(file, ground, false) === language)
    if (file !== undefined && isOwn) return [file]
  }
  return []
}

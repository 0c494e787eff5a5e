import { languageOf, modulesNamed, resolveImport, startedSource, type Ground } from './ground.ts'
import type { Language } from './language.ts'
import type { Gap, PathUse, SourceFacts, SourceLine } from './source-facts.ts'

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
  /** Of the entries, those of a language that is read whose text can't be: archives. */
  readonly unread: readonly string[]
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
  unread: [],
  gaps: [],
  gap: undefined,
}

/** Programs that people write have some hundreds or thousands. More take longer to read than anybody waits. */
export const mostModules = 10_000

function withoutSettled(facts: SourceFacts, { settled }: Ground): SourceFacts {
  if (settled === undefined || settled.size === 0) return facts
  return { ...facts, gaps: facts.gaps.filter(({ what }) => !settled.has(what)) }
}

/** Follows entries to all that they load. One follower reads each file once, however many graphs it makes. */
export function followModules(ground: Ground): (entries: readonly string[]) => ModuleGraph {
  const facts = new Map<string, SourceFacts | undefined>()
  const read = (path: string, language: Language) => {
    if (!facts.has(path)) {
      const text = ground.read(path)
      const found = text === undefined ? undefined : language.read(path, text, ground.env)
      facts.set(path, found === undefined ? undefined : withoutSettled(found, ground))
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
    const unread: string[] = []
    let gap: string | undefined
    const started: string[] = []
    const loaded = new Map<string, (readonly string[])[]>()
    const follow = (from: string, paths: readonly string[]) => {
      if (paths.length === 0) return
      const known = loaded.get(from)
      if (known === undefined) loaded.set(from, [paths])
      else known.push(paths)
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
      if (modules.length >= mostModules) {
        gap ??= 'more than 10,000 sources are loaded'
        gaps.push({ what: 'loads', path, at: { line: 1, text: path } })
        break
      }
      const module = read(path, language)
      const isEmpty = isEntry.has(path) && ground.read(path)?.trim() === ''
      if (module === undefined || isEmpty) {
        gap ??= isEmpty ? `${path} is empty` : `${path} can't be read`
        if (isEntry.has(path) && !isEmpty) unread.push(path)
        gaps.push({ what: 'loads', path, at: { line: 1, text: path } })
        continue
      }
      const settings: PathUse[] = []
      for (const found of module.gaps) if (found.what === 'loads') gaps.push({ ...found, path })
      for (const item of module.imports) {
        const target = resolveImport(item, path, language, ground)
        const { specifier, isCertain, at } = item
        if (target.kind === 'files') {
          follow(path, target.paths)
          for (const file of target.paths)
            for (const use of settingsIn(file, language, ground)) settings.push({ ...use, at })
        } else if (target.kind === 'package')
          packages.push({ name: target.name, specifier, isCertain, path, at })
        else if (target.kind === 'nowhere' && item.value?.isPrefix === true)
          gaps.push({ what: 'loads', path, at })
        else if (target.kind === 'nowhere')
          nowhere.push({ name: specifier, specifier, isCertain, path, at })
      }
      modules.push(
        settings.length === 0 ? module : { ...module, paths: [...module.paths, ...settings] },
      )
      const sources = module.programs.flatMap((program) => startedSource(program, path, ground))
      started.push(...sources)
      follow(path, [...sources, ...modulesNamed(module, language, ground)])
    }
    const asTheyAre = reachedFrom(started, loaded)
    const open = gaps.filter(({ what }) => ground.settled?.has(what) !== true)
    return { modules, packages, nowhere, data, asTheyAre, unread, gaps: open, gap }
  }
}

/** What a file of no language says, by the language of the source that imports it. */
function settingsIn(file: string, { readSettings }: Language, ground: Ground) {
  const text =
    readSettings === undefined || languageOf(file, ground, false) !== undefined
      ? undefined
      : ground.read(file)
  return text === undefined ? [] : (readSettings?.(file, text) ?? [])
}

function reachedFrom(
  starts: readonly string[],
  loaded: ReadonlyMap<string, readonly (readonly string[])[]>,
): readonly string[] {
  const reached = new Set(starts)
  for (const path of reached)
    for (const paths of loaded.get(path) ?? []) for (const next of paths) reached.add(next)
  return [...reached]
}

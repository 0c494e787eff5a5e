import { posix } from 'node:path'
import type { Language, Resolved } from '../../language.ts'
import { factsOfPackage, isCompiled, shareNames, type GoFacts } from '../go.ts'
import { fileNameHolds, type BuildTags } from './constraints.ts'
import { isStandard } from './module-of.ts'
import { oncePerText, type SharedTexts } from '../once-per-text.ts'
import { parseGo, type GoSource } from './parse.ts'
import { headText } from './tokens.ts'

/** The files of a context. */
export interface GoFiles extends SharedTexts {
  readonly list: (folder: string) => readonly string[]
  readonly isFile: (path: string) => boolean
  readonly isFolder: (path: string) => boolean
}

/** A module whose sources the project has, or takes from a folder that its context has not. */
export interface LocalModule {
  readonly path: string
  /** Undefined where it lies outside of the context. */
  readonly folder: string | undefined
}

/** Where packages are looked for. */
export interface GoPlaces {
  /** The main module first. */
  readonly modules: readonly LocalModule[]
  readonly build: BuildTags
  /** Where a file of the context stands in the image. */
  readonly imagePath: (path: string) => string | undefined
  /** A package below GOPATH's src. */
  readonly inWorkspace: (importPath: string) => string | undefined
}

/** Go, a package at a time: the names that one file declares stand in all. */
export interface GoLanguage extends Language {
  /** The files of a package that are compiled, or may be. */
  readonly filesOf: (folder: string) => readonly string[]
  /** What is known of a file that was read. */
  readonly factsOf: (path: string) => GoFacts | undefined
}

export const isGoSource = (name: string) => name.endsWith('.go') && !name.endsWith('_test.go')
/** Packages of others: they tell of C, but what they can do says little of what this program does. */
export const isVendored = (path: string) => /(^|\/)vendor\//.test(path)

const parseWhole = oncePerText(parseGo)
const readHead = (path: string, text: string) => parseGo(path, headText(text))
const parseHead = oncePerText(readHead)

/** A Go file of the context, parsed once; undefined where it is no Go. */
export const parsedGo = (files: SharedTexts, path: string): GoSource | undefined =>
  parseWhole(files, path)

/** A Go file as far as it is read here: of packages of others, of which there may be thousands of files, what stands above the first declaration. */
const sourceOf = (files: GoFiles, path: string): GoSource | undefined =>
  isVendored(path) ? parseHead(files, path) : parseWhole(files, path)

/** What the names of a source were shared with. */
const companions = new WeakMap<GoSource, readonly GoSource[]>()

/** Sources that know each other's names and no others: another choice of files, or another text of one, takes them anew. */
function sharing(sources: readonly GoSource[], { read }: SharedTexts): readonly GoSource[] {
  const before = sources.map((source) => companions.get(source))
  const isSame = (known: readonly GoSource[] | undefined) =>
    known?.length === sources.length && known.every((source, i) => source === sources[i])
  if (before.every(isSame)) return sources
  const own = before.every((known) => known === undefined)
    ? sources
    : sources.flatMap(({ path }) => {
        const text = read(path) ?? ''
        return (isVendored(path) ? readHead(path, text) : parseGo(path, text)) ?? []
      })
  shareNames(own)
  for (const source of own) companions.set(source, own)
  return own
}

/** The sources of Go, as a project's modules have them. */
export function goLanguage(files: GoFiles, places: GoPlaces): GoLanguage {
  const facts = new Map<string, GoFacts>()
  const packages = new Map<string, readonly GoSource[]>()
  const filesOf = (folder: string) =>
    files
      .list(folder)
      .filter((name) => isGoSource(name) && fileNameHolds(name, places.build) !== false)
      .map((name) => posix.join(folder, name))
      .filter((path) => {
        const source = sourceOf(files, path)
        return source === undefined || isCompiled(source, places.build) !== false
      })
  const packageIn = (folder: string) => {
    const known = packages.get(folder)
    if (known !== undefined) return known
    const sources = sharing(
      filesOf(folder).flatMap((path) => sourceOf(files, path) ?? []),
      files,
    )
    packages.set(folder, sources)
    return sources
  }
  const namesOf = (importPath: string) => {
    const folder = ownFolder(importPath, places.modules)
    return folder === undefined ? undefined : packageIn(folder)[0]?.scope
  }
  const read: Language['read'] = (path, _text, env) => {
    const known = facts.get(path)
    if (known !== undefined) return known
    const sources = packageIn(folderOf(path))
    const all = factsOfPackage(sources, { env, namesOf, imagePath: places.imagePath })
    for (const item of all) facts.set(item.path, item)
    return facts.get(path)
  }
  return {
    endings: ['.go'],
    interpreters: [],
    read,
    resolve: ({ specifier }, from) => {
      const folder = folderOfPackage(specifier, folderOf(from), files, places)
      if (folder !== undefined) return { kind: 'files', paths: filesOf(folder) }
      return outer(specifier, places.modules)
    },
    fileOf: (path) => (files.isFile(path) ? path : undefined),
    filesOf,
    factsOf: (path) => facts.get(path),
  }
}

const folderOf = (path: string) => path.slice(0, Math.max(path.lastIndexOf('/'), 0))

function outer(specifier: string, modules: readonly LocalModule[]): Resolved {
  if (moduleOf(specifier, modules) !== undefined) return { kind: 'nowhere' }
  return isStandard(specifier) ? { kind: 'builtin' } : { kind: 'package', name: specifier }
}

/** The folder of the context that an import path names: of the project's modules, of GOPATH's src, or vendored. */
function folderOfPackage(
  specifier: string,
  from: string,
  files: GoFiles,
  { modules, inWorkspace }: GoPlaces,
): string | undefined {
  if (specifier.startsWith('.')) return posix.join(from, specifier)
  const own = ownFolder(specifier, modules)
  if (own !== undefined) return own
  const vendored = posix.join(modules[0]?.folder ?? '', 'vendor', specifier)
  return files.isFolder(vendored) ? vendored : inWorkspace(specifier)
}

function ownFolder(path: string, modules: readonly LocalModule[]): string | undefined {
  const module = moduleOf(path, modules)
  if (module?.folder === undefined) return undefined
  const folder = posix.join(module.folder, path.slice(module.path.length + 1))
  return folder === '.' ? '' : folder
}

/** The module that a package is of: the one with the longest path. https://go.dev/ref/mod#resolve-pkg-mod */
function moduleOf(path: string, modules: readonly LocalModule[]): LocalModule | undefined {
  return modules
    .filter((module) => path === module.path || path.startsWith(`${module.path}/`))
    .toSorted((a, b) => b.path.length - a.path.length)[0]
}

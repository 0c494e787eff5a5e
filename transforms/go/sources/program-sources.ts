import {
  baseName,
  factsOfPackage,
  fileNameHolds,
  folderOf,
  isCompiled,
  type BuildTags,
  type Facts,
  type GoFacts,
  type GoSource,
} from '../../../src/transform.ts'
import { findModule, localModules, type GoModule, type LocalModule } from './module.ts'
import { parsedFile } from './parsed-file.ts'

/** The sources that end up in a program: its main package and the packages of the same project that it imports. */
export interface ProgramSources {
  readonly files: readonly GoFacts[]
  /** Those of modules in the vendor folder: they tell of C, but what others can do says little of what this program does. */
  readonly vendored: readonly GoSource[]
  readonly module: GoModule | undefined
  /** Modules whose sources the project has. */
  readonly modules: readonly LocalModule[]
  /** Why the sources do not tell all: files that are empty or not there. */
  readonly gap: string | undefined
}

/** What constraints are decided by where the build names no tags. */
export const plainBuild: BuildTags = { tags: new Set(), cgo: undefined }

/** Reads the sources of the main packages in these folders of the context, imports of the project's own modules followed. */
export function readSources(
  facts: Facts,
  folders: readonly string[],
  build = plainBuild,
): ProgramSources {
  const { project } = facts
  const module = findModule(project, folders[0] ?? '')
  const modules = localModules(project, module)
  const files: GoFacts[] = []
  const vendored: GoSource[] = []
  const seen = new Set(folders)
  const queue = [...seen]
  let gap: string | undefined
  for (const folder of queue) {
    const names = project
      .list(folder)
      .filter((name) => isSource(name) && fileNameHolds(name, build) !== false)
    if (names.length === 0 && folders.includes(folder))
      gap ??= `${folder === '' ? 'the build context' : folder} has no Go files`
    const sources = names.flatMap((name) => {
      const path = folder === '' ? name : `${folder}/${name}`
      const source = parsedFile(project, path)
      if (source === undefined) {
        gap ??= `${path} ${project.read(path) === undefined ? 'is over 2 MB, or no text' : "can't be read as Go"}`
        return []
      }
      if (isCompiled(source, build) === false) return []
      if (source.broken !== undefined) gap ??= `${path}:${source.broken.line} can't be parsed`
      return [source]
    })
    if (isVendored(`${folder}/`)) vendored.push(...sources)
    else files.push(...factsOfPackage(sources))
    for (const { path } of sources.flatMap(({ imports }) => imports)) {
      const next = folderOfImport(path, folder, modules, facts)
      if (next === undefined && moduleOfImport(path, modules) !== undefined)
        gap ??= `${path} is replaced by a folder that is not in the build context`
      if (next === undefined || seen.has(next)) continue
      seen.add(next)
      queue.push(next)
    }
  }
  return { files, vendored, module, modules, gap }
}

const isSource = (name: string) => name.endsWith('.go') && !name.endsWith('_test.go')
const isVendored = (path: string) => /(^|\/)vendor\//.test(path)

/** The folder of the context that an import path names: of the project's modules, of GOPATH's src, or vendored. */
function folderOfImport(
  path: string,
  from: string,
  modules: readonly LocalModule[],
  facts: Facts,
): string | undefined {
  const { project } = facts
  if (path.startsWith('.')) return joinFolders(from, path)
  const own = moduleOfImport(path, modules)
  if (own?.folder !== undefined) return joinFolders(own.folder, path.slice(own.path.length + 1))
  const vendored = joinFolders(modules[0]?.folder ?? '', `vendor/${path}`)
  if (project.isFolder(vendored)) return vendored
  const inWorkspace = facts.contextPath(`/go/src/${path}`)
  return inWorkspace !== undefined && project.isFolder(inWorkspace) ? inWorkspace : undefined
}

/** The module that a package is of: the one with the longest path. https://go.dev/ref/mod#resolve-pkg-mod */
function moduleOfImport(path: string, modules: readonly LocalModule[]): LocalModule | undefined {
  return modules
    .filter((module) => path === module.path || path.startsWith(`${module.path}/`))
    .toSorted((a, b) => b.path.length - a.path.length)[0]
}

function joinFolders(folder: string, path: string): string {
  const parts = folder === '' ? [] : folder.split('/')
  for (const part of path.split('/')) {
    if (part === '..') parts.pop()
    else if (part !== '' && part !== '.') parts.push(part)
  }
  return parts.join('/')
}

/** The name that `go build` gives what it makes of a folder, by the module's path or the folder's name. */
export function importPathOf(
  folder: string,
  module: GoModule | undefined,
  imageFolder: string,
): string {
  if (module === undefined) return baseName(imageFolder)
  const below = module.folder === '' ? folder : folder.slice(module.folder.length + 1)
  return below === '' ? module.path : `${module.path}/${below}`
}

/** The folders with packages, of a folder of the context and below. */
export function packageFolders(facts: Facts, folder: string): readonly string[] {
  const goFiles = facts.project
    .files(folder)
    .filter((path) => isSource(path) && !/(^|\/)(vendor|testdata)\//.test(path))
  return [...new Set(goFiles.map((path) => (path.includes('/') ? folderOf(path) : '')))]
}

/** Those of them that are programs. */
export function mainPackages(facts: Facts, folder: string): readonly string[] {
  const { project } = facts
  return packageFolders(facts, folder).filter((candidate) =>
    project.list(candidate).some((name) => {
      const path = candidate === '' ? name : `${candidate}/${name}`
      // Most files of a large project are of no program; they are not parsed.
      if (!isSource(name) || project.read(path)?.includes('package main') !== true) return false
      const source = parsedFile(project, path)
      return source?.package === 'main' && isCompiled(source, plainBuild) !== false
    }),
  )
}

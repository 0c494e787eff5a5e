import { settledBy } from '../../project/config/settled.ts'
import { embeddedBy } from '../../programs/readers/go/embed.ts'
import { baseName, folderOf } from '../image-path.ts'
import { findModule, localModules, type GoModule } from './modules.ts'
import { followModules, type ModuleGraph } from '../../programs/module-graph.ts'
import {
  goLanguage,
  isGoSource,
  isVendored,
  parsedGo,
  type LocalModule,
} from '../../programs/readers/go/language.ts'
import { isCompiled, type BuildTags, type GoFacts } from '../../programs/readers/go.ts'
import { pythonScripts } from '../../programs/readers/python/scripts.ts'
import { shell } from '../../programs/readers/shell.ts'
import type { Facts } from '../facts.ts'
import { pythonRoots } from '../python/roots.ts'
import { startVariable } from '../commands/started-with.ts'

/** The sources that end up in a program: its main package and the packages of the same project that it imports. */
export interface ProgramSources {
  readonly graph: ModuleGraph
  /** Those of the project's own. */
  readonly files: readonly GoFacts[]
  /** Those of modules in the vendor folder, of which the imports alone are known. */
  readonly vendored: readonly GoFacts[]
  readonly module: GoModule | undefined
  /** Modules whose sources the project has. */
  readonly modules: readonly LocalModule[]
  /** Paths of the context that are compiled in. */
  readonly embedded: readonly string[]
  /** Why the sources do not tell all: files that are empty or not there. */
  readonly gap: string | undefined
}

/** What constraints are decided by where the build names no tags. */
export const plainBuild: BuildTags = { tags: new Set(), cgo: undefined }

/**
 * Reads the sources of the main packages in these folders of the context, imports of the project's own modules followed. `cwd` is the folder of
 * the image that the program runs in.
 */
export function readSources(
  facts: Facts,
  folders: readonly string[],
  cwd: string | undefined,
  build = plainBuild,
): ProgramSources {
  const { project, imagePath, contextPath } = facts
  const module = findModule(project, folders[0] ?? '')
  const modules = localModules(project, module)
  const inWorkspace = (path: string) => {
    const folder = contextPath(`/go/src/${path}`)
    return folder !== undefined && project.isFolder(folder) ? folder : undefined
  }
  const variable = startVariable(facts)
  const roots = pythonRoots({ cwd, contextPath, project, env: variable })
  const language = goLanguage(project, { modules, build, imagePath, inWorkspace })
  const graph = followModules({
    read: (path) => project.read(path),
    files: (folder) => project.files(folder),
    languages: [language, shell(project), pythonScripts(project, roots)],
    env: variable,
    cwd,
    imagePath,
    contextPath,
    settled: settledBy(project.preferences.statements),
  })(folders.flatMap(language.filesOf))
  const all = graph.modules.flatMap(({ path }) => language.factsOf(path) ?? [])
  const files = all.filter(({ path }) => !isVendored(path))
  return {
    graph,
    files,
    embedded: files.flatMap(embeddedBy),
    vendored: all.filter(({ path }) => isVendored(path)),
    module,
    modules,
    gap: gapOf(
      graph,
      folders.find((folder) => language.filesOf(folder).length === 0),
    ),
  }
}

function gapOf({ gap, gaps, nowhere }: ModuleGraph, empty: string | undefined): string | undefined {
  if (empty !== undefined) return `${empty === '' ? 'the build context' : empty} has no Go files`
  if (gap !== undefined) return gap
  // What a script of Python loads by a name lies beside it, and its folder comes along.
  const broken = gaps.find(({ path }) => !path.endsWith('.py'))
  if (broken !== undefined) return `${broken.path}:${broken.at.line} can't be parsed`
  const [lost] = nowhere
  return lost && `${lost.name} is replaced by a folder that is not in the build context`
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
    .filter((path) => isGoSource(path) && !/(^|\/)(vendor|testdata)\//.test(path))
  return [...new Set(goFiles.map((path) => (path.includes('/') ? folderOf(path) : '')))]
}

/** Those of them that are programs. */
export function mainPackages(facts: Facts, folder: string): readonly string[] {
  const { project } = facts
  return packageFolders(facts, folder).filter((candidate) =>
    project.list(candidate).some((name) => {
      const path = candidate === '' ? name : `${candidate}/${name}`
      // Most files of a large project are of no program; they are not parsed.
      if (!isGoSource(name) || project.read(path)?.includes('package main') !== true) return false
      const source = parsedGo(project, path)
      return source?.package === 'main' && isCompiled(source, plainBuild) !== false
    }),
  )
}

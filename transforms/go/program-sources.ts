import { baseName, folderOf, type Facts } from '../../src/transform.ts'
import { findModule, type GoModule } from './module.ts'
import { readGoFile, type GoFile } from './source-file.ts'

export interface SourceFile extends GoFile {
  /** In the context. */
  readonly path: string
}

/** The sources that end up in a program: its main package and the packages of the same project that it imports. */
export interface ProgramSources {
  readonly files: readonly SourceFile[]
  /** Those of modules in the vendor folder: they tell of C, but what others can do says little of what this program does. */
  readonly vendored: readonly SourceFile[]
  readonly module: GoModule | undefined
  /** Why the sources do not tell all: files that are empty or not there. */
  readonly gap: string | undefined
}

const testFile = /_test\.go$/
const otherSystem =
  /_(windows|darwin|freebsd|openbsd|netbsd|plan9|solaris|js|wasip1|ios|android|aix)(_\w+)?\.go$/

/** Reads the sources of the main packages in these folders of the context, imports of the same module followed. */
export function readSources(facts: Facts, folders: readonly string[]): ProgramSources {
  const { project } = facts
  const module = findModule(project, folders[0] ?? '')
  const files: SourceFile[] = []
  const vendored: SourceFile[] = []
  const seen = new Set<string>()
  const queue = [...folders]
  let gap: string | undefined
  for (let folder = queue.shift(); folder !== undefined; folder = queue.shift()) {
    if (seen.has(folder)) continue
    seen.add(folder)
    const names = project
      .list(folder)
      .filter((name) => name.endsWith('.go') && !testFile.test(name) && !otherSystem.test(name))
    if (names.length === 0 && folders.includes(folder))
      gap ??= `${folder === '' ? 'the build context' : folder} has no Go files`
    for (const name of names) {
      const path = folder === '' ? name : `${folder}/${name}`
      const file = readGoFile(project.read(path) ?? '')
      if (file === undefined) {
        gap ??= `${path} can't be read as Go`
        continue
      }
      ;(isVendored(path) ? vendored : files).push({ ...file, path })
      for (const { path: imported } of file.imports) {
        const next = folderOfImport(imported, folder, module, facts)
        if (next !== undefined) queue.push(next)
      }
    }
  }
  return { files, vendored, module, gap }
}

const isVendored = (path: string) => /(^|\/)vendor\//.test(path)

/** The folder of the context that an import path names: of the same module, of GOPATH's src, or vendored. */
function folderOfImport(
  path: string,
  from: string,
  module: GoModule | undefined,
  facts: Facts,
): string | undefined {
  const { project } = facts
  if (path.startsWith('.')) return joinFolders(from, path)
  if (module !== undefined && (path === module.path || path.startsWith(`${module.path}/`)))
    return joinFolders(module.folder, path.slice(module.path.length + 1))
  const vendored = joinFolders(module?.folder ?? '', `vendor/${path}`)
  if (project.isFolder(vendored)) return vendored
  const inWorkspace = facts.contextPath(`/go/src/${path}`)
  return inWorkspace !== undefined && project.isFolder(inWorkspace) ? inWorkspace : undefined
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
    .filter(
      (path) =>
        path.endsWith('.go') && !testFile.test(path) && !/(^|\/)(vendor|testdata)\//.test(path),
    )
  return [...new Set(goFiles.map((path) => (path.includes('/') ? folderOf(path) : '')))]
}

/** Those of them that are programs. */
export function mainPackages(facts: Facts, folder: string): readonly string[] {
  const { project } = facts
  return packageFolders(facts, folder).filter((candidate) =>
    project
      .list(candidate)
      .some(
        (name) =>
          name.endsWith('.go') &&
          !testFile.test(name) &&
          readGoFile(project.read(candidate === '' ? name : `${candidate}/${name}`) ?? '')
            ?.package === 'main',
      ),
  )
}

import type { LocalModule } from '../../programs/readers/go/language.ts'
import type { Project } from '../../project/project.ts'
import type { Command } from '../commands/command.ts'
import { resolvePath } from '../image-path.ts'

/** What go.mod says (https://go.dev/ref/mod#go-mod-file). */
export interface GoModule {
  /** Its folder in the context; '' is the root. */
  readonly folder: string
  readonly path: string
  /** Every required module, indirect ones included where the file lists them. */
  readonly requires: readonly {
    readonly path: string
    readonly version: string
    readonly line: number
  }[]
  /** Modules that are taken from a folder beside: `replace example.com/lib => ../lib`. */
  readonly replaces: readonly { readonly path: string; readonly folder: string }[]
}

/** The go.mod that governs a folder of the context: its own, or the nearest above it. */
export function findModule(project: Project, folder: string): GoModule | undefined {
  for (let at = folder; ; at = at.includes('/') ? at.slice(0, at.lastIndexOf('/')) : '') {
    const file = at === '' ? 'go.mod' : `${at}/go.mod`
    const text = project.read(file)
    if (text !== undefined) return readModule(text, at)
    if (at === '') return undefined
  }
}

/** The module and those that it takes from folders of the context, by `replace` and by the go.work around it. https://go.dev/ref/mod#workspaces */
export function localModules(
  project: Project,
  module: GoModule | undefined,
): readonly LocalModule[] {
  if (module === undefined) return []
  const parts = module.folder === '' ? [] : module.folder.split('/')
  const roots = [...parts.keys(), parts.length].map((count) => parts.slice(0, count).join('/'))
  const workspaces = roots.flatMap((root) => {
    const text = project.read(root === '' ? 'go.work' : `${root}/go.work`)
    return text === undefined ? [] : modulesUsed(text, root, project)
  })
  return [...withReplaced(module, project), ...workspaces]
}

/** The modules of a go.work, and what they replace in turn. */
function modulesUsed(text: string, root: string, project: Project): readonly LocalModule[] {
  const folders = directivesOf(text).flatMap(({ verb, words }) =>
    verb === 'use' ? (folderFrom(root, words[0] ?? '.', project) ?? []) : [],
  )
  const used = folders.flatMap((folder) => {
    const manifest = project.read(folder === '' ? 'go.mod' : `${folder}/go.mod`)
    return manifest === undefined ? [] : [readModule(manifest, folder)]
  })
  // What go.work replaces goes before what the modules do.
  return [readModule(text, root), ...used].flatMap((module) => withReplaced(module, project))
}

const withReplaced = (module: GoModule, project: Project): readonly LocalModule[] => [
  ...(module.path === '' ? [] : [module]),
  ...module.replaces.map(({ path, folder }) => ({
    path,
    folder: folderFrom(module.folder, folder, project),
  })),
]

/** A folder of the context, as seen from another; undefined for what lies outside or is not there. */
function folderFrom(from: string, path: string, project: Project): string | undefined {
  const place = resolvePath(from, path) ?? path
  const folder = place === '.' ? '' : place
  return /^(\.\.|\/)/.test(folder) || !project.isFolder(folder) ? undefined : folder
}

/** What a go.mod or go.work says, blocks line by line. https://go.dev/ref/mod#go-mod-file-lexical */
function directivesOf(text: string) {
  const directives: {
    readonly verb: string
    readonly words: readonly string[]
    readonly line: number
  }[] = []
  let block: string | undefined
  for (const [i, raw] of text.split('\n').entries()) {
    const code = (raw.split('//')[0] ?? '').trim()
    const words =
      code === '' ? [] : code.split(/\s+/).map((word) => word.replace(/^(["`])(.*)\1$/, '$2'))
    const [first = ''] = words
    if (code === '') continue
    if (code.endsWith('(')) block = code.slice(0, -1).trim()
    else if (first === ')') block = undefined
    else if (block !== undefined) directives.push({ verb: block, words, line: i + 1 })
    else directives.push({ verb: first, words: words.slice(1), line: i + 1 })
  }
  return directives
}

export function readModule(text: string, folder: string): GoModule {
  const directives = directivesOf(text)
  const named = (verb: string) => directives.filter((directive) => directive.verb === verb)
  return {
    folder,
    path: named('module')[0]?.words[0] ?? '',
    requires: named('require').map(({ words: [path = '', version = ''], line }) => ({
      path,
      version,
      line,
    })),
    // https://go.dev/ref/mod#go-mod-file-replace: a path that begins with ./ or ../ names a folder.
    replaces: named('replace').flatMap(({ words }) => {
      const [path = ''] = words
      const target = words[words.indexOf('=>') + 1] ?? ''
      return /^\.{1,2}(\/|$)|^\//.test(target) ? [{ path, folder: target }] : []
    }),
  }
}

/** The name that `go build` gives a binary: the import path's last part, a major version left out (https://go.dev/cmd/go/#hdr-Compile_packages_and_dependencies). */
export function binaryName(importPath: string): string {
  const parts = importPath.split('/')
  const last = parts.at(-1) ?? ''
  const name = /^v[2-9]\d*$/.test(last) && parts.length > 1 ? parts.at(-2) : last
  // gopkg.in/yaml.v3
  return (name ?? last).replace(/^(.+)\.v\d+$/, '$1')
}

/** The module of `go mod init path`, where the image makes its own go.mod. */
export function moduleMadeBy(commands: readonly Command[], folder: string): GoModule | undefined {
  const init = commands.find(
    ({ name, args }) => name === 'go' && args[0] === 'mod' && args[1] === 'init',
  )
  const path = init?.args[2]
  return path === undefined ? undefined : { folder, path, requires: [], replaces: [] }
}

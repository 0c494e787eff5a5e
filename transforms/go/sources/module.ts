import { resolvePath, type Command, type Project } from '../../../src/transform.ts'

/** What go.mod says (https://go.dev/ref/mod#go-mod-file). */
export interface GoModule {
  /** Its folder in the context; '' is the root. */
  readonly folder: string
  readonly path: string
  /** Every required module, indirect ones included where the file lists them. */
  readonly requires: readonly { readonly path: string; readonly line: number }[]
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
export function localModules(project: Project, module: GoModule | undefined): readonly GoModule[] {
  if (module === undefined) return []
  const replaced = module.replaces.flatMap(({ path, folder }): readonly GoModule[] => {
    const place = resolvePath(`/${module.folder}`, folder)?.slice(1)
    return place === undefined || !project.isFolder(place)
      ? []
      : [{ folder: place, path, requires: [], replaces: [] }]
  })
  const parts = module.folder === '' ? [] : module.folder.split('/')
  const roots = [...parts.keys(), parts.length].map((count) => parts.slice(0, count).join('/'))
  const used = roots.flatMap((root) => {
    const text = project.read(root === '' ? 'go.work' : `${root}/go.work`)
    return text === undefined ? [] : modulesUsed(text, root, project)
  })
  return [module, ...replaced, ...used]
}

function modulesUsed(text: string, root: string, project: Project): readonly GoModule[] {
  return text.split('\n').flatMap((line) => {
    const folder = /^\s*(?:use\s+)?(\.\.?(?:\/[^\s/]+)*)\s*(?:\/\/.*)?$/.exec(line)?.[1]
    const place = folder === undefined ? undefined : resolvePath(`/${root}`, folder)?.slice(1)
    const manifest =
      place === undefined ? undefined : project.read(place === '' ? 'go.mod' : `${place}/go.mod`)
    return place === undefined || manifest === undefined ? [] : [readModule(manifest, place)]
  })
}

export function readModule(text: string, folder: string): GoModule {
  const requires: { path: string; line: number }[] = []
  const replaces: { path: string; folder: string }[] = []
  let block: string | undefined
  let path = ''
  text.split('\n').forEach((raw, i) => {
    const words = raw
      .replace(/\/\/.*/, '')
      .trim()
      .split(/\s+/)
    const [first = '', second = ''] = words
    if (block !== undefined && first === ')') block = undefined
    else if (second === '(') block = first
    else if (first === 'module') path = second.replaceAll('"', '')
    else if (first === 'require') requires.push({ path: second, line: i + 1 })
    else if (block === 'require' && first !== '') requires.push({ path: first, line: i + 1 })
    const target = words.at(-1) ?? ''
    const replaced = first === 'replace' ? second : block === 'replace' ? first : undefined
    if (replaced !== undefined && words.includes('=>') && /^\.{1,2}(\/|$)/.test(target))
      replaces.push({ path: replaced, folder: target })
  })
  return { folder, path, requires, replaces }
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

import {
  folderOf,
  isWithin,
  matchesPattern,
  resolvePath,
  type Project,
} from '../../../src/transform.ts'
import { readManifest } from '../manifest.ts'
import type { Selection } from '../package-managers/index.ts'
import { readWorkspaces, workspaceAt, type Workspace } from '../workspaces.ts'

/** The folders of the context that a call works in, those first that others need; or why that can't be told. */
export type Chosen =
  | { readonly kind: 'folders'; readonly folders: readonly string[] }
  | { readonly kind: 'unknown'; readonly why: string }

const unknown = (why: string): Chosen => ({ kind: 'unknown', why })

/** The packages of a monorepo that a selection means; `folder` is where the call is made, a path of the context. */
export function choose(selection: Selection, folder: string, project: Project): Chosen {
  if (selection.kind === 'unknown') return selection
  const root = rootAbove(folder, project)
  if (root === undefined)
    return selection.kind === 'root'
      ? { kind: 'folders', folders: [folder] }
      : unknown(`${inFolder(folder, 'package.json')} belongs to no monorepo that can be read`)
  if (selection.kind === 'root') return { kind: 'folders', folders: [root] }
  const manifest = readManifest(project, inFolder(root, 'package.json'))
  const listed = manifest === undefined ? undefined : readWorkspaces(project, manifest)
  if (listed === undefined)
    return unknown(`the workspaces of ${inFolder(root, 'package.json')} can't be told`)
  if (selection.kind === 'all') return { kind: 'folders', folders: ordered(listed) }
  const all = [...listed, workspaceAt(root, project)]
  return filtered(selection.filters, all, folder)
}

const inFolder = (folder: string, name: string) => (folder === '' ? name : `${folder}/${name}`)

/** The folder of the monorepo's own package.json: the nearest that lists workspaces. */
export function rootAbove(folder: string, project: Project): string | undefined {
  const manifest = readManifest(project, inFolder(folder, 'package.json'))
  if (manifest?.hasWorkspaces === true || project.isFile(inFolder(folder, 'lerna.json')))
    return folder
  if (folder === '') return undefined
  const above = folderOf(folder)
  return rootAbove(above === '.' ? '' : above, project)
}

/** One word of `--filter`: https://pnpm.io/filtering. Turborepo, bun and npm know parts of it. */
interface Filter {
  readonly isExclusion: boolean
  readonly name: string
  readonly path: string | undefined
  readonly withNeeds: boolean
  readonly withUsers: boolean
  readonly withoutSelf: boolean
}

function readFilter(text: string): Filter {
  const isExclusion = text.startsWith('!')
  let word = isExclusion ? text.slice(1) : text
  const withUsers = word.startsWith('...')
  if (withUsers) word = word.slice(3)
  const withNeeds = word.endsWith('...')
  if (withNeeds) word = word.slice(0, -3)
  const withoutSelf = word.startsWith('^') || word.endsWith('^')
  if (withoutSelf) word = word.startsWith('^') ? word.slice(1) : word.slice(0, -1)
  const brace = word.indexOf('{')
  const isPath = brace < 0 && (word.startsWith('.') || word.startsWith('/'))
  return {
    isExclusion,
    name: brace >= 0 ? word.slice(0, brace) : isPath ? '' : word,
    path: brace >= 0 ? word.slice(brace + 1, word.indexOf('}', brace)) : isPath ? word : undefined,
    withNeeds,
    withUsers,
    withoutSelf,
  }
}

function filtered(filters: readonly string[], all: readonly Workspace[], folder: string): Chosen {
  const changed = filters.find((text) => text.includes('['))
  if (changed !== undefined) return unknown(`which packages "${changed}" means, only git knows`)
  const read = filters.map(readFilter)
  const isOnlyExclusions = read.every(({ isExclusion }) => isExclusion)
  const chosen = new Set(isOnlyExclusions ? all.slice(0, -1) : [])
  for (const [i, filter] of read.entries()) {
    const own = matching(filter, all, folder)
    if (own.length === 0 && !filter.isExclusion)
      return unknown(`no workspace in the build context is called ${filters[i] ?? ''}`)
    const meant = new Set([
      ...(filter.withoutSelf ? [] : own),
      ...(filter.withNeeds ? reached(own, neighbours(all, 'needs')) : []),
      ...(filter.withUsers ? reached(own, neighbours(all, 'users')) : []),
    ])
    for (const item of meant)
      if (filter.isExclusion) chosen.delete(item)
      else chosen.add(item)
  }
  return { kind: 'folders', folders: ordered([...chosen]) }
}

function matching({ name, path }: Filter, all: readonly Workspace[], folder: string) {
  const inPath = path === undefined ? all : atPath(path, all, folder)
  if (name === '') return inPath
  const own = inPath.filter(
    (item) => item.name !== undefined && matchesPattern(name.replaceAll('*', '**'), item.name),
  )
  if (own.length > 0) return own
  // `--filter api` means @acme/api where nothing else is called so; npm's -w is a path as well.
  const scoped = inPath.filter(
    (item) => item.name?.startsWith('@') && item.name.endsWith(`/${name}`),
  )
  return scoped.length === 1 ? scoped : path === undefined ? atPath(name, all, folder) : []
}

/** The package at a path; of a folder that is none, those below it. */
function atPath(path: string, all: readonly Workspace[], folder: string): readonly Workspace[] {
  const absolute = resolvePath(`/${folder}`, path) ?? '/'
  const own = all.filter((item) => matchesPattern(absolute, `/${item.folder}`))
  return own.length > 0 ? own : all.filter((item) => isWithin(`/${item.folder}`, absolute))
}

/** Which packages each one needs, or is needed by. */
function neighbours(all: readonly Workspace[], by: 'needs' | 'users') {
  const byName = new Map(all.map((item) => [item.name, item]))
  const found = new Map<Workspace, Workspace[]>(all.map((item) => [item, []]))
  for (const item of all)
    for (const need of item.needs) {
      const other = byName.get(need)
      if (other !== undefined)
        found.get(by === 'needs' ? item : other)?.push(by === 'needs' ? other : item)
    }
  return (item: Workspace): readonly Workspace[] => found.get(item) ?? []
}

function reached(
  from: readonly Workspace[],
  next: (item: Workspace) => readonly Workspace[],
): readonly Workspace[] {
  const found = new Set<Workspace>()
  const queue = [...from]
  for (const item of queue)
    for (const other of next(item))
      if (!found.has(other)) {
        found.add(other)
        queue.push(other)
      }
  return [...found]
}

/** Those that others need come first, as pnpm, Turborepo and lerna run them. */
function ordered(items: readonly Workspace[]): readonly string[] {
  const needs = neighbours(items, 'needs')
  const seen = new Set<Workspace>()
  const folders: string[] = []
  const visit = (item: Workspace) => {
    if (seen.has(item)) return
    seen.add(item)
    for (const other of needs(item)) visit(other)
    folders.push(item.folder)
  }
  for (const item of items) visit(item)
  return folders
}

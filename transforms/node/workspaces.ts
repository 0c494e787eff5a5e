import { parse } from 'yaml'
import { folderOf, type Project } from '../../src/transform.ts'
import { isRecord, type Manifest } from './manifest.ts'

/** A package of a monorepo. Paths of the context. */
export interface Workspace {
  readonly folder: string
  readonly name: string | undefined
}

/** The folders that a root package.json, or pnpm-workspace.yaml, names; undefined where the patterns are not plain. */
export function readWorkspaces(
  project: Project,
  manifest: Manifest,
): readonly Workspace[] | undefined {
  const root = folderOf(manifest.path) === '.' ? '' : folderOf(manifest.path)
  const patterns = patternsOf(project, manifest, root)
  if (patterns === undefined) return undefined
  const folders = patterns.flatMap((pattern) => expand(project, root, pattern))
  return folders.map((folder) => {
    const json = project.json(`${folder}/package.json`)
    return {
      folder,
      name: isRecord(json) && typeof json['name'] === 'string' ? json['name'] : undefined,
    }
  })
}

/** The top folders that hold all workspaces: `packages` for `packages/*`. */
export function workspaceTops(project: Project, manifest: Manifest): readonly string[] | undefined {
  const root = folderOf(manifest.path) === '.' ? '' : `${folderOf(manifest.path)}/`
  const workspaces = readWorkspaces(project, manifest)
  if (workspaces === undefined || workspaces.length === 0) return undefined
  return [
    ...new Set(
      workspaces.map(({ folder }) => root + (folder.slice(root.length).split('/')[0] ?? '')),
    ),
  ]
}

function patternsOf(
  project: Project,
  manifest: Manifest,
  root: string,
): readonly string[] | undefined {
  const json = project.json(manifest.path)
  const field = isRecord(json) ? json['workspaces'] : undefined
  const list: unknown = isRecord(field) ? field['packages'] : field
  if (Array.isArray(list)) return list.every((item) => typeof item === 'string') ? list : undefined
  const text = project.read(root === '' ? 'pnpm-workspace.yaml' : `${root}/pnpm-workspace.yaml`)
  if (text === undefined) return undefined
  try {
    const yaml: unknown = parse(text)
    const packages: unknown = isRecord(yaml) ? yaml['packages'] : undefined
    return Array.isArray(packages) && packages.every((item) => typeof item === 'string')
      ? packages
      : undefined
  } catch {
    return undefined
  }
}

function expand(project: Project, root: string, pattern: string): readonly string[] {
  if (pattern.startsWith('!')) return []
  const plain = pattern.replace(/^\.\//, '').replace(/\/$/, '')
  const prefix = root === '' ? '' : `${root}/`
  const hasManifest = (folder: string) => project.isFile(`${folder}/package.json`)
  if (!plain.includes('*')) return hasManifest(prefix + plain) ? [prefix + plain] : []
  const base = (prefix + plain.replace(/\/?\*.*$/, '')).replace(/\/$/, '')
  return project
    .files(base)
    .filter((file) => file.endsWith('/package.json') && !file.includes('/node_modules/'))
    .map((file) => folderOf(file))
    .filter(
      (folder) =>
        plain.includes('**') || folder.split('/').length === (prefix + plain).split('/').length,
    )
}

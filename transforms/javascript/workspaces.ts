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

/** The workspaces that `--workspaces`, `--workspace=api`, `-r` or `--filter api` mean; undefined where none are meant. */
export function chosenWorkspaces(
  args: readonly (string | undefined)[],
  project: Project,
  manifest: Manifest,
): readonly string[] | undefined {
  const at = args.indexOf('--')
  const own = at < 0 ? args : args.slice(0, at)
  const isAll = own.some(
    (arg) => arg !== undefined && /^(--workspaces|-ws|-r|--recursive)$/.test(arg),
  )
  const named = own.flatMap((arg, i) => {
    const [, attached] = /^(?:--workspace|--filter|-w)=(.+)$/.exec(arg ?? '') ?? []
    const takesNext = arg !== undefined && /^(--workspace|-w|--filter|-F)$/.test(arg)
    return attached ?? (takesNext ? own[i + 1] : undefined) ?? []
  })
  if (!isAll && named.length === 0) return undefined
  const isMeant = ({ folder, name }: Workspace) =>
    named.some((word) => word === name || `/${folder}`.endsWith(`/${word.replace(/^\.\//, '')}`))
  return (readWorkspaces(project, manifest) ?? [])
    .filter((item) => isAll || isMeant(item))
    .map(({ folder }) => folder)
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

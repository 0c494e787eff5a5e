import { parse } from 'yaml'
import { stringIn, type Manifest } from './manifest.ts'
import { folderOf, isRecord, matchesPattern, type Project } from '../../src/transform.ts'

/** A package of a monorepo. Paths of the context. */
export interface Workspace {
  readonly folder: string
  readonly name: string | undefined
  /** Names of the packages that it lists, of all kinds. */
  readonly needs: readonly string[]
}

/** The folders that a root package.json, or pnpm-workspace.yaml, names; undefined where the patterns are not plain. */
export function readWorkspaces(
  project: Project,
  manifest: Manifest,
): readonly Workspace[] | undefined {
  const root = folderOf(manifest.path) === '.' ? '' : folderOf(manifest.path)
  const patterns = patternsOf(project, manifest, root)
  if (patterns === undefined) return undefined
  const left = patterns.flatMap((pattern) =>
    pattern.startsWith('!') ? [plainPattern(pattern.slice(1))] : [],
  )
  const folders = patterns
    .filter((pattern) => !pattern.startsWith('!'))
    .flatMap((pattern) => expand(project, root, plainPattern(pattern)))
    .filter((folder) => {
      const below = root === '' ? folder : folder.slice(root.length + 1)
      return !left.some((pattern) => matchesPattern(pattern, below))
    })
  return [...new Set(folders)].map((folder) => workspaceAt(folder, project))
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
  const inRoot = (name: string) => (root === '' ? name : `${root}/${name}`)
  const text = project.read(inRoot('pnpm-workspace.yaml'))
  if (text === undefined) {
    const lerna = project.json(inRoot('lerna.json'))
    const listed: unknown = isRecord(lerna) ? (lerna['packages'] ?? ['packages/*']) : undefined
    return Array.isArray(listed) && listed.every((item) => typeof item === 'string')
      ? listed
      : undefined
  }
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

const plainPattern = (pattern: string) => pattern.replace(/^\.\//, '').replace(/\/$/, '')

/** A folder with a package.json as a package of a monorepo. */
export function workspaceAt(folder: string, project: Project): Workspace {
  const json = project.json(folder === '' ? 'package.json' : `${folder}/package.json`)
  const record = isRecord(json) ? json : {}
  return {
    folder,
    name: stringIn(record, 'name'),
    needs: ['dependencies', 'devDependencies', 'optionalDependencies', 'peerDependencies'].flatMap(
      (kind) => (isRecord(record[kind]) ? Object.keys(record[kind]) : []),
    ),
  }
}

function expand(project: Project, root: string, plain: string): readonly string[] {
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

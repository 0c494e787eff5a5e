import type { Facts } from '../../../facts/facts.ts'
import { folderOf, isWithin, resolvePath } from '../../../facts/image-path.ts'
import { isRecord } from '../../../project/formats/loose-data.ts'
import { needAt, type FileNeed } from '../seen/file-need.ts'
import type { Seen } from '../seen/seen-program.ts'
import { linkedPackages } from './linked-packages.ts'

/**
 * Packages of the project itself: a manager makes a link of them in node_modules, and what it leads to must be there. By `file:` and `link:`
 * (https://docs.npmjs.com/cli/configuring-npm/package-json#local-paths), as workspaces, or where a RUN links them.
 */
export function localPackageNeeds({ programs }: Seen, facts: Facts): readonly FileNeed[] {
  const wanted = programs.flatMap(({ graph }) => graph.packages)
  if (wanted.length === 0) return []
  const local = new Map([...localPackages(facts), ...linkedPackages(facts)])
  return wanted.flatMap(({ name, path, at }) => {
    const folder = local.get(name)
    const need =
      folder === undefined ? undefined : needAt(facts.imagePath(folder), { path, ...at }, facts)
    // What the program itself lies in is no package beside it.
    return need === undefined || isWithin(`/${path}`, `/${need.contextPath ?? ''}`) ? [] : [need]
  })
}

/** The folder of the context that each name leads to. */
function localPackages({ project }: Facts): ReadonlyMap<string, string> {
  const manifests = project
    .files()
    .filter((file) => /(^|\/)package\.json$/.test(file) && !/(^|\/)node_modules\//.test(file))
  const found = new Map<string, string>()
  const isWorkspaces = manifests.some((file) => hasWorkspaces(project.json(file)))
  for (const file of manifests) {
    const manifest = project.json(file)
    if (!isRecord(manifest)) continue
    const folder = folderOf(`/${file}`)
    if (
      typeof manifest['name'] === 'string' &&
      (isWorkspaces || project.isFile('pnpm-workspace.yaml')) &&
      folder !== '/'
    )
      found.set(manifest['name'], folder.slice(1))
    const { dependencies } = manifest
    for (const [name, version] of Object.entries(isRecord(dependencies) ? dependencies : {})) {
      const way =
        typeof version === 'string' ? /^(?:file|link|portal):(.*)$/.exec(version)?.[1] : undefined
      const target = way === undefined ? undefined : resolvePath(folder, way)
      if (target !== undefined && project.isFolder(target.slice(1)))
        found.set(name, target.slice(1))
    }
  }
  return found
}

const hasWorkspaces = (manifest: unknown) =>
  isRecord(manifest) && manifest['workspaces'] !== undefined

import { readManifest } from '../manifest.ts'
import { readWorkspaces } from '../workspaces.ts'
import { hasLifecycle, ignoresScripts, namesFolders } from './package-manifest.ts'
import { inSource, type InstallSite, isRecord } from '../../../src/transform.ts'

/** With more, the COPYs hide what the file is about. */
const mostWorkspaces = 10

/**
 * The package.json of every workspace, relative to the sources' folder; empty where there are none. An install reads all of them. Undefined where one of
 * them needs sources: a script that runs with the install, a program that is linked, a folder or a patch. Also where the patterns leave some out.
 */
export function workspaceManifests({
  project,
  source,
  installs,
}: InstallSite): readonly string[] | undefined {
  const manifest = readManifest(project, inSource(source, 'package.json'))
  const settings = project.read(inSource(source, 'pnpm-workspace.yaml')) ?? ''
  const json = project.json(inSource(source, 'package.json'))
  if (manifest === undefined || !isRecord(json)) return undefined
  // patchedDependencies name files; an override may name a folder.
  if (/^(patchedDependencies|overrides)\s*:/m.test(settings)) return undefined
  const hasPackages = /^packages\s*:/m.test(settings)
  if (json['workspaces'] === undefined && !hasPackages) return usesWorkspace(json) ? undefined : []
  if (![...globsOf(json['workspaces']), ...globsIn(settings)].every(isPlain)) return undefined
  const workspaces = readWorkspaces(project, manifest)
  if (workspaces === undefined || workspaces.length === 0) return undefined
  if (workspaces.length > mostWorkspaces) return undefined
  const files = [...new Set(workspaces.map(({ folder }) => `${folder}/package.json`))].sort()
  const areReady = files.every((file) => {
    const own = project.json(file)
    return (
      isRecord(own) &&
      own['bin'] === undefined &&
      !namesFolders(own) &&
      (ignoresScripts(installs) || !hasLifecycle(own)) &&
      !project.isFolder(file.replace(/package\.json$/, 'node_modules')) &&
      !project.isFile(file.replace(/package\.json$/, 'binding.gyp'))
    )
  })
  const start = source === '' ? 0 : source.length + 1
  return areReady ? files.map((file) => file.slice(start)) : undefined
}

/** A folder, or all folders in one: `apps/web`, `packages/*`, `packages/**`. */
const isPlain = (glob: string) => /^(\.\/)?[\w@.-]+(\/[\w@.-]+)*(\/\*\*?)?\/?$/.test(glob)

function globsOf(workspaces: unknown): readonly string[] {
  const list: unknown = isRecord(workspaces) ? workspaces['packages'] : workspaces
  return Array.isArray(list) ? list.map(String) : []
}

/** The items of lists in a pnpm-workspace.yaml; more than `packages` has are no harm. */
const globsIn = (settings: string) =>
  [...settings.matchAll(/^\s*-\s+["']?([^"'\n#]+?)["']?\s*(#.*)?$/gm)].flatMap(
    ([, glob]) => glob ?? [],
  )

const usesWorkspace = (json: Readonly<Record<string, unknown>>) =>
  JSON.stringify(json).includes('"workspace:')

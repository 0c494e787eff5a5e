import path from 'node:path'
import type { ProjectCache } from '../../project-cache.ts'
import { readManifest, type Manifest } from './manifest.ts'

/** Where people keep manifests, in each folder that is searched; what lies in these folders is looked through. */
const FOLDERS = new Set(
  '.k8s k8s kube kubernetes deploy deployment deployments manifests infra infrastructure ops kustomize openshift'.split(
    ' ',
  ),
)
/** Folders down, and files, at most. */
const DEPTH = 4
const FILES = 200

/** The manifests of a folder (absolute): of its own files, and of the folders for them in it. */
export function findManifests(folder: string, cache: ProjectCache): Manifest {
  const known = cache.manifestsByFolder.get(folder)
  if (known !== undefined) return known
  const all = manifestFiles(folder, cache).map((file) =>
    readManifest({ path: file, text: cache.readText(file) ?? '' }),
  )
  const found: Manifest = {
    containers: all.flatMap(({ containers }) => containers),
    settings: new Map(all.flatMap(({ settings }) => [...settings])),
  }
  cache.manifestsByFolder.set(folder, found)
  return found
}

function manifestFiles(top: string, cache: ProjectCache): readonly string[] {
  const files: string[] = []
  const visit = (folder: string, depth: number): void => {
    const entries = cache.entries(folder)
    // A chart of Helm: its templates are no YAML, and its values no manifests.
    if (entries.has('Chart.yaml')) return
    for (const [name, kind] of entries) {
      const place = path.join(folder, name)
      if (files.length >= FILES) return
      if (kind === 'file' && /\.ya?ml$/.test(name)) files.push(place)
      if (kind === 'folder' && depth < DEPTH && (depth > 0 || FOLDERS.has(name)))
        visit(place, depth + 1)
    }
  }
  visit(top, 0)
  return files
}

import path from 'node:path'
import type { ProjectCache } from '../../project-cache.ts'
import { readHelmValues } from './helm-values.ts'
import { readManifest, type Manifest } from './manifest.ts'
import { readTaskDefinition } from './task-definition.ts'

/** Where people keep manifests, in each folder that is searched; what lies in these folders is looked through. */
const FOLDERS = new Set(
  '.aws .helm .k8s aws chart charts ecs helm k8s kube kubernetes deploy deployment deployments manifests infra infrastructure ops kustomize openshift'.split(
    ' ',
  ),
)
/** Of a Helm chart. */
const VALUES = /^values([._-].*)?\.ya?ml$/
/** What may be a task definition of ECS. */
const TASK = /(task|ecs|container-def)[^/]*\.json$/i

/** Folders down, and files, at most. */
const DEPTH = 4
const FILES = 200

/** The manifests of a folder (absolute): of its own files, and of the folders for them in it. */
export function findManifests(folder: string, cache: ProjectCache): Manifest {
  const known = cache.manifestsByFolder.get(folder)
  if (known !== undefined) return known
  const found = readFiles(manifestFiles(folder, cache), cache)
  cache.manifestsByFolder.set(folder, found)
  return found
}

function readFiles(files: readonly string[], cache: ProjectCache): Manifest {
  const read = (file: string) => ({ path: file, text: cache.readText(file) ?? '' })
  const isOf = (file: string, names: RegExp): boolean => names.test(path.basename(file))
  const all = files
    .filter((file) => !isOf(file, TASK) && !isValues(file, cache))
    .map((file) => readManifest(read(file)))
  return {
    containers: [
      ...all.flatMap(({ containers }) => containers),
      ...files
        .filter((file) => isValues(file, cache))
        .flatMap((file) => readHelmValues(read(file))),
      ...files.filter((file) => isOf(file, TASK)).flatMap((file) => readTaskDefinition(read(file))),
    ],
    settings: new Map(all.flatMap(({ settings }) => [...settings])),
  }
}

const isValues = (file: string, cache: ProjectCache): boolean =>
  VALUES.test(path.basename(file)) && cache.entries(path.dirname(file)).has('Chart.yaml')

function manifestFiles(top: string, cache: ProjectCache): readonly string[] {
  const files: string[] = []
  const visit = (folder: string, depth: number): void => {
    const entries = cache.entries(folder)
    // A chart of Helm: its templates are no YAML.
    const isChart = entries.has('Chart.yaml')
    for (const [name, kind] of entries) {
      const place = path.join(folder, name)
      if (files.length >= FILES) return
      const isWanted = isChart ? VALUES.test(name) : /\.ya?ml$/.test(name) || TASK.test(name)
      if (kind === 'file' && isWanted) files.push(place)
      if (kind === 'folder' && !isChart && depth < DEPTH && (depth > 0 || FOLDERS.has(name)))
        visit(place, depth + 1)
    }
  }
  visit(top, 0)
  return files
}

import { list, record, text } from '../../formats/loose-data.ts'
import { parseYamlTexts } from '../../formats/yaml-text.ts'
import type { ConfigFile } from '../build-use.ts'

type Data = Readonly<Record<string, unknown>>

/** A container of a Pod, as it is written. */
export interface WrittenContainer {
  readonly file: string
  readonly line: number
  /** 'CronJob nightly'. */
  readonly owner: string
  readonly container: Data
  readonly pod: Data
  /** Names of the claims that a StatefulSet makes for each Pod. */
  readonly claims: readonly string[]
}

/** What a manifest says. */
export interface Manifest {
  readonly containers: readonly WrittenContainer[]
  /** The data of its ConfigMaps, by name. */
  readonly settings: ReadonlyMap<string, Data>
}

const nothing: Manifest = { containers: [], settings: new Map() }

/**
 * Reads a manifest of Kubernetes, which may hold several objects; nothing of one that is no YAML, as Helm's templates are.
 * https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/pod-v1/
 */
export function readManifest({ path: file, text: source }: ConfigFile): Manifest {
  // YAML is slow to read.
  if (!/^\s*apiVersion:/m.test(source) || /\{\{/.test(source)) return nothing
  const containers: WrittenContainer[] = []
  const settings = new Map<string, Data>()
  for (const { data, lineOf } of parseYamlTexts(source)) {
    for (const { object, place } of objectsOf(record(data))) {
      const name = text(record(object['metadata'])['name']) ?? ''
      const kind = text(object['kind']) ?? ''
      if (kind === 'ConfigMap') settings.set(name, record(object['data']))
      const way = podPlaces.find((keys) => Array.isArray(record(at(object, keys))['containers']))
      if (way === undefined) continue
      const pod = record(at(object, way))
      const claims = list(record(object['spec'])['volumeClaimTemplates']).flatMap(
        (claim) => text(record(record(claim)['metadata'])['name']) ?? [],
      )
      for (const key of ['initContainers', 'containers'])
        list(pod[key]).forEach((container, index) => {
          containers.push({
            ...{ file, owner: `${kind} ${name}`, container: record(container), pod, claims },
            line: lineOf([...place, ...way, key, index]),
          })
        })
    }
  }
  return { containers, settings }
}

/** Where an object has its Pod: CronJobs; Deployments, Jobs and whatever has a template, Knative's services among them; Pods. */
const podPlaces: readonly (readonly string[])[] = [
  ['spec', 'jobTemplate', 'spec', 'template', 'spec'],
  ['spec', 'template', 'spec'],
  ['spec'],
]

function at(object: Data, keys: readonly string[]): unknown {
  return keys.reduce<unknown>((value, key) => record(value)[key], object)
}

/** The object itself, or those of a List or of a Template of OpenShift. */
function objectsOf(
  data: Data,
): readonly { readonly object: Data; readonly place: readonly (string | number)[] }[] {
  const key = ['items', 'objects'].find((name) => Array.isArray(data[name]))
  return key === undefined
    ? [{ object: data, place: [] }]
    : list(data[key]).map((object, index) => ({ object: record(object), place: [key, index] }))
}

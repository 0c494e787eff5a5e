import { list, record, text, texts } from '../../formats/loose-data.ts'
import { PLAIN_USE, type BuildUse } from '../build-use.ts'
import type { Manifest, WrittenContainer } from './manifest.ts'
import { readVolumes } from './volumes.ts'

type Data = Readonly<Record<string, unknown>>
type Run = Omit<BuildUse, 'context' | 'dockerfile' | 'target' | 'images'>

/** A container as a use of its image, and each program that is run beside it: probes, hooks. */
export function runsOf(written: WrittenContainer, settings: Manifest['settings']): readonly Run[] {
  const { file, line, owner, container, pod } = written
  const { mounts, tmpfs } = readVolumes(written)
  // The container's own goes before the Pod's.
  const security = { ...record(pod['securityContext']), ...record(container['securityContext']) }
  const values = environmentOf(container, settings)
  const known = new Map(
    [...values].flatMap(([key, value]) => (value === undefined ? [] : [[key, value]])),
  )
  const words = (key: string): readonly string[] | undefined => {
    const all = texts(container[key]).map((word) => expand(word, known))
    return all.length === 0 ? undefined : all
  }
  const user = text(security['runAsUser'])
  const run: Run = {
    ...PLAIN_USE,
    ...{ file, line, kind: 'kubernetes', name: owner, mounts, tmpfs, user, settings: known },
    entrypoint: words('command'),
    command: words('args'),
    environment: [...values.keys()],
    isReadOnly: security['readOnlyRootFilesystem'] === true,
    rights: [
      ...(security['privileged'] === true ? ['privileged'] : []),
      ...texts(record(security['capabilities'])['add']),
    ],
    ports: list(container['ports']).flatMap((port) => Number(record(port)['containerPort'] ?? [])),
  }
  const checks = checksOf(container).map((words): Run => {
    const healthcheck = ['CMD', ...words.map((word) => expand(word, known))]
    return { ...run, entrypoint: undefined, command: undefined, healthcheck }
  })
  return [run, ...checks]
}

/** What the kubelet runs in the container. https://kubernetes.io/docs/concepts/workloads/pods/probes/ */
function checksOf(container: Data): readonly (readonly string[])[] {
  const hooks = record(container['lifecycle'])
  const all = ['startupProbe', 'readinessProbe', 'livenessProbe'].map((key) => container[key])
  return [...all, hooks['postStart'], hooks['preStop']].flatMap((handler) => {
    const words = texts(record(record(handler)['exec'])['command'])
    return words.length === 0 ? [] : [words]
  })
}

/** By name; undefined for a value that only the cluster knows. */
function environmentOf(
  container: Data,
  settings: Manifest['settings'],
): ReadonlyMap<string, string | undefined> {
  const mapped = list(container['envFrom']).flatMap((source) => {
    const prefix = text(record(source)['prefix']) ?? ''
    const map = settings.get(text(record(record(source)['configMapRef'])['name']) ?? '')
    return Object.entries(map ?? {}).map(([name, value]) => [prefix + name, text(value)] as const)
  })
  const own = list(container['env'])
    .map(record)
    .flatMap((entry) => {
      const name = text(entry['name'])
      const key = record(record(entry['valueFrom'])['configMapKeyRef'])
      const value =
        text(entry['value']) ??
        text(settings.get(text(key['name']) ?? '')?.[text(key['key']) ?? ''])
      return name === undefined ? [] : [[name, value] as const]
    })
  return new Map([...mapped, ...own])
}

/** https://kubernetes.io/docs/tasks/inject-data-application/define-command-argument-container/ */
function expand(word: string, known: ReadonlyMap<string, string>): string {
  return word.replace(/\$\(([\w.-]+)\)/g, (all, name: string) => known.get(name) ?? all)
}

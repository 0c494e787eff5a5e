import { isRecord, list, record, text } from '../../formats/loose-data.ts'
import type { Mount } from '../compose-mounts.ts'
import type { WrittenContainer } from './manifest.ts'

/** What lies over the image's files in a container. */
export interface Volumes {
  readonly mounts: readonly Mount[]
  /** Folders that begin empty, and that everybody may write to. */
  readonly tmpfs: readonly string[]
}

/** Reads `volumeMounts`. https://kubernetes.io/docs/concepts/storage/volumes/ */
export function readVolumes({ container, pod, claims }: WrittenContainer): Volumes {
  const security = record(pod['securityContext'])
  // The group of a Pod owns its volumes: https://kubernetes.io/docs/tasks/configure-pod-container/security-context/
  const isShared = security['fsGroup'] !== undefined
  const mounts: Mount[] = []
  const tmpfs: string[] = []
  for (const written of list(container['volumeMounts']).map(record)) {
    const target = text(written['mountPath'])?.replace(/(?<=.)\/+$/, '')
    if (target === undefined) continue
    const name = text(written['name']) ?? ''
    const volume = list(pod['volumes'])
      .map(record)
      .find((each) => each['name'] === name)
    const folder = text(record(volume?.['hostPath'])['path'])
    if (folder !== undefined) mounts.push({ from: 'host', source: folder, target })
    else if (volume !== undefined && isFiles(volume)) {
      const from = isClosed(volume) && !isShared ? 'host' : 'settings'
      mounts.push({ from, source: `the files of ${name}`, target })
    } else if (volume?.['emptyDir'] !== undefined) tmpfs.push(target)
    else if (volume !== undefined || claims.includes(name)) {
      const from = isShared || written['readOnly'] === true ? 'settings' : 'host'
      mounts.push({ from, source: `the volume ${name}`, target })
    }
  }
  return { mounts, tmpfs }
}

const fileVolumes = ['configMap', 'secret', 'projected', 'downwardAPI']

const isFiles = (volume: Readonly<Record<string, unknown>>): boolean =>
  fileVolumes.some((kind) => isRecord(volume[kind]))

/** Modes that give others nothing to read, as the number and as it is written: `0400` is decimal in YAML 1.2, octal for Kubernetes. */
const closed = new Set([0o400, 0o440, 0o600, 0o640, 0o700, 0o750, 400, 440, 600, 640, 700, 750])

const isClosed = (volume: Readonly<Record<string, unknown>>): boolean =>
  fileVolumes.some((kind) => closed.has(Number(record(volume[kind])['defaultMode'])))

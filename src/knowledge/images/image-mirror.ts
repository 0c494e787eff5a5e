import type { ImageReference } from '../../dockerfile/image-reference.ts'

/** Where an image is kept, under the name that it has on Docker Hub (or with its registry where it is not from there). */
export interface KnownName {
  readonly name: string
  /** Whether every tag of the image is sure to be found at the same place. */
  readonly allTags: boolean
}

interface Mirror {
  readonly registry: string
  readonly prefix: string
  readonly allTags: boolean
  readonly source: string
}

const mirrors: readonly Mirror[] = [
  {
    registry: 'public.ecr.aws',
    prefix: 'docker/library/',
    allTags: true,
    source:
      'https://gallery.ecr.aws/docker/: the Docker Official Images, published there by Docker',
  },
  {
    registry: 'mcr.microsoft.com',
    prefix: 'mirror/docker/library/',
    allTags: false,
    source: 'https://github.com/microsoft/containerregistry: some tags of some official images',
  },
  {
    registry: 'mirror.gcr.io',
    prefix: 'library/',
    allTags: false,
    source: 'https://cloud.google.com/artifact-registry/docs/pull-cached-dockerhub-images: a cache',
  },
]

/** Docker Hub's own names: https://github.com/distribution/reference/blob/main/normalize.go */
const dockerHub = [
  'docker.io',
  'index.docker.io',
  'registry-1.docker.io',
  'registry.hub.docker.com',
]

/** Accounts that hold the official images of one architecture: https://github.com/docker-library/official-images#architectures-other-than-amd64 */
const architectures = new Set(
  'amd64 arm32v5 arm32v6 arm32v7 arm64v8 i386 mips64le ppc64le riscv64 s390x'.split(' '),
)

/** The image's own name, mirrors and architectures seen through; undefined where a variable hides it. */
export function knownName(reference: ImageReference): KnownName | undefined {
  const { registry, name } = reference
  if (name.includes('$') || registry?.includes('$')) return undefined
  if (registry === undefined || dockerHub.includes(registry)) {
    const plain = name.replace(/^library\//, '')
    const [account = '', own, ...more] = plain.split('/')
    const isOfficial = own !== undefined && more.length === 0 && architectures.has(account)
    return { name: isOfficial ? own : plain, allTags: true }
  }
  const mirror = mirrors.find((row) => row.registry === registry && name.startsWith(row.prefix))
  if (mirror) return { name: name.slice(mirror.prefix.length), allTags: mirror.allTags }
  return { name: `${registry}/${name}`, allTags: true }
}

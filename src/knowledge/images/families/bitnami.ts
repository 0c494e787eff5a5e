import { defaultPath } from '../image-folders.ts'
import type { ImageTag } from '../image-tag.ts'
import { imageConfig, named, systemOf, type ImageFamily } from './image-family.ts'

/** Debian's releases by their numbers, as in `1.22.4-debian-12-r1`; tags without one moved from release to release. */
const releases: Readonly<Record<string, string>> = {
  '10': 'buster',
  '11': 'bullseye',
  '12': 'bookworm',
  '13': 'trixie',
}

function releaseOf({ words }: ImageTag): string | undefined {
  const at = words.indexOf('debian')
  return at < 0 ? undefined : releases[words[at + 1] ?? '']
}

/** What all images have, on top of minideb: https://github.com/bitnami/containers */
const env = { OS_ARCH: '', OS_FLAVOUR: '', OS_NAME: 'linux', APP_VERSION: '', BITNAMI_APP_NAME: '' }
const packages = ['build-essential', 'ca-certificates', 'curl', 'git', 'pkg-config', 'procps']

export const bitnamiGolang: ImageFamily = {
  name: 'bitnami/golang',
  matches: named('bitnami/golang'),
  source: 'https://github.com/bitnami/containers/tree/main/bitnami/golang',
  describe: (tag) => ({
    // The same Go, so that all that is known of that image's builds holds.
    name: 'golang',
    variant: 'full',
    system: systemOf(tag, { debian: releaseOf(tag) }),
    config: imageConfig({
      Env: {
        ...env,
        GOCACHE: '/go/.cache',
        GOPATH: '/go',
        PATH: `/go/bin:/opt/bitnami/go/bin:${defaultPath}`,
      },
      WorkingDir: '/go',
      Cmd: ['bash'],
    }),
    packages: [...packages, 'unzip'],
    programs: ['go', 'gofmt'],
  }),
}

export const bitnamiNode: ImageFamily = {
  name: 'bitnami/node',
  matches: named('bitnami/node'),
  source: 'https://github.com/bitnami/containers/tree/main/bitnami/node',
  describe: (tag) => ({
    system: systemOf(tag, { debian: releaseOf(tag) }),
    config: imageConfig({
      Env: {
        ...env,
        PATH: `/opt/bitnami/python/bin:/opt/bitnami/node/bin:${defaultPath}`,
      },
      WorkingDir: '/app',
      Cmd: ['node'],
      ExposedPorts: ['3000/tcp'],
    }),
    packages: [...packages, 'unzip', 'wget'],
    programs: ['node', 'npm', 'npx', 'yarn', 'python3'],
  }),
}

import { imageConfig, type ImageFamily } from './image-family.ts'
import { defaultPath } from '../image-folders.ts'

/** gcr.io/distroless/base-nossl-debian12, .../nodejs20-debian12, .../static. */
const distrolessName =
  /^gcr\.io\/distroless\/(static|base-nossl|base|cc|nodejs(\d*)|python3|java(?:\d*|-base))(?:-debian(\d+))?$/

/** https://github.com/GoogleContainerTools/distroless#what-images-are-available */
const releases: Readonly<Record<string, string>> = {
  '9': 'stretch',
  '10': 'buster',
  '11': 'bullseye',
  '12': 'bookworm',
  '13': 'trixie',
}

/** Without a suffix the name moves to the newest release from time to time: the release is not told then. */
export const distroless: ImageFamily = {
  name: 'distroless',
  matches: (name) => distrolessName.test(name),
  source:
    'https://github.com/GoogleContainerTools/distroless: README, base/base.bzl, nodejs/nodejs.bzl',
  describe: (tag, name) => {
    const [, kind = '', nodeVersion, debian] = distrolessName.exec(name) ?? []
    const isNode = kind.startsWith('nodejs')
    const isDebug = tag.words.includes('debug')
    return {
      name: `distroless/${isNode ? 'nodejs' : kind}`,
      version: isNode && nodeVersion ? nodeVersion : undefined,
      system:
        kind === 'static'
          ? { distribution: 'none', libc: 'none' }
          : { distribution: 'debian', release: releases[debian ?? ''] },
      bare: true,
      config: imageConfig({
        User: tag.words.includes('nonroot') ? '65532' : '0',
        Env: { PATH: defaultPath, SSL_CERT_FILE: '/etc/ssl/certs/ca-certificates.crt' },
        WorkingDir: '/',
        ...(isNode ? { Entrypoint: ['/nodejs/bin/node'] } : {}),
      }),
      user: { name: 'nonroot', uid: 65532, gid: 65532, home: '/home/nonroot' },
      packages: isDebug ? ['busybox'] : [],
      programs: !isDebug && /^(static|base|cc)/.test(kind) ? [] : undefined,
    }
  },
}

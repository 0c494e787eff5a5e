import { imageConfig, named, systemOf, type ImageFamily } from './image-family.ts'
import { defaultPath } from '../image-folders.ts'

export const bun: ImageFamily = {
  name: 'oven/bun',
  matches: named('oven/bun'),
  source: 'https://github.com/oven-sh/bun/tree/main/dockerhub; distroless where the tag says so',
  describe: (tag) => {
    const isDistroless = tag.words.includes('distroless')
    return {
      // The image without a suffix is Debian without build tools: it differs from -slim in a few packages only.
      variant: tag.alpine !== undefined ? 'alpine' : tag.slim ? 'slim' : undefined,
      system: isDistroless
        ? { distribution: 'none', libc: 'glibc' }
        : systemOf(tag, { debian: undefined }),
      bare: isDistroless,
      config: imageConfig({
        Env: {
          PATH: defaultPath,
          BUN_RUNTIME_TRANSPILER_CACHE_PATH: '0',
          BUN_INSTALL_BIN: '/usr/local/bin',
        },
        WorkingDir: '/home/bun/app',
        Entrypoint: ['/usr/local/bin/docker-entrypoint.sh'],
        Cmd: ['/usr/local/bin/bun'],
      }),
      user: isDistroless ? undefined : { name: 'bun', uid: 1000, gid: 1000, home: '/home/bun' },
      programs: isDistroless ? ['bun'] : ['bun', 'bunx', 'node', 'docker-entrypoint.sh'],
    }
  },
}

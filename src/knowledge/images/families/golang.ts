import { releaseHistory, releaseOfVersion } from '../release-history.ts'
import { imageConfig, named, systemOf, type ImageFamily } from './image-family.ts'
import { defaultPath } from '../image-folders.ts'

// What each version's tag stood on last: library/golang of github.com/docker-library/official-images, and FROM of
// github.com/docker-library/golang at the commits that it names, August 2026.
const debian = releaseHistory(
  '1.27',
  `
  1.5.4 jessie   1.9.0 stretch   1.11.12 buster   1.12.0 stretch   1.12.7 buster
  1.16.7 bullseye   1.19.10 bookworm   1.20.0 bullseye   1.20.5 bookworm   1.24.6 trixie
`,
)
const alpine = releaseHistory(
  '1.27',
  `
  1.4.3 3.3   1.5.1 3.2   1.5.2 3.3   1.5.4 3.4   1.6.0 3.3   1.6.2 3.4   1.8.0 3.5   1.9.0 3.6
  1.9.7 3.8   1.10.0 3.7   1.10.3 3.8   1.10.8 3.9   1.11.0 3.8   1.11.5 3.9   1.11.11 3.10
  1.12.0 3.9   1.12.6 3.10   1.12.14 3.11   1.13.0 3.10   1.13.5 3.11   1.13.12 3.12
  1.14.0 3.11   1.14.4 3.12   1.14.13 3.13   1.15.0 3.12   1.15.6 3.13   1.15.13 3.14
  1.16.0 3.13   1.16.5 3.14   1.16.10 3.15   1.17.0 3.14   1.17.3 3.15   1.17.10 3.16
  1.18.0 3.15   1.18.2 3.16   1.18.8 3.17   1.19.0 3.16   1.19.3 3.17   1.19.9 3.18
  1.20.0 3.17   1.20.4 3.18   1.20.12 3.19   1.21.0 3.18   1.21.5 3.19   1.21.10 3.20
  1.22.0 3.19   1.22.3 3.20   1.22.10 3.21   1.23.0 3.20   1.23.4 3.21   1.23.9 3.22
  1.24.0 3.21   1.24.3 3.22   1.24.11 3.23   1.25.0 3.22   1.25.5 3.23   1.25.11 3.24
  1.26.0 3.23   1.26.4 3.24
`,
)

/** The Alpine release of `golang:VERSION-alpine`; undefined where the version does not pin one. */
export function alpineOfGolang(version: string | undefined): string | undefined {
  return releaseOfVersion(alpine, version)
}

export const golang: ImageFamily = {
  name: 'golang',
  matches: named('golang'),
  source: 'https://github.com/docker-library/golang: Dockerfile-linux.template',
  describe: (tag) => {
    const system = systemOf(tag, {
      debian: releaseOfVersion(debian, tag.version),
      alpine: alpineOfGolang(tag.version),
    })
    return {
      variant: tag.alpine !== undefined ? 'alpine' : system === undefined ? undefined : 'full',
      system,
      // The alpine variant's own CMD is /bin/sh; nobody starts a service by it, so that one row serves both.
      config: imageConfig({
        Env: {
          PATH: `/go/bin:/usr/local/go/bin:${defaultPath}`,
          GOLANG_VERSION: '',
          GOTOOLCHAIN: 'local',
          GOPATH: '/go',
        },
        WorkingDir: '/go',
        Cmd: ['bash'],
      }),
      packages:
        tag.alpine === undefined ? ['buildpack-deps-scm', 'gcc', 'g++', 'make', 'pkg-config'] : [],
      programs: ['go', 'gofmt'],
    }
  },
}

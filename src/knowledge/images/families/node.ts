import type { ImageTag } from '../image-tag.ts'
import { releaseHistory, releaseOfVersion } from '../release-history.ts'
import { imageConfig, named, systemOf, type ImageFamily } from './image-family.ts'
import { defaultPath } from '../image-folders.ts'

// FROM of the Dockerfile that each version's tag was built from last: github.com/nodejs/docker-node at the commits that
// library/node of github.com/docker-library/official-images names, August 2026.
const full = releaseHistory(
  '26',
  `
  0.8.28 jessie   6.14.4 stretch   7.0.0 jessie   8.13.0 stretch   9.0.0 jessie
  10.13.0 stretch   14.19.3 buster   15.0.0 stretch   16.0.0 buster   17.0.0 bullseye
  18.16.0 bookworm   19.0.0 bullseye   20.3.0 bookworm   26.0.0 trixie
`,
)
const slim = releaseHistory(
  '26',
  `
  0.8.28 jessie   0.10.35 wheezy   0.10.36 jessie   0.11.14 wheezy   0.11.15 jessie
  6.15.0 stretch   7.0.0 jessie   8.13.0 stretch   9.0.0 jessie   10.14.1 stretch
  14.19.3 buster   15.0.0 stretch   16.0.0 buster   17.0.0 bullseye   18.16.0 bookworm
  19.0.0 bullseye   20.3.0 bookworm   26.0.0 trixie
`,
)
const alpine = releaseHistory(
  '26',
  `
  4.6.2 3.4   6.15.1 3.8   6.17.1 3.9   7.1.0 3.4   8.0.0 3.6   8.12.0 3.8   8.16.0 3.9
  8.16.2 3.10   8.17.0 3.11   9.0.0 3.6   10.0.0 3.7   10.7.0 3.8   10.15.3 3.9   10.17.0 3.10
  10.18.0 3.11   11.0.0 3.8   11.10.0 3.9   12.13.0 3.10   12.14.0 3.11   12.22.7 3.14
  12.22.8 3.15   13.0.0 3.10   13.5.0 3.11   14.18.1 3.14   14.18.2 3.15   14.19.3 3.16
  14.21.1 3.17   15.0.0 3.11   16.0.0 3.13   16.13.0 3.14   16.13.1 3.15   16.15.1 3.16
  16.18.1 3.17   16.20.0 3.18   17.0.0 3.14   17.3.0 3.15   18.3.0 3.16   18.12.1 3.17
  18.16.0 3.18   18.19.0 3.19   18.20.3 3.20   18.20.5 3.21   19.0.0 3.16   19.2.0 3.17
  19.9.0 3.18   20.0.0 3.17   20.2.0 3.18   20.10.0 3.19   20.13.1 3.20   20.18.1 3.21
  20.19.2 3.22   20.19.6 3.23   21.0.0 3.18   21.4.0 3.19   21.7.3 3.20   22.0.0 3.19
  22.2.0 3.20   22.12.0 3.21   22.16.0 3.22   22.21.1 3.23   22.22.3 3.24   23.0.0 3.20
  23.3.0 3.21   23.11.1 3.22   24.0.0 3.21   24.1.0 3.22   24.11.1 3.23   24.16.0 3.24
  25.0.0 3.22   25.2.1 3.23   26.3.0 3.24
`,
)

/** https://github.com/nodejs/Release/blob/main/CODENAMES.md; as tags: https://hub.docker.com/_/node */
const codenames: Readonly<Record<string, string>> = {
  argon: '4',
  boron: '6',
  carbon: '8',
  dubnium: '10',
  erbium: '12',
  fermium: '14',
  gallium: '16',
  hydrogen: '18',
  iron: '20',
  jod: '22',
  krypton: '24',
}

export const node: ImageFamily = {
  name: 'node',
  matches: named('node'),
  source: 'https://github.com/nodejs/docker-node: Dockerfile-debian.template, -slim and -alpine',
  describe: (tag) => {
    const codename = tag.words.find((word) => Object.hasOwn(codenames, word))
    const version = codename === undefined ? tag.version : codenames[codename]
    const system = systemOf(tag, {
      debian: releaseOfVersion(tag.slim ? slim : full, version),
      alpine: releaseOfVersion(alpine, version),
    })
    const variant = variantOf(tag, system === undefined)
    return {
      version,
      variant,
      system,
      config: imageConfig({
        Env: { PATH: defaultPath, NODE_VERSION: '', YARN_VERSION: '' },
        Entrypoint: ['docker-entrypoint.sh'],
        Cmd: ['node'],
      }),
      user: { name: 'node', uid: 1000, gid: 1000, home: '/home/node' },
      packages: variant === 'full' ? ['buildpack-deps'] : [],
      programs: programsOf(version),
    }
  },
}

function variantOf(tag: ImageTag, unknown: boolean): 'full' | 'slim' | 'alpine' | undefined {
  if (tag.alpine !== undefined) return 'alpine'
  if (tag.slim) return 'slim'
  return unknown ? undefined : 'full'
}

/** corepack came with 14.19 and 16.9 and left with 25; yarn left the image with 26 (docker-node's 26/bookworm/Dockerfile). */
function programsOf(version: string | undefined): readonly string[] {
  const programs = ['node', 'nodejs', 'npm', 'npx', 'docker-entrypoint.sh']
  const major = /^v?\d/.test(version ?? '')
    ? Number.parseInt((version ?? '').replace('v', ''), 10)
    : 24
  if (major < 26) programs.push('yarn', 'yarnpkg')
  if (major >= 14 && major < 25) programs.push('corepack')
  return programs
}

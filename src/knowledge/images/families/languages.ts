import type { ImageTag } from '../image-tag.ts'
import { releaseHistory, releaseOfVersion } from '../release-history.ts'
import { certificatesOf, imageConfig, named, systemOf, type ImageFamily } from './image-family.ts'
import { defaultPath } from '../image-folders.ts'

// library/python, library/ruby and library/rust of github.com/docker-library/official-images: what each version's tag, slim or
// not, stood on last, August 2026.
const pythonDebian = releaseHistory(
  '3.14',
  `
  2.7.11 jessie   2.7.15 stretch   2.7.16 buster   3.3.6 jessie   3.4.8 stretch   3.5.1 jessie
  3.5.5 stretch   3.5.7 buster   3.6.0 jessie   3.6.5 stretch   3.6.9 buster   3.6.14 bullseye
  3.7.0 stretch   3.7.4 buster   3.7.11 bullseye   3.7.17 bookworm   3.8.0 buster
  3.8.11 bullseye   3.8.17 bookworm   3.9.0 buster   3.9.6 bullseye   3.9.17 bookworm
  3.9.23 trixie   3.10.0 bullseye   3.10.12 bookworm   3.10.18 trixie   3.11.0 bullseye
  3.11.4 bookworm   3.11.13 trixie   3.12.0 bookworm   3.12.11 trixie   3.13.0 bookworm
  3.13.6 trixie
`,
)
const rubyDebian = releaseHistory(
  '4.0',
  `
  2.1.9 jessie   2.3.7 stretch   2.4.0 jessie   2.4.4 stretch   2.4.6 buster   2.5.0 stretch
  2.5.5 buster   2.6.0 stretch   2.6.3 buster   2.6.8 bullseye   2.7.0 buster   2.7.4 bullseye
  3.0.0 buster   3.0.2 bullseye   3.1.4 bookworm   3.2.0 bullseye   3.2.2 bookworm
  3.2.9 trixie   3.3.0 bookworm   3.3.9 trixie   3.4.1 bookworm   3.4.5 trixie
`,
)
const rustDebian = releaseHistory(
  '1.98',
  `
  1.19.0 stretch   1.37.0 buster   1.55.0 bullseye   1.72.0 bookworm   1.89.0 trixie
`,
)

/** Since 2021, Alpine's have zone data, too; slim ones of any age do, by Debian or by themselves. */
const hasZones = ({ alpine, version }: ImageTag) =>
  alpine === undefined || !/^(2|3\.\d)(\.|$)/.test(version ?? '')

/** `python`, `python:3` and `python:3-slim` are the newest of the table. */
const pythonVersion = ({ version }: ImageTag) =>
  version === undefined || version === '3' ? pythonDebian.until : version

export const python: ImageFamily = {
  name: 'python',
  matches: named('python'),
  source: 'https://github.com/docker-library/python: Dockerfile-linux.template',
  describe: (tag) => ({
    variant: variantOf(tag),
    system: systemOf(tag, { debian: releaseOfVersion(pythonDebian, pythonVersion(tag)) }),
    config: imageConfig({
      Env: { PATH: defaultPath, LANG: 'C.UTF-8', PYTHON_VERSION: '' },
      Cmd: ['python3'],
    }),
    packages:
      variantOf(tag) === 'full'
        ? ['buildpack-deps']
        : [...certificatesOf(tag), 'netbase', ...(hasZones(tag) ? ['tzdata'] : [])],
    linked: {
      apt: 'libbz2-dev libffi-dev liblzma-dev libreadline-dev libsqlite3-dev libssl-dev uuid-dev zlib1g-dev',
      apk: 'bzip2-dev libffi-dev openssl-dev readline-dev sqlite-dev xz-dev zlib-dev',
    },
    programs: ['python', 'python3', 'pip', 'pip3', 'idle', 'pydoc', 'python-config'],
  }),
}

export const ruby: ImageFamily = {
  name: 'ruby',
  matches: named('ruby'),
  source: 'https://github.com/docker-library/ruby: Dockerfile.template',
  describe: (tag) => ({
    variant: variantOf(tag),
    system: systemOf(tag, { debian: releaseOfVersion(rubyDebian, tag.version) }),
    config: imageConfig({
      Env: {
        PATH: `/usr/local/bundle/bin:${defaultPath}`,
        LANG: 'C.UTF-8',
        RUBY_VERSION: '',
        GEM_HOME: '/usr/local/bundle',
        BUNDLE_SILENCE_ROOT_WARNING: '1',
        BUNDLE_APP_CONFIG: '/usr/local/bundle',
      },
      Cmd: ['irb'],
    }),
    packages:
      variantOf(tag) === 'full' ? ['buildpack-deps'] : ['bzip2', ...certificatesOf(tag), 'procps'],
    programs: ['ruby', 'gem', 'bundle', 'bundler', 'irb', 'rake', 'erb'],
  }),
}

export const rust: ImageFamily = {
  name: 'rust',
  matches: named('rust'),
  source: 'https://github.com/rust-lang/docker-rust: Dockerfile-debian.template, -slim, -alpine',
  describe: (tag) => ({
    variant: variantOf(tag),
    system: systemOf(tag, { debian: releaseOfVersion(rustDebian, tag.version) }),
    config: imageConfig({
      Env: {
        PATH: `/usr/local/cargo/bin:${defaultPath}`,
        RUSTUP_HOME: '/usr/local/rustup',
        CARGO_HOME: '/usr/local/cargo',
        RUST_VERSION: '',
      },
    }),
    packages: variantOf(tag) === 'full' ? ['buildpack-deps'] : [...certificatesOf(tag), 'gcc'],
    programs: ['cargo', 'rustc', 'rustup', 'rustdoc', 'rustfmt', 'cargo-clippy', 'cargo-fmt'],
  }),
}

function variantOf(tag: ImageTag): 'full' | 'slim' | 'alpine' | undefined {
  if (tag.windows) return undefined
  if (tag.alpine !== undefined) return 'alpine'
  if (tag.slim) return 'slim'
  return tag.opaque && tag.debian === undefined ? undefined : 'full'
}

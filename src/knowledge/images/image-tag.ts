/** A tag of an official image in its parts: '20.11.1-bookworm-slim', '8.2-fpm-alpine3.19'. */
export interface ImageTag {
  readonly text: string | undefined
  /** The parts between dashes, lower-cased. */
  readonly words: readonly string[]
  /** The first word where it is a version or a channel ('lts', 'stable'); undefined for latest, a variable, or none. */
  readonly version: string | undefined
  /** The release that a word names: 'bookworm', 'jammy'; for 'alpine3.19' that is '3.19'. */
  readonly debian: string | undefined
  readonly ubuntu: string | undefined
  readonly alpine: string | true | undefined
  readonly slim: boolean
  readonly windows: boolean
  /** True where a variable hides a part of the tag. */
  readonly opaque: boolean
}

/** https://www.debian.org/releases/ */
const debianReleases = [
  'wheezy',
  'jessie',
  'stretch',
  'buster',
  'bullseye',
  'bookworm',
  'trixie',
  'forky',
  'sid',
]

/** https://wiki.ubuntu.com/Releases, by codename, as eclipse-temurin and others tag them. */
const ubuntuReleases: Readonly<Record<string, string>> = {
  trusty: '14.04',
  xenial: '16.04',
  bionic: '18.04',
  focal: '20.04',
  jammy: '22.04',
  noble: '24.04',
  resolute: '26.04',
}

/** Words that stand for a version without being one, in the Docker Official Images' tags. */
const channels = ['lts', 'current', 'stable', 'mainline', 'tip', 'rc', 'beta', 'nightly', 'canary']

/** Reads a tag by the conventions of the Docker Official Images (https://hub.docker.com/u/library). Never fails. */
export function readImageTag(text: string | undefined): ImageTag {
  const opaque = text?.includes('$') ?? false
  const words = opaque ? wordsAroundVariables(text ?? '') : (text ?? '').toLowerCase().split('-')
  const alpine = words
    .map((word) => /^alpine(\d+\.\d+)?$/.exec(word))
    .find((match) => match !== null)
  const ubuntuName = words.find((word) => Object.hasOwn(ubuntuReleases, word))
  return {
    text,
    words,
    version: words.slice(0, 1).find(isVersion),
    debian: words.find((word) => debianReleases.includes(word)),
    ubuntu: ubuntuName === undefined ? undefined : ubuntuReleases[ubuntuName],
    alpine: alpine === undefined ? undefined : (alpine[1] ?? true),
    slim: words.includes('slim'),
    windows: words.some((word) => /^(nanoserver|windowsservercore|windows)/.test(word)),
    opaque,
  }
}

function isVersion(word: string): boolean {
  return /^v?\d/.test(word) || channels.includes(word)
}

/** Only a part without variables is sure to be a word: 'slim' in `${V}-slim`; `alpine${A}` is some release of Alpine. */
function wordsAroundVariables(text: string): readonly string[] {
  const words = text
    .toLowerCase()
    .replaceAll(/\$\{[^}]*\}|\$\w+/g, '$')
    .split('-')
  return words.map((word) => (word === 'alpine$' ? 'alpine' : word.includes('$') ? '' : word))
}

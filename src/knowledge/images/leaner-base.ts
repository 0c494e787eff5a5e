import { parseImageReference } from '../../dockerfile/image-reference.ts'
import type { BaseImage } from './base-image.ts'
import { describeBaseImage } from './describe-base-image.ts'
import { pythonUnderUv } from './families/uv.ts'
import { knownName } from './image-mirror.ts'
import { publicName, type ImageName } from './image-names.ts'

export { goRuntimeBases, type GoRuntimeBases } from './go-runtime-bases.ts'

/** Families whose full image is built on buildpack-deps and has a slim twin, and where the word stands in the tag. */
const slimPlace: Readonly<Record<string, 'last' | 'after-version'>> = {
  // 20-bookworm-slim: https://hub.docker.com/_/node
  node: 'last',
  // 3.12-slim-bookworm: https://hub.docker.com/_/python, https://hub.docker.com/_/ruby
  python: 'after-version',
  ruby: 'after-version',
}

/**
 * The image of the same version, distribution release and libc without build tools: `node:20` => `node:20-slim`. Undefined where
 * there is none, or where it can't be known to exist or to match: a digest, a registry that need not have every tag, a release
 * that the two variants had at different times.
 *
 * @param base the image as FROM names it
 * @param resolved the reference with its variables filled in; needed where `base` has some. A variable may stand for a plain
 *   version only: `node:${NODE_VERSION}` => `node:${NODE_VERSION}-slim`.
 */
export function leanerBase(
  base: BaseImage,
  resolved?: string,
  names: readonly ImageName[] = [],
): { image: string } | undefined {
  const { text, tag, digest } = base.reference
  if (digest !== undefined) return undefined
  const plain = withoutUv(text, names)
  if (plain !== undefined) return { image: plain }
  const actual = tag?.includes('$') ? describeResolved(tag, resolved, names) : base
  if (actual === undefined || actual.variant !== 'full') return undefined
  const place = slimPlace[actual.family]
  if (
    place === undefined ||
    knownName(parseImageReference(publicName(text, names)))?.allTags !== true
  )
    return undefined
  if (tag === undefined || tag === 'latest') {
    return { image: `${tag === undefined ? text : text.slice(0, -':latest'.length)}:slim` }
  }
  if (!text.endsWith(`:${tag}`)) return undefined
  const name = text.slice(0, -tag.length)
  const slim = withSlim(tag, place)
  const twin = describeBaseImage(`${name}${withSlim(actual.reference.tag ?? tag, place)}`, names)
  if (twin.variant !== 'slim' || twin.release !== actual.release) return undefined
  return { image: `${name}${slim}` }
}

/** Whether the word `slim` of a tag stands where the family has it: there is `python:3.11-slim-bullseye`, and no `python:3.11-bullseye-slim`. */
export function isPlacedSlim({ family, reference: { tag = '' } }: BaseImage): boolean {
  const [first = '', ...words] = tag.split('-')
  const at = words.indexOf('slim')
  const place = slimPlace[family]
  if (at < 0 || place === undefined) return true
  if (place === 'last') return at === words.length - 1
  return /^\d/.test(first) && (at === 0 || (at === 1 && words[0] === 'rc'))
}

/** uv's image of Python is a build tool on top of Docker's: the slim one of these, of the same release. */
function withoutUv(text: string, names: readonly ImageName[]): string | undefined {
  const reference = parseImageReference(publicName(text, names))
  const known = knownName(reference)
  const under = known && pythonUnderUv(known.name, reference.tag)
  if (under === undefined) return undefined
  return leanerBase(describeBaseImage(under))?.image ?? under
}

/** A tag that is nothing but a version of variables and digits, a Debian release after it or not. */
const versionTag = /^(?:\d+\.)*(?:\$\{[^}]*\}|\$\w+)(?:\.(?:\d+|\$\{[^}]*\}|\$\w+))*(?:-[a-z]+)?$/

function describeResolved(
  tag: string,
  resolved: string | undefined,
  names: readonly ImageName[],
): BaseImage | undefined {
  if (resolved === undefined || !versionTag.test(tag)) return undefined
  const image = describeBaseImage(resolved, names)
  const word = image.reference.tag?.split('-')[0] ?? ''
  const hasSameRest = image.reference.tag?.split('-').slice(1).join('-') === restOf(tag)
  return /^(v?\d+(\.\d+)*|lts|current)$/.test(word) && hasSameRest ? image : undefined
}

function restOf(tag: string): string {
  return tag
    .replaceAll(/\$\{[^}]*\}/g, '')
    .split('-')
    .slice(1)
    .join('-')
}

function withSlim(tag: string, place: 'last' | 'after-version'): string {
  // `3.15-rc` is a version: https://hub.docker.com/_/python has `3.15-rc-slim` and `3.15-rc-slim-trixie`.
  const release = /-(?!rc$)[a-z]+$/.exec(tag)
  if (place === 'last' || release === null) return `${tag}-slim`
  return `${tag.slice(0, release.index)}-slim${release[0]}`
}

import { type ImageReference, parseImageReference } from '../../dockerfile/image-reference.ts'

/**
 * Where a company keeps images of public registries. `from` is the public name, `to` its own: with `/*` at the end of both all below it, without
 * a tag all of one image, with a tag that one, to which a digest can be given.
 */
export interface ImageName {
  readonly from: string
  readonly to: string
}

/** The public name of an image that the company keeps; the same text where no row is about it. */
export const publicName = (text: string, names: readonly ImageName[]): string =>
  renamed(
    text,
    names.map(({ from, to }) => ({ from: to, to: from })),
  )

/** The company's name of a public image; the same text where no row is about it. The first row that is counts. */
export const ownName = (text: string, names: readonly ImageName[]): string => renamed(text, names)

function renamed(text: string, names: readonly ImageName[]): string {
  if (names.length === 0 || text === 'scratch') return text
  const image = parseImageReference(text)
  for (const { from, to } of names) {
    const rest = restBehind(image, from)
    if (rest !== undefined) return isFolder(to) ? to.slice(0, -1) + rest : to + rest
  }
  return text
}

/** What stands in a reference behind what a row names; undefined where that is another. */
function restBehind(image: ImageReference, from: string): string | undefined {
  const name = wholeName(image)
  if (isFolder(from)) {
    const folder = folderOf(from.slice(0, -1))
    return name.startsWith(folder) ? name.slice(folder.length) + endOf(image) : undefined
  }
  const row = parseImageReference(from)
  if (wholeName(row) !== name) return undefined
  if (row.tag === undefined && row.digest === undefined) return endOf(image)
  return row.tag === image.tag && row.digest === image.digest ? '' : undefined
}

const isFolder = (pattern: string) => pattern.endsWith('/*')

/** 'docker.io/library/' for 'docker.io/library/' and 'library/'; of Docker Hub alone, all of it. */
function folderOf(prefix: string): string {
  if (prefix === 'docker.io/') return prefix
  const { registry, name } = parseImageReference(`${prefix}x`)
  const whole =
    registry === undefined
      ? `docker.io/${prefix.replace(/^(index\.)?docker\.io\//, '')}x`
      : `${registry}/${name}`
  return whole.slice(0, -1)
}

/** 'docker.io/library/node': https://github.com/distribution/reference/blob/main/normalize.go */
function wholeName({ registry, name }: ImageReference): string {
  if (registry !== undefined) return `${registry}/${name}`
  return `docker.io/${name.includes('/') ? '' : 'library/'}${name}`
}

const endOf = ({ tag, digest }: ImageReference) =>
  `${tag === undefined ? '' : `:${tag}`}${digest === undefined ? '' : `@${digest}`}`

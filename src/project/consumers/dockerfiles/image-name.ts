import { hasVariable } from '../interpolate.ts'

/** The parts of an image's name that are compared. */
interface ImageName {
  /** In small letters, without registry, tag and digest, and without a variable in front. */
  readonly path: string
  /** Undefined where a digest or a variable stands in its place. */
  readonly tag: string | undefined
  readonly hasVariable: boolean
}

/**
 * Whether two texts name the same image of a project. A registry says nothing, and the tag only of a name without an owner: `node:20` is
 * not what somebody builds as `node:latest`.
 */
export function isSameImage(one: string, other: string): boolean {
  const [a, b] = [readName(one), readName(other)]
  if (a === undefined || b === undefined) return false
  const isOfAny = a.hasVariable || b.hasVariable
  if (isOfAny && lastOf(a.path) === lastOf(b.path)) return true
  if (a.path !== b.path) return false
  return a.path.includes('/') || a.tag === undefined || b.tag === undefined || a.tag === b.tag
}

/** The last part of a name, in the letters that it is written in. */
export const nameIn = (image: string): string =>
  lastOf(image.split('@')[0] ?? '').split(':')[0] ?? ''

const lastOf = (path: string) => path.slice(path.lastIndexOf('/') + 1)

/** Undefined where a variable is the name itself. */
function readName(written: string): ImageName | undefined {
  const [named = '', digest] = written.split('@')
  const [, name = '', tag = 'latest'] = /^(.*?)(?::([^/}]*(?:\}[^/]*)?))?$/.exec(named) ?? []
  const parts = name.split('/')
  const [first = ''] = parts
  const isRegistry = parts.length > 1 && /[.:]|^localhost$/.test(first) && !hasVariable(first)
  const own = (isRegistry ? parts.slice(1) : parts).filter((part) => !hasVariable(part))
  const last = parts.at(-1) ?? ''
  return own.length === 0 || hasVariable(last)
    ? undefined
    : {
        path: own.join('/').toLowerCase(),
        tag: digest !== undefined || hasVariable(tag) ? undefined : tag,
        hasVariable: hasVariable(name),
      }
}

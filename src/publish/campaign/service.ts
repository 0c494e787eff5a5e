import { createHash } from 'node:crypto'
import { posix } from 'node:path'
import { isDockerfileName } from '../../project/dockerfile-name.ts'
import { compareDockerfiles } from '../../project/dockerfile-name.ts'

/** What shares a branch and a pull request: one Dockerfile, or those of a repository or of an owner. */
export interface Service {
  /** The same in every run: the Dockerfile's path; for groups 'repo' or 'owner:@org/team'. */
  readonly key: string
  /** As people say it: 'services/api', 'Dockerfile.worker'. */
  readonly title: string
  readonly branch: string
  /** Paths of its Dockerfiles from the root of the repository. */
  readonly dockerfiles: readonly string[]
}

export const groupings = ['service', 'repo', 'owner'] as const
export type Grouping = (typeof groupings)[number]

/**
 * The services of a repository's Dockerfiles, sorted. `ownersOf` gives the owners of a path by the repository's CODEOWNERS;
 * `prefix` begins each branch ('msb-migrate/').
 */
export function groupServices(
  dockerfiles: readonly string[],
  options: {
    readonly by: Grouping
    readonly prefix: string
    readonly ownersOf: (path: string) => readonly string[]
  },
): readonly Service[] {
  const groups = new Map<string, string[]>()
  for (const path of [...dockerfiles].sort(compareDockerfiles)) {
    const key = keyOf(path, options.by, options.ownersOf)
    const group = groups.get(key)
    if (group) group.push(path)
    else groups.set(key, [path])
  }
  return [...groups].map(([key, paths]) => ({
    key,
    title: titleOf(key),
    branch: `${options.prefix}${slugOf(key)}`,
    dockerfiles: paths,
  }))
}

function keyOf(path: string, by: Grouping, ownersOf: (path: string) => readonly string[]): string {
  switch (by) {
    case 'service':
      return path
    case 'repo':
      return 'repo'
    case 'owner':
      return `owner:${[...ownersOf(path)].sort().join(' ') || 'nobody'}`
  }
}

/** A service's name for people, from its key. */
export function titleOf(key: string): string {
  if (key === 'repo') return 'this repository'
  if (key.startsWith('owner:')) return key.slice('owner:'.length)
  return isPlainName(key) && key.includes('/') ? posix.dirname(key) : key
}

/** Is this the key of a group, and not a Dockerfile's path? */
export function isGroupKey(key: string): boolean {
  return key === 'repo' || key.startsWith('owner:')
}

function isPlainName(path: string): boolean {
  return /^(Dockerfile|Containerfile)$/.test(posix.basename(path))
}

/**
 * The part of a branch's name that tells a service from all others: its path with `--` for `/`, so that no branch is a folder of
 * another ('a' and 'a/b' can't both be branches). Where that could be read as another service, too, or git takes no such name, a hash
 * makes it one of a kind. https://git-scm.com/docs/git-check-ref-format
 */
function slugOf(key: string): string {
  const short = key.endsWith('/Dockerfile') ? posix.dirname(key) : key
  const slug = short
    .replaceAll('/', '--')
    .replace(/[^A-Za-z0-9._@+-]+/g, '-')
    .replace(/^[-.]+|[-.]+$|\.lock$/g, '')
    .replace(/\.{2,}|@\{/g, '-')
    .slice(0, 60)
  return readSlug(slug) === key
    ? slug
    : `${slug === '' ? 'service' : slug}-${hash(key).slice(0, 8)}`
}

/** The service that a slug is read as. */
function readSlug(slug: string): string {
  const path = slug.replaceAll('--', '/')
  return isDockerfileName(posix.basename(path)) ? path : `${path}/Dockerfile`
}

/** Whether a service belongs to shard `index` (from 1) of `count`: by its key alone, so that shards never share one. */
export function isInShard(
  id: string,
  { index, count }: { readonly index: number; readonly count: number },
): boolean {
  return Number.parseInt(hash(id).slice(0, 8), 16) % count === index - 1
}

function hash(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}

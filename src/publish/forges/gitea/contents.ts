import { z } from 'zod'
import { ForgeError } from '../../forge-error.ts'
import type { Repository } from '../../forge.ts'
import type { TreeEntry } from '../../sources/tree.ts'
import { contentAnswer } from './answers.ts'
import { type GiteaApi, routeOf } from './api.ts'
import { restPath } from '../rest/rest-path.ts'

type Content = z.infer<typeof contentAnswer>

const answers = z.array(contentAnswer.nullable()).nullable()

/** Servers, proxies and Gitea itself take lines of 8,000 characters, escaped. */
const longestList = 4000
/** Without a way to many at once so few are still read one by one. */
const fewBlobs = 3
/** Forgejo names some 2,000 characters for this URL. */
const idsAtOnce = 40

/**
 * Many files of a commit by path, some 30 a request (Gitea 1.24 and newer); undefined where the host can't. Large ones come without
 * their content.
 */
export async function readContents(
  { client }: GiteaApi,
  repository: Repository,
  commit: string,
  paths: readonly string[],
): Promise<ReadonlyMap<string, Content> | undefined> {
  const found = new Map<string, Content>()
  const route = `${routeOf(repository)}/file-contents`
  for (let at = 0; at < paths.length;) {
    const asked = paths.slice(at, at + countOf(paths, at))
    const query = { ref: commit, body: JSON.stringify({ files: asked }) }
    const list = await orUndefined(client.read(route, answers, { query }))
    // How many it gives at once is up to its administrator and to their size.
    if (!list || list.length === 0) return undefined
    for (const [index, path] of asked.slice(0, list.length).entries()) {
      const content = list[index]
      if (content) found.set(path, content)
    }
    at += Math.min(asked.length, list.length)
  }
  return found
}

function countOf(paths: readonly string[], from: number): number {
  let length = 0
  let count = 0
  for (const path of paths.slice(from)) {
    length += encodeURIComponent(JSON.stringify(path)).length + 3
    if (count > 0 && length > longestList) break
    count += 1
  }
  return count
}

/** The contents of files by their ids; undefined where the host's API would need a request for each of them. */
export async function readBlobs(
  api: GiteaApi,
  repository: Repository,
  commit: string,
  entries: readonly TreeEntry[],
): Promise<ReadonlyMap<string, Uint8Array> | undefined> {
  const wanted = new Map(
    entries.filter(({ mode }) => mode !== '160000').map(({ id, path }) => [id, path]),
  )
  const blobs = new Map<string, Uint8Array>()
  const take = (content: Content) => {
    const bytes = bytesOf(content)
    if (bytes !== undefined) blobs.set(content.sha, bytes)
  }
  if (wanted.size > 1) {
    const found =
      (await readContents(api, repository, commit, [...wanted.values()])) ??
      (await readByIds(api, repository, [...wanted.keys()]))
    if (found === undefined && wanted.size > fewBlobs) return undefined
    found?.forEach(take)
  }
  const missing = [...wanted.keys()].filter((id) => !blobs.has(id))
  if (missing.length > fewBlobs) return undefined
  for (const id of missing) {
    const route = `${routeOf(repository)}${restPath`/git/blobs/${id}`}`
    take(await api.client.read(route, contentAnswer))
    // Too large for the API.
    if (!blobs.has(id)) return undefined
  }
  return blobs
}

/** Forgejo's way to many blobs at once. */
async function readByIds(
  { client }: GiteaApi,
  repository: Repository,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Content> | undefined> {
  const found = new Map<string, Content>()
  for (let at = 0; at < ids.length; at += idsAtOnce) {
    const query = { shas: ids.slice(at, at + idsAtOnce).join(',') }
    const route = `${routeOf(repository)}/git/blobs`
    const list = await orUndefined(client.read(route, answers, { query }))
    if (!list) return undefined
    for (const content of list) if (content) found.set(content.sha, content)
  }
  return found
}

function bytesOf({ type, content, encoding, target }: Content): Uint8Array | undefined {
  if (type === 'symlink') return target ? Buffer.from(target) : undefined
  if (content === null || content === undefined || encoding !== 'base64') return undefined
  return Buffer.from(content, 'base64')
}

/** Undefined where the host does not know the request at all. */
async function orUndefined<T>(answer: Promise<T>): Promise<T | undefined> {
  try {
    return await answer
  } catch (error) {
    const isUnknown = error instanceof ForgeError && (error.status === 404 || error.status === 405)
    if (isUnknown) return undefined
    throw error
  }
}

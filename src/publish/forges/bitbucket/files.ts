import type { Checks, Commit, Repository } from '../../forge.ts'
import type { TreeEntry } from '../../sources/tree.ts'
import { type BitbucketApi, pageOf, readAll, routeOf } from './api.ts'
import { commitShape, diffStatShape, statusShape } from './shapes.ts'
import { encodeFilePath, restPath } from '../rest/rest-path.ts'

/** Each is a request of its own. */
const blobLimit = 8

const readFile = ({ client }: BitbucketApi, repository: Repository, commit: string, path: string) =>
  client.bytes(`${routeOf(repository)}/src/${encodeURIComponent(commit)}/${encodeFilePath(path)}`)

export async function readBlobs(
  api: BitbucketApi,
  repository: Repository,
  commit: string,
  entries: readonly TreeEntry[],
): Promise<ReadonlyMap<string, Uint8Array> | undefined> {
  if (entries.length > blobLimit) return undefined
  const blobs = new Map<string, Uint8Array>()
  for (const { id, path } of entries) blobs.set(id, await readFile(api, repository, commit, path))
  return blobs
}

/** https://git-scm.com/book/en/v2/Git-Internals-Git-Objects; Bitbucket has no repositories with SHA-256. */
async function blobId(content: Uint8Array): Promise<string> {
  const object = Buffer.concat([Buffer.from(`blob ${content.length}\0`), content])
  return Buffer.from(await crypto.subtle.digest('SHA-1', object)).toString('hex')
}

/** Bitbucket has no object ids of files: they are made from the contents. */
export async function readCommit(
  api: BitbucketApi,
  repository: Repository,
  sha: string,
): Promise<Commit> {
  const { client } = api
  const route = routeOf(repository)
  const commit = await client.read(`${route}${restPath`/commit/${sha}`}`, commitShape)
  const changes = await readAll(client, `${route}${restPath`/diffstat/${sha}`}`, diffStatShape, {
    pagelen: 500,
  })
  const files: { path: string; id: string | undefined }[] = []
  for (const { old, new: now } of changes) {
    if (now) {
      const bytes = await readFile(api, repository, sha, now.path)
      files.push({ path: now.path, id: await blobId(bytes) })
    }
    if (old && old.path !== now?.path) files.push({ path: old.path, id: undefined })
  }
  return {
    sha: commit.hash,
    message: commit.message,
    parents: commit.parents.map(({ hash }) => hash),
    files,
  }
}

export async function readSubjects(
  { client }: BitbucketApi,
  repository: Repository,
  branch: string,
): Promise<readonly string[]> {
  const path = `${routeOf(repository)}/commits/${encodeFilePath(branch)}`
  const { values } = await client.read(path, pageOf(commitShape), { query: { pagelen: 20 } })
  return values.map(({ message }) => message.split('\n')[0] ?? '')
}

/** Builds report by key, the newest word of each counts: https://developer.atlassian.com/cloud/bitbucket/rest/api-group-commit-statuses/ */
export async function readChecks(
  { client }: BitbucketApi,
  repository: Repository,
  commit: string,
): Promise<Checks> {
  const path = `${routeOf(repository)}${restPath`/commit/${commit}/statuses`}`
  const found = await readAll(client, path, statusShape, { pagelen: 100, sort: '-updated_on' })
  const newest = new Map<string, string>()
  for (const { key, state } of found) if (!newest.has(key)) newest.set(key, state)
  const states = [...newest.values()]
  if (states.length === 0) return 'none'
  if (states.some((state) => state === 'FAILED' || state === 'STOPPED')) return 'failing'
  return states.includes('INPROGRESS') ? 'pending' : 'passing'
}

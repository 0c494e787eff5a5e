import { z } from 'zod'
import type { Commit, Repository } from '../../forge.ts'
import type { Tree, TreeEntry } from '../../sources/tree.ts'
import { blobAnswer, commitAnswer, treeAnswer } from './answers.ts'
import { type GithubClient, placeOf } from './client.ts'
import { ForgeError } from '../../forge-error.ts'

/** One request each: for more of them git is cheaper. */
const fewBlobs = 8

const modes: ReadonlySet<string> = new Set(['100644', '100755', '120000', '160000'])
const isMode = (mode: string): mode is TreeEntry['mode'] => modes.has(mode)

/** All files of a commit; undefined above GitHub's 100,000 entries or 7 MB. */
export async function readTree(
  client: GithubClient,
  repository: Repository,
  commit: string,
): Promise<Tree | undefined> {
  const route = 'GET /repos/{owner}/{repo}/git/trees/{commit}'
  const place = { ...placeOf(repository), commit, recursive: '1' }
  const answer = await client.read(route, place, treeAnswer)
  if (answer.truncated) return undefined
  const entries = answer.tree.flatMap(({ path, mode, sha, size }): readonly TreeEntry[] =>
    isMode(mode) ? [{ path, mode, id: sha, size }] : [],
  )
  return { commit, entries }
}

/** The contents of files by their ids; undefined for more than a handful. */
export async function readBlobs(
  client: GithubClient,
  repository: Repository,
  entries: readonly TreeEntry[],
): Promise<ReadonlyMap<string, Uint8Array> | undefined> {
  const ids = new Set(entries.filter(({ mode }) => mode !== '160000').map(({ id }) => id))
  if (ids.size > fewBlobs) return undefined
  const route = 'GET /repos/{owner}/{repo}/git/blobs/{id}'
  const blobs = new Map<string, Uint8Array>()
  for (const id of ids) {
    const blob = await client.find(route, { ...placeOf(repository), id }, blobAnswer)
    if (blob?.encoding === 'base64') blobs.set(id, Buffer.from(blob.content, 'base64'))
  }
  return blobs
}

/** Subjects of the newest commits of a branch; none where it is not there. */
export async function readSubjects(
  client: GithubClient,
  repository: Repository,
  branch: string,
): Promise<readonly string[]> {
  const route = 'GET /repos/{owner}/{repo}/commits'
  const query = { ...placeOf(repository), sha: branch, per_page: 20 }
  const commits = await client.find(route, query, z.array(commitAnswer))
  return commits?.flatMap(({ commit }) => commit.message.split('\n')[0] ?? []) ?? []
}

/** 300 files come with a page, and 3,000 in all. */
export async function readCommit(
  client: GithubClient,
  repository: Repository,
  sha: string,
): Promise<Commit> {
  const route = 'GET /repos/{owner}/{repo}/commits/{sha}'
  const files: Commit['files'][number][] = []
  let commit: Commit | undefined
  for await (const page of client.pages(route, { ...placeOf(repository), sha }, commitAnswer)) {
    for (const { filename, previous_filename: before, status, sha: id } of page.files ?? []) {
      if (status === 'renamed' && before !== undefined) files.push({ path: before, id: undefined })
      files.push({ path: filename, id: status === 'removed' ? undefined : (id ?? undefined) })
    }
    commit = {
      sha: page.sha,
      message: page.commit.message,
      parents: page.parents.map((parent) => parent.sha),
      files,
    }
  }
  if (commit === undefined) throw new ForgeError('not-found', `There is no commit ${sha}.`)
  return commit
}

import { z } from 'zod'
import type { Commit, Repository } from '../../forge.ts'
import type { Tree, TreeEntry } from '../../sources/tree.ts'
import { commitAnswer, treeAnswer } from './answers.ts'
import { type GiteaApi, routeOf } from './api.ts'
import { readContents } from './contents.ts'
import { restPath } from '../rest/rest-path.ts'

const treePage = 1000
/** A tree of more files is cheaper by git. */
const mostTreePages = 6

/** All files of a commit; undefined where there are so many that git is cheaper. */
export async function readTree(
  { client }: GiteaApi,
  repository: Repository,
  commit: string,
): Promise<Tree | undefined> {
  const entries: TreeEntry[] = []
  for (let page = 1; ; page += 1) {
    const answer = await client.read(
      `${routeOf(repository)}${restPath`/git/trees/${commit}`}`,
      treeAnswer,
      { query: { recursive: true, per_page: treePage, page } },
    )
    // The administrator may allow less on a page than is asked for.
    const perPage = page === 1 ? (answer.tree?.length ?? 0) : treePage
    if (answer.total_count > perPage * mostTreePages) return undefined
    entries.push(...(answer.tree ?? []).flatMap(entryOf))
    if (!answer.truncated) return { commit, entries }
  }
}

const fileMode = z.enum(['100644', '100755', '120000', '160000'])

function entryOf(entry: {
  readonly path: string
  readonly mode: string
  readonly type: string
  readonly sha: string
  readonly size?: number | undefined
}): readonly TreeEntry[] {
  if (entry.type === 'tree') return []
  // Old commits hold 100664, which git itself reads as 100644.
  const mode = fileMode.safeParse(entry.mode).data ?? '100644'
  const size = mode === '160000' ? undefined : entry.size
  return [{ path: entry.path, mode, id: entry.sha, size }]
}

/** A commit, and the files that it changes against its first parent with their ids, by path: Gitea has them in no order. Throws ForgeError. */
export async function readCommit(
  api: GiteaApi,
  repository: Repository,
  sha: string,
): Promise<Commit> {
  const answer = await api.client.read(
    `${routeOf(repository)}${restPath`/git/commits/${sha}`}`,
    commitAnswer,
    { query: { stat: false, verification: false, files: true } },
  )
  const files = (answer.files ?? []).sort((a, b) => (a.filename < b.filename ? -1 : 1))
  const kept = files.filter(({ status }) => status !== 'removed').map(({ filename }) => filename)
  const ids = await readIds(api, repository, answer.sha, kept)
  return {
    sha: answer.sha,
    message: answer.commit.message,
    parents: (answer.parents ?? []).map((parent) => parent.sha),
    files: files.map(({ filename }) => ({ path: filename, id: ids.get(filename) })),
  }
}

async function readIds(
  api: GiteaApi,
  repository: Repository,
  commit: string,
  paths: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (paths.length === 0) return new Map()
  const found = await readContents(api, repository, commit, paths)
  if (found !== undefined) return new Map([...found].map(([path, { sha }]) => [path, sha]))
  const tree = await readTree(api, repository, commit)
  return new Map(tree?.entries.map(({ path, id }) => [path, id]))
}

import { z } from 'zod'
import { ForgeError } from '../../forge-error.ts'
import type { Repository } from '../../forge.ts'
import { branchAnswer, gitCommitAnswer, nothing, refAnswer } from './answers.ts'
import { type GithubClient, placeOf } from './client.ts'
import { isUnclear } from './errors.ts'

type Place = Pick<Repository, 'path'>

/** Every function throws ForgeError. */
export interface GithubBranches {
  readonly head: (repository: Place, branch: string) => Promise<string | undefined>
  /** The tree of a commit, by its id. */
  readonly treeOf: (repository: Place, commit: string) => Promise<string>
  /** Throws ForgeError 'exists' where there is such a branch. */
  readonly create: (repository: Place, branch: string, commit: string) => Promise<void>
  /** Points a branch to another commit; undefined removes it. Throws ForgeError 'moved' where it isn't at `expected`. */
  readonly move: (
    repository: Place,
    branch: string,
    expected: string,
    commit: string | undefined,
  ) => Promise<void>
}

/**
 * The REST API's `force` overwrites whatever came in between; this compares and sets in one.
 * https://docs.github.com/en/graphql/reference/mutations#updaterefs
 */
const updateRefs = `mutation ($repositoryId: ID!, $refUpdates: [RefUpdate!]!) {
  updateRefs(input: { repositoryId: $repositoryId, refUpdates: $refUpdates }) { clientMutationId }
}`

const updated = z.object({ updateRefs: z.looseObject({}) })

/** To `updateRefs`: not there. */
const none = '0'.repeat(40)

export function createBranches(client: GithubClient): GithubBranches {
  /** The tree of a commit never changes, and whoever reads a branch gets to know it. */
  const trees = new Map<string, string>()
  const nodes = new Map<string, string>()

  async function head(repository: Place, branch: string): Promise<string | undefined> {
    const route = 'GET /repos/{owner}/{repo}/branches/{branch}'
    const found = await client.find(route, { ...placeOf(repository), branch }, branchAnswer)
    // A branch with another name now is answered by that one.
    if (found?.name !== branch) return undefined
    const { sha, commit } = found.commit
    if (commit !== undefined) trees.set(sha, commit.tree.sha)
    return sha
  }

  async function treeOf(repository: Place, commit: string): Promise<string> {
    const route = 'GET /repos/{owner}/{repo}/git/commits/{commit}'
    const read = () => client.read(route, { ...placeOf(repository), commit }, gitCommitAnswer)
    const tree = trees.get(commit) ?? (await read()).tree.sha
    trees.set(commit, tree)
    return tree
  }

  async function nodeOf(repository: Place): Promise<string> {
    const shape = z.object({ node_id: z.string() })
    const read = () => client.read('GET /repos/{owner}/{repo}', placeOf(repository), shape)
    const node = nodes.get(repository.path) ?? (await read()).node_id
    nodes.set(repository.path, node)
    return node
  }

  /** Right after this was read: what is pushed within these milliseconds is lost from the branch. */
  async function force(repository: Place, branch: string, sha: string | undefined): Promise<void> {
    const place = { ...placeOf(repository), ref: `heads/${branch}` }
    const route = `${sha === undefined ? 'DELETE' : 'PATCH'} /repos/{owner}/{repo}/git/refs/{ref}`
    await client.attempt(route, sha === undefined ? place : { ...place, sha, force: true }, nothing)
  }

  async function moveOnce(
    repository: Place,
    branch: string,
    expected: string,
    commit: string | undefined,
  ): Promise<void> {
    const update = { name: `refs/heads/${branch}`, beforeOid: expected, afterOid: commit ?? none }
    const refUpdates = [{ ...update, force: true }]
    try {
      const repositoryId = await nodeOf(repository)
      await client.graphql(updateRefs, { repositoryId, refUpdates }, updated)
    } catch (error) {
      if (!(error instanceof ForgeError) || isUnclear(error)) throw error
      if (/^(unauthorized|limited|interrupted)$/.test(error.problem)) throw error
      // It says in words alone why not, so the branch is looked at.
      if ((await head(repository, branch)) !== expected) throw hasMoved(repository, branch)
      // Older Enterprise servers don't know it.
      if (!/doesn't exist on type|isn't a defined/.test(error.message)) throw error
      await force(repository, branch, commit)
    }
  }

  return {
    head,
    treeOf,
    create: async (repository, branch, commit) => {
      const route = 'POST /repos/{owner}/{repo}/git/refs'
      const ref = { ref: `refs/heads/${branch}`, sha: commit }
      await client.once<unknown>(
        () => client.attempt(route, { ...placeOf(repository), ...ref }, refAnswer),
        async () => ((await head(repository, branch)) === commit ? true : undefined),
      )
    },
    move: async (repository, branch, expected, commit) => {
      await client.once<unknown>(
        () => moveOnce(repository, branch, expected, commit),
        async () => ((await head(repository, branch)) === commit ? true : undefined),
      )
    },
  }
}

const hasMoved = ({ path }: Place, branch: string) =>
  new ForgeError(
    'moved',
    `The branch ${branch} of ${path} does not point any more to where it did.`,
  )

import { z } from 'zod'
import { ForgeError } from '../../forge-error.ts'
import type { Forge } from '../../forge.ts'
import { createBranches } from './branches.ts'
import { readChecks } from './checks.ts'
import { createGithubClient, type GithubClient, type GithubSettings } from './client.ts'
import { readBlobs, readCommit, readSubjects, readTree } from './files.ts'
import { openPull } from './open.ts'
import { pushChange } from './push.ts'
import { closePull, readPulls, reopenPull, updatePull } from './pulls.ts'
import { forkRepository, readRepository, selectRepositories } from './repositories.ts'
import { encodeFilePath } from '../rest/rest-path.ts'

/** GitHub, and GitHub Enterprise, by their REST API: https://docs.github.com/en/rest */
export async function createGithub(settings: GithubSettings): Promise<Forge> {
  const client = await createGithubClient(settings)
  const branches = createBranches(client)
  let login: Promise<string> | undefined
  const viewer = () => (login ??= readViewer(client))
  return {
    kind: 'github',
    host: client.host,
    // "body is too long (maximum is 65536 characters)"
    bodyLimit: 65_536,
    markdown: { folds: true, mermaid: true },
    givesManyFiles: false,
    viewer,
    repositories: (selection) => selectRepositories(client, viewer, selection),
    repository: (path) => readRepository(client, branches, path),
    head: branches.head,
    tree: (repository, commit) => readTree(client, repository, commit),
    blobs: (repository, _commit, entries) => readBlobs(client, repository, entries),
    subjects: (repository, branch) => readSubjects(client, repository, branch),
    pulls: (repository, prefix) => readPulls(client, repository, prefix),
    commit: (repository, sha) => readCommit(client, repository, sha),
    push: (repository, change) => pushChange(client, branches, repository, change),
    open: (repository, draft) => openPull(client, repository, draft),
    update: (repository, pull, text) => updatePull(client, repository, pull, text),
    close: (repository, pull, text) => closePull(client, branches, repository, pull, text),
    reopen: (repository, pull) => reopenPull(client, branches, repository, pull),
    checks: (repository, commit) => readChecks(client, repository, commit),
    fork: (repository, baseBranch) =>
      forkRepository(client, branches, settings.machine, repository, baseBranch),
    fileUrl: (repository, commit, path, line) => {
      const at = line === undefined ? '' : `#L${line}`
      return `${repository.webUrl}/blob/${commit}/${encodeFilePath(path)}${at}`
    },
    gitAuthorization: gitAuthorizationOf(settings.token),
  }
}

const user = z.object({ login: z.string() })

/** The token of an app's installation is no user's: only GraphQL tells the app's login then. */
async function readViewer(client: GithubClient): Promise<string> {
  try {
    return (await client.read('GET /user', {}, user)).login
  } catch (error) {
    if (!(error instanceof ForgeError && error.problem === 'forbidden')) throw error
    return (await client.graphql('{ viewer { login } }', {}, z.object({ viewer: user }))).viewer
      .login
  }
}

/** https://docs.github.com/en/get-started/git-basics/about-remote-repositories: a token is the password of anybody. */
function gitAuthorizationOf(token: string | undefined): string | undefined {
  if (token === undefined) return undefined
  return `Basic ${Buffer.from(`x-access-token:${token}`).toString('base64')}`
}

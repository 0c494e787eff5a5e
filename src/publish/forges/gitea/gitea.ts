import { z } from 'zod'
import type { Forge, ForgeSettings, Repository } from '../../forge.ts'
import { commitAnswer, statusAnswer } from './answers.ts'
import { createGiteaApi, type GiteaApi, routeOf } from './api.ts'
import { readHead } from './branches.ts'
import { readBlobs } from './contents.ts'
import { readCommit, readTree } from './files.ts'
import { createLabels } from './labels.ts'
import { openPull } from './open.ts'
import { closePull, readPulls, reopenPull, updatePull } from './pulls.ts'
import { type GiteaAbilities, pushChange } from './push.ts'
import { forkRepository, readRepository, selectRepositories } from './repositories.ts'
import { encodeFilePath, restPath } from '../rest/rest-path.ts'

/**
 * Gitea 1.22 and newer, and Forgejo 9 and newer, by their REST API: https://docs.gitea.com/api/
 * A branch that is there is rebuilt by Gitea 1.26 and newer, and by a Forgejo that can overwrite branches.
 */
export function createGitea(settings: ForgeSettings): Promise<Forge> {
  const api = createGiteaApi(settings)
  const labels = createLabels(api)
  const abilities: GiteaAbilities = { canMoveBranches: undefined }
  const forge: Forge = {
    kind: 'gitea',
    host: api.host,
    // Gitea has no limit of its own; a body of more is read by nobody.
    bodyLimit: 65_536,
    markdown: { folds: true, mermaid: true },
    givesManyFiles: true,
    viewer: api.viewer,
    repositories: (selection) => selectRepositories(api, selection),
    repository: (path) => readRepository(api, path),
    head: (repository, branch) => readHead(api, repository, branch),
    tree: (repository, commit) => readTree(api, repository, commit),
    blobs: (repository, commit, entries) => readBlobs(api, repository, commit, entries),
    subjects: (repository, branch) => readSubjects(api, repository, branch),
    pulls: (repository, prefix) => readPulls(api, repository, prefix),
    commit: (repository, sha) => readCommit(api, repository, sha),
    push: (repository, change) => pushChange(api, abilities, repository, change),
    open: (repository, draft) => openPull(api, labels, repository, draft),
    update: (repository, pull, text) => updatePull(api, repository, pull, text),
    close: (repository, pull, text) => closePull(api, repository, pull, text),
    reopen: (repository, pull) => reopenPull(api, repository, pull),
    checks: (repository, commit) =>
      api.client.read(`${routeOf(repository)}${restPath`/commits/${commit}/status`}`, statusAnswer),
    fork: (repository, baseBranch) => forkRepository(api, repository, baseBranch),
    fileUrl: (repository, commit, path, line) => {
      const at = line === undefined ? '' : `#L${line}`
      return `${repository.webUrl}/src/commit/${commit}/${encodeFilePath(path)}${at}`
    },
    gitAuthorization: gitAuthorizationOf(settings.token),
  }
  return Promise.resolve(forge)
}

/** Git over HTTPS takes a token as the password of anybody. */
function gitAuthorizationOf(token: string | undefined): string | undefined {
  if (token === undefined) return undefined
  return `Basic ${Buffer.from(`x-access-token:${token}`).toString('base64')}`
}

const subjectCount = 20

async function readSubjects(
  { client }: GiteaApi,
  repository: Repository,
  branch: string,
): Promise<readonly string[]> {
  if (repository.defaultBranch === undefined) return []
  const query = { sha: branch, limit: subjectCount, stat: false, verification: false, files: false }
  const route = `${routeOf(repository)}/commits`
  const commits = await client.find(route, z.array(commitAnswer), { query })
  return commits?.flatMap(({ commit }) => commit.message.split('\n')[0] ?? []) ?? []
}

import type { Forge, ForgeSettings, Repository } from '../../forge.ts'
import { type BitbucketApi, gitAuthorization, openBitbucket } from './api.ts'
import { readBlobs, readChecks, readCommit, readSubjects } from './files.ts'
import { closePull, listPulls, openPull, reopenPull, updatePull } from './pull-requests.ts'
import { pushBitbucket, readHead } from './push.ts'
import { forkRepository, listRepositories, readRepository } from './repositories.ts'
import { encodeFilePath } from '../rest/rest-path.ts'

/**
 * Bitbucket Cloud by its REST API 2.0: https://developer.atlassian.com/cloud/bitbucket/rest/. The token is an access token, or
 * `mail:token`; it needs to read and write repositories and pull requests. Nothing is sent before the first call.
 */
export function createBitbucket(settings: ForgeSettings): Promise<Forge> {
  const api = openBitbucket(settings)
  return Promise.resolve({
    kind: 'bitbucket',
    host: api.host,
    bodyLimit: 32_768,
    // Its Markdown shows HTML as text: https://support.atlassian.com/bitbucket-cloud/docs/markup-comments/
    markdown: { folds: false, mermaid: false },
    givesManyFiles: false,
    viewer: () => readViewer(api),
    repositories: (selection) => listRepositories(api, selection),
    repository: (path) => readRepository(api, path),
    head: (repository, branch) => readHead(api, repository, branch),
    // Its trees have no object ids: git is the way to them.
    tree: () => Promise.resolve(undefined),
    blobs: (repository, commit, entries) => readBlobs(api, repository, commit, entries),
    subjects: (repository, branch) => readSubjects(api, repository, branch),
    pulls: (repository, prefix) => listPulls(api, repository, prefix),
    commit: (repository, sha) => readCommit(api, repository, sha),
    push: (repository, change) => pushBitbucket(api, repository, change),
    open: (repository, draft) => openPull(api, repository, draft),
    update: (repository, pull, text) => updatePull(api, repository, pull, text),
    close: (repository, pull, text) => closePull(api, repository, pull, text),
    reopen: (_repository, pull) => reopenPull(pull),
    checks: (repository, commit) => readChecks(api, repository, commit),
    fork: (repository, baseBranch) => forkRepository(api, repository, baseBranch),
    fileUrl,
    gitAuthorization: gitAuthorization(settings.token),
  })
}

async function readViewer(api: BitbucketApi): Promise<string> {
  const { username, nickname, display_name, uuid } = await api.viewer()
  return username ?? nickname ?? display_name ?? uuid ?? 'unknown'
}

const fileUrl = ({ webUrl }: Repository, commit: string, path: string, line: number | undefined) =>
  `${webUrl}/src/${commit}/${encodeFilePath(path)}${line === undefined ? '' : `#lines-${line}`}`

import { z } from 'zod'
import type { Forge, ForgeSettings, Repository } from '../../forge.ts'
import { type GitlabApi, openGitlab, readGitlab } from './api.ts'
import { readChecks } from './checks.ts'
import { readBlobs, readCommit, readTree } from './files.ts'
import { closePull, listPulls, openPull, reopenPull, updatePull } from './merge-requests.ts'
import { forkProject, listProjects, readProject } from './projects.ts'
import { pushGitlab, readHead } from './push.ts'
import { commitShape, userShape } from './shapes.ts'
import { encodeFilePath } from '../rest/rest-path.ts'

/**
 * GitLab, at gitlab.com or of one's own, by its REST API: https://docs.gitlab.com/api/rest/. The token needs the scope `api`.
 * Gitbeaker is loaded here, as it is large. Nothing is sent before the first call.
 */
export async function createGitlab(settings: ForgeSettings): Promise<Forge> {
  const api = await openGitlab(settings)
  return {
    kind: 'gitlab',
    host: api.host,
    // https://docs.gitlab.com/administration/instance_limits/: size of comments and descriptions.
    bodyLimit: 1_048_576,
    markdown: { folds: true, mermaid: true },
    givesManyFiles: false,
    viewer: () => readViewer(api),
    repositories: (selection) => listProjects(api, selection),
    repository: (path) => readProject(api, path),
    head: (repository, branch) => readHead(api, repository, branch),
    tree: (repository, commit) => readTree(api, repository, commit),
    blobs: (repository, _commit, entries) => readBlobs(api, repository, entries),
    subjects: (repository, branch) => readSubjects(api, repository, branch),
    pulls: (repository, prefix) => listPulls(api, repository, prefix),
    commit: (repository, sha) => readCommit(api, repository, sha),
    push: (repository, change) => pushGitlab(api, repository, change),
    open: (repository, draft) => openPull(api, repository, draft),
    update: (repository, pull, text) => updatePull(api, repository, pull, text),
    close: (repository, pull, text) => closePull(api, repository, pull, text),
    reopen: (repository, pull) => reopenPull(api, repository, pull),
    checks: (repository, commit) => readChecks(api, repository, commit),
    fork: (repository) => forkProject(api, repository),
    fileUrl,
    gitAuthorization: gitAuthorization(settings.token),
  }
}

async function readViewer({ gitlab }: GitlabApi): Promise<string> {
  const user = await gitlab.Users.showCurrentUser()
  return readGitlab(userShape, user, 'The user').username
}

async function readSubjects(
  { gitlab }: GitlabApi,
  { path }: Repository,
  branch: string,
): Promise<readonly string[]> {
  const answer = await gitlab.Commits.all(path, { refName: branch, perPage: 20, page: 1 })
  return readGitlab(z.array(commitShape), answer, 'The commits').map(({ title }) => title)
}

const fileUrl = ({ webUrl }: Repository, commit: string, path: string, line: number | undefined) =>
  `${webUrl}/-/blob/${commit}/${encodeFilePath(path)}${line === undefined ? '' : `#L${line}`}`

/** Any name goes with a personal, project or group token; an OAuth token wants this one. */
const gitAuthorization = (token: string | undefined) =>
  token === undefined ? undefined : `Basic ${Buffer.from(`oauth2:${token}`).toString('base64')}`

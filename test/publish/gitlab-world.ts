import type { Pull, Repository } from '../../src/publish/forge.ts'
import { createGitlab } from '../../src/publish/forges/gitlab/gitlab.ts'
import type { ContractWorld } from './forge-contract.ts'
import { createGitlabServer, type GitlabServer, type Project } from './gitlab-server.ts'
import { addCommit, headOf, personCommits } from './openapi-repositories.ts'
import { type Judge, quickMachine } from './openapi-server.ts'

export const gitlabToken = 'glpat-0123456789abcdefghij'
export const gitlabOrigin = 'https://gitlab.com'

export interface GitlabWorld extends ContractWorld {
  readonly server: GitlabServer
}

/** GitLab's program over the stand-in, in a group with a subgroup. `stop` throws where one of them went against the description. */
export async function makeGitlabWorld(described?: Judge): Promise<GitlabWorld> {
  const server = createGitlabServer(gitlabOrigin, gitlabToken, described)
  const machine = quickMachine(server.fetch)
  const settings = { origin: gitlabOrigin, pace: undefined, machine }
  const forge = await createGitlab({ ...settings, token: gitlabToken })
  let count = 0

  const projectOf = ({ path }: Repository): Project => {
    const project = server.projects.get(path)
    if (project === undefined) throw new Error(`No project ${path}`)
    return project
  }
  const requestOf = (repository: Repository, { number }: Pull) => {
    const request = projectOf(repository).requests.find(({ iid }) => iid === number)
    if (request === undefined) throw new Error(`No merge request ${number}`)
    return request
  }
  const commits: ContractWorld['personCommits'] = (repository, branch, files) => {
    const project = projectOf(repository)
    const sha = personCommits(project, branch, files)
    server.follow(project, branch)
    return Promise.resolve(sha)
  }

  return {
    name: 'GitLab (stand-in)',
    server,
    forge,
    token: gitlabToken,
    stranger: await createGitlab({ ...settings, token: 'glpat-not-known-to-anybody' }),
    makeRepository: async (files) => {
      const project = server.makeProject(`group/sub/repository-${(count += 1)}`)
      if (Object.keys(files).length > 0) personCommits(project, 'main', files)
      const repository = await forge.repository(project.path)
      if (repository === undefined) throw new Error(`No repository ${project.path}`)
      return repository
    },
    personCommits: commits,
    personCloses: (repository, pull) => {
      requestOf(repository, pull).state = 'closed'
      return Promise.resolve()
    },
    personMerges: (repository, pull) => {
      const project = projectOf(repository)
      const request = requestOf(repository, pull)
      const [main, head] = [headOf(project, 'main'), headOf(request.source, request.branch)]
      if (main === undefined || head === undefined) throw new Error('Nothing to merge')
      const merged = addCommit(project, {
        message: 'Merge\n',
        parents: [main.sha, head.sha],
        files: head.files,
      })
      project.branches.set('main', merged.sha)
      request.state = 'merged'
      return Promise.resolve()
    },
    fileAt: (repository, branch, path) => {
      const file = headOf(projectOf(repository), branch)?.files.get(path)
      return Promise.resolve(file && { text: file.content.toString(), mode: file.mode })
    },
    archive: (repository) => {
      projectOf(repository).isArchived = true
      return Promise.resolve()
    },
    link: (repository, path, target) => {
      const project = projectOf(repository)
      const main = headOf(project, 'main')
      const files = new Map(main?.files)
      files.set(path, { content: Buffer.from(target), mode: '120000' })
      const parents = main ? [main.sha] : []
      const { sha } = addCommit(project, { message: 'Link\n', parents, files })
      project.branches.set('main', sha)
      return Promise.resolve()
    },
    comments: (repository, pull) => Promise.resolve(requestOf(repository, pull).notes),
    setStatus: (repository, sha, state) => {
      const status = { pending: 'running', success: 'success', failure: 'failed' }[state]
      projectOf(repository).pipelines.unshift({ sha, status })
      return Promise.resolve()
    },
    sent: server.sent,
    stop: () => {
      if (server.violations.length > 0) {
        return Promise.reject(new Error([...new Set(server.violations)].join('\n')))
      }
      return Promise.resolve()
    },
  }
}

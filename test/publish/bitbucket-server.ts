import { z } from 'zod'
import {
  addCommit,
  changesOf,
  createRepository,
  findCommit,
  headOf,
  historyOf,
  type StoredCommit,
  type StoredRepository,
} from './openapi-repositories.ts'
import {
  type Answer,
  type Call,
  createStandIn,
  type FormPart,
  type Judge,
  type Routes,
  type StandIn,
} from './openapi-server.ts'

export interface StoredPull {
  readonly id: number
  readonly source: BitbucketRepository
  readonly branch: string
  readonly target: string
  readonly createdOn: string
  title: string
  description: string
  state: 'OPEN' | 'MERGED' | 'DECLINED'
  draft: boolean
  /** The whole id; answers have 12 digits of it. */
  head: string
  reviewers: readonly string[]
  readonly comments: string[]
}

export interface BitbucketRepository extends StoredRepository {
  readonly parent: BitbucketRepository | undefined
  readonly owner: Member
  readonly pulls: StoredPull[]
  readonly statuses: { readonly sha: string; readonly key: string; readonly state: string }[]
}

export interface BitbucketServer extends StandIn {
  readonly repositories: Map<string, BitbucketRepository>
  readonly makeRepository: (path: string) => BitbucketRepository
  /** After a push to a branch: its open pull requests follow it. */
  readonly follow: (repository: BitbucketRepository, branch: string) => void
}

interface Member {
  readonly uuid: string
  readonly nickname: string
}

export const bot = { uuid: '{11111111-1111-4111-8111-111111111111}', nickname: 'bot' }
export const rosa = { uuid: '{22222222-2222-4222-8222-222222222222}', nickname: 'Rosa' }
const team = { uuid: '{33333333-3333-4333-8333-333333333333}', nickname: 'Team' }

const root = '/repositories/{workspace}/{repo_slug}'
const api = 'https://api.bitbucket.org/2.0'

export function createBitbucketServer(authorization: string, judge: Judge): BitbucketServer {
  const repositories = new Map<string, BitbucketRepository>()
  const make = (path: string, owner: Member, parent?: BitbucketRepository) => {
    const made = { ...createRepository(path), parent, owner, pulls: [], statuses: [] }
    repositories.set(path, made)
    return made
  }

  function follow(repository: BitbucketRepository, branch: string): void {
    const head = headOf(repository, branch)
    for (const pull of [...repositories.values()].flatMap(({ pulls }) => pulls)) {
      const isIts = pull.source === repository && pull.branch === branch
      // One that has lost its branch stays open, and knows it again.
      if (isIts && pull.state === 'OPEN' && head) pull.head = head.sha
    }
  }

  const inRepository =
    (answer: (repository: BitbucketRepository, call: Call) => Answer) =>
    (call: Call): Answer => {
      const { workspace = '', repo_slug = '' } = call.parameters
      const repository = repositories.get(`${workspace}/${repo_slug}`)
      return repository ? answer(repository, call) : refusal(404, 'Repository not found')
    }
  const onPull = (answer: (pull: StoredPull, call: Call) => Answer) =>
    inRepository(({ pulls }, call) => {
      const found = pulls.find(({ id }) => String(id) === call.parameters['pull_request_id'])
      return found ? answer(found, call) : refusal(404, 'No pull request')
    })

  /** Word for word as its documentation says what `branch` and `parents` do. */
  function upload(repository: BitbucketRepository, { body }: Call): Answer {
    const parts = body as readonly FormPart[]
    const field = (name: string) =>
      parts.find((one) => one.fileName === undefined && one.name === name)?.content.toString()
    const [message = 'Upload', branch = 'main', parent = ''] = ['message', 'branch', 'parents'].map(
      field,
    )
    const base = findCommit(repository, parent)
    if (base === undefined) return refusal(400, `Commit not found: ${parent}`)
    const tip = headOf(repository, branch)
    if (tip !== undefined && tip !== base) return refusal(409, 'The branch has moved on.')
    const files = new Map(base.files)
    for (const { name, fileName, attributes, content } of parts) {
      if (fileName === undefined) continue
      const mode = attributes === 'executable' ? '100755' : '100644'
      files.set(name.replace(/^\//, ''), { content, mode })
    }
    const made = addCommit(repository, { message, parents: [base.sha], files })
    repository.branches.set(branch, made.sha)
    follow(repository, branch)
    const location = `${api}/repositories/${repository.path}/commit/${made.sha}`
    return { status: 201, headers: { location } }
  }

  function open(repository: BitbucketRepository, { body }: Call): Answer {
    const wanted = openBody.parse(body)
    const { name } = wanted.source.branch
    const source = repositories.get(wanted.source.repository.full_name)
    const head = source && headOf(source, name)
    if (source === undefined || head === undefined) {
      return refusal(400, 'source: branch not found')
    }
    if (wanted.reviewers.some(({ uuid }) => uuid === bot.uuid)) {
      return refusal(400, 'reviewers: bot is the author and cannot be included as a reviewer.')
    }
    const values = {
      title: wanted.title,
      description: wanted.description,
      draft: wanted.draft,
      reviewers: wanted.reviewers.map(({ uuid }) => uuid),
    }
    const isOpen = (one: StoredPull) =>
      one.state === 'OPEN' && one.source === source && one.branch === name
    const other = repository.pulls.find(isOpen)
    // No error: the one that is there is changed and given back.
    if (other) return { status: 201, body: pullOf(repository, Object.assign(other, values)) }
    const pull: StoredPull = {
      id: repository.pulls.length + 1,
      source,
      branch: name,
      target: wanted.destination.branch.name,
      createdOn: new Date(Date.UTC(2026, 0, 1) + repository.pulls.length * 1000).toISOString(),
      state: 'OPEN',
      head: head.sha,
      comments: [],
      ...values,
    }
    repository.pulls.unshift(pull)
    return { status: 201, body: pullOf(repository, pull) }
  }

  function list(repository: BitbucketRepository, call: Call): Answer {
    const states = call.query.getAll('state')
    const [, sign, text] =
      /^source\.branch\.name (~|=) (".*")$/.exec(call.query.get('q') ?? '') ?? []
    if (sign === undefined || text === undefined) return refusal(400, 'q is not known here')
    const name = z.string().parse(JSON.parse(text))
    const found = repository.pulls.filter(({ state, branch }) => {
      const fits = sign === '=' ? branch === name : branch.includes(name)
      return fits && (states.length === 0 ? state === 'OPEN' : states.includes(state))
    })
    if (Number(call.query.get('pagelen') ?? 10) > 50) return refusal(400, 'pagelen is over 50')
    return paged(
      found.map((pull) => pullOf(repository, pull)),
      call,
    )
  }

  function fork(repository: BitbucketRepository, { body }: Call): Answer {
    const { workspace } = z.object({ workspace: z.object({ slug: z.string() }) }).parse(body)
    const path = `${workspace.slug}/${repository.path.split('/')[1] ?? ''}`
    const copy = make(path, bot, repository)
    for (const [name, sha] of repository.branches) copy.branches.set(name, sha)
    for (const [sha, commit] of repository.commits) copy.commits.set(sha, commit)
    return { status: 201, body: repositoryOf(copy) }
  }

  const routes: Routes = {
    'GET /user': () => ({ status: 200, body: { ...accountOf(bot), username: 'bot' } }),
    'GET /workspaces/{workspace}/members': (call) =>
      paged(
        [bot, rosa].map((one) => ({ type: 'workspace_membership', user: accountOf(one) })),
        call,
      ),
    'GET /repositories/{workspace}': (call) => {
      const own = `${call.parameters['workspace'] ?? ''}/`
      const found = [...repositories.values()].filter(({ path }) => path.startsWith(own))
      return paged(found.map(repositoryOf), call)
    },
    [`GET ${root}`]: inRepository((found) => ({ status: 200, body: repositoryOf(found) })),
    [`GET ${root}/forks`]: inRepository((repository, call) => {
      const forks = [...repositories.values()].filter(({ parent }) => parent === repository)
      return paged(forks.map(repositoryOf), call)
    }),
    [`POST ${root}/forks`]: inRepository(fork),
    [`GET ${root}/refs/branches/{name}`]: inRepository((repository, { parameters }) => {
      const { name = '' } = parameters
      const head = headOf(repository, name)
      if (head === undefined) return refusal(404, 'Branch not found')
      return { status: 200, body: { type: 'branch', name, target: commitOf(head) } }
    }),
    [`DELETE ${root}/refs/branches/{name}`]: inRepository(({ branches }, { parameters }) =>
      branches.delete(parameters['name'] ?? '') ? { status: 204 } : refusal(404, 'No branch'),
    ),
    [`POST ${root}/refs/branches`]: inRepository((repository, { body }) => {
      const { name, target } = branchBody.parse(body)
      const commit = findCommit(repository, target.hash)
      if (commit === undefined) return refusal(400, 'No such commit')
      if (repository.branches.has(name)) return refusal(409, 'Branch exists')
      repository.branches.set(name, commit.sha)
      follow(repository, name)
      return { status: 201, body: { type: 'branch', name, target: commitOf(commit) } }
    }),
    [`POST ${root}/src`]: inRepository(upload),
    [`GET ${root}/src/{commit}/{path}`]: inRepository((repository, { parameters }) => {
      const commit = findCommit(repository, parameters['commit'] ?? '')
      const file = commit?.files.get(parameters['path'] ?? '')
      return file ? { status: 200, body: file.content } : refusal(404, 'No such file')
    }),
    [`GET ${root}/commits/{revision}`]: inRepository((repository, call) => {
      const head = headOf(repository, call.parameters['revision'] ?? '')
      if (head === undefined) return refusal(404, 'No such revision')
      return paged(historyOf(repository, head).map(commitOf), call)
    }),
    [`GET ${root}/commit/{commit}`]: inRepository((repository, { parameters }) => {
      const commit = findCommit(repository, parameters['commit'] ?? '')
      return commit ? { status: 200, body: commitOf(commit) } : refusal(404, 'No commit')
    }),
    [`GET ${root}/commit/{commit}/statuses`]: inRepository((repository, call) => {
      const found = repository.statuses.filter(({ sha }) => sha === call.parameters['commit'])
      const bodies = found.map(({ key, state }) => ({ type: 'commitstatus', key, state }))
      return paged(bodies, call)
    }),
    [`GET ${root}/diffstat/{spec}`]: inRepository((repository, call) => {
      const commit = findCommit(repository, call.parameters['spec'] ?? '')
      return commit ? paged(statsOf(repository, commit), call) : refusal(404, 'No commit')
    }),
    [`GET ${root}/pullrequests`]: inRepository(list),
    [`POST ${root}/pullrequests`]: inRepository(open),
    [`GET ${root}/pullrequests/{pull_request_id}`]: onPull((pull) => ({
      status: 200,
      body: pullOf(pull.source.parent ?? pull.source, pull),
    })),
    [`PUT ${root}/pullrequests/{pull_request_id}`]: onPull((pull, { body }) => {
      if (pull.state !== 'OPEN') return refusal(400, 'This pull request is closed.')
      const { reviewers = [], ...words } = editBody.parse(body)
      // Those that are not named are taken from it.
      Object.assign(pull, words, { reviewers: reviewers.map(({ uuid }) => uuid) })
      return { status: 200, body: pullOf(pull.source.parent ?? pull.source, pull) }
    }),
    [`POST ${root}/pullrequests/{pull_request_id}/comments`]: onPull((pull, { body }) => {
      const { content } = z.object({ content: z.object({ raw: z.string() }) }).parse(body)
      pull.comments.push(content.raw)
      return { status: 201, body: { type: 'pullrequest_comment', id: 1, content } }
    }),
    [`POST ${root}/pullrequests/{pull_request_id}/decline`]: onPull((pull) => {
      if (pull.state !== 'OPEN') return refusal(400, 'This pull request is closed.')
      pull.state = 'DECLINED'
      return { status: 200, body: pullOf(pull.source.parent ?? pull.source, pull) }
    }),
  }
  const wide = ['name', 'path', 'revision']
  const standIn = createStandIn({ base: api, authorization, routes, wide, judge })
  return { ...standIn, repositories, follow, makeRepository: (path) => make(path, team) }
}

const branchName = z.object({ branch: z.object({ name: z.string() }) })
const people = z.array(z.object({ uuid: z.string() }))

const openBody = z.object({
  title: z.string(),
  description: z.string().max(32_768),
  source: branchName.extend({ repository: z.object({ full_name: z.string() }) }),
  destination: branchName,
  draft: z.boolean(),
  reviewers: people,
})

const editBody = z.object({
  title: z.string(),
  description: z.string().max(32_768),
  draft: z.boolean(),
  reviewers: people.optional(),
})

const branchBody = z.object({ name: z.string(), target: z.object({ hash: z.string() }) })

const refusal = (status: number, message: string): Answer => ({
  status,
  body: { type: 'error', error: { message } },
})

/** https://developer.atlassian.com/cloud/bitbucket/rest/intro/#pagination */
function paged(values: readonly object[], { query, url }: Call): Answer {
  const pagelen = Number(query.get('pagelen') ?? 10)
  const page = Number(query.get('page') ?? 1)
  const next = new URL(url)
  next.searchParams.set('page', String(page + 1))
  const body = {
    pagelen,
    page,
    values: values.slice((page - 1) * pagelen, page * pagelen),
    ...(page * pagelen < values.length ? { next: next.href } : {}),
  }
  return { status: 200, body }
}

const accountOf = ({ uuid, nickname }: Member) => ({
  type: 'account',
  uuid,
  display_name: nickname,
})

const repositoryOf = ({ path, branches, parent, owner }: BitbucketRepository): object => ({
  type: 'repository',
  full_name: path,
  name: path.split('/')[1],
  owner: accountOf(owner),
  size: 4096,
  ...(branches.size > 0 ? { mainbranch: { type: 'branch', name: 'main' } } : {}),
  ...(parent ? { parent: { type: 'repository', full_name: parent.path } } : {}),
  links: { html: { href: `https://bitbucket.org/${path}` } },
})

const commitOf = ({ sha, message, parents }: StoredCommit) => ({
  type: 'commit',
  hash: sha,
  message,
  parents: parents.map((hash) => ({ type: 'commit', hash })),
})

const statsOf = (repository: BitbucketRepository, commit: StoredCommit) =>
  changesOf(repository, commit).map(({ path, before, after }) => ({
    type: 'diffstat',
    status: before === undefined ? 'added' : after === undefined ? 'removed' : 'modified',
    ...(before ? { old: { type: 'commit_file', path } } : {}),
    ...(after ? { new: { type: 'commit_file', path } } : {}),
  }))

const pullOf = (repository: BitbucketRepository, pull: StoredPull) => ({
  type: 'pullrequest',
  id: pull.id,
  title: pull.title,
  description: pull.description,
  state: pull.state,
  draft: pull.draft,
  created_on: pull.createdOn,
  source: {
    branch: { name: pull.branch },
    commit: { hash: pull.head.slice(0, 12) },
    repository: { type: 'repository', full_name: pull.source.path },
  },
  destination: {
    branch: { name: pull.target },
    repository: { type: 'repository', full_name: repository.path },
  },
  reviewers: pull.reviewers.map((uuid) => ({ type: 'account', uuid })),
  links: { html: { href: `https://bitbucket.org/${repository.path}/pull-requests/${pull.id}` } },
})

import type {
  BranchSchema,
  CommitDiffSchema,
  CommitSchema,
  MergeRequestSchema,
  PipelineSchema,
  ProjectSchema,
  RepositoryTreeSchema,
  SimpleUserSchema,
} from '@gitbeaker/rest'
import { z } from 'zod'
import { endpoints } from './gitlab-endpoints.ts'
import {
  addCommit,
  blobId,
  changesOf,
  createRepository,
  findCommit,
  headOf,
  historyOf,
  type StoredCommit,
  type StoredFile,
  type StoredRepository,
} from './openapi-repositories.ts'
import {
  type Answer,
  type Call,
  createStandIn,
  type Judge,
  type Routes,
  type StandIn,
} from './openapi-server.ts'

/** Gitbeaker's types of answers, without their open ends, so that a field that GitLab does not have is found by the compiler. */
type Known<T> = { [K in keyof T as string extends K ? never : K]?: T[K] }

export interface StoredMergeRequest {
  readonly iid: number
  readonly source: Project
  readonly branch: string
  readonly target: string
  title: string
  description: string
  state: 'opened' | 'closed' | 'merged'
  sha: string
  readonly labels: readonly string[]
  readonly assignees: readonly number[]
  readonly reviewers: readonly number[]
  readonly notes: string[]
}

export interface Project extends StoredRepository {
  readonly id: number
  readonly original: Project | undefined
  readonly requests: StoredMergeRequest[]
  readonly pipelines: { readonly sha: string; readonly status: string }[]
  isArchived: boolean
  /** How often it is asked for until a fork is copied. */
  copying: number
}

export interface GitlabServer extends StandIn {
  readonly projects: Map<string, Project>
  readonly makeProject: (path: string) => Project
  /** After a push to a branch: its open merge requests follow it. */
  readonly follow: (project: Project, branch: string) => void
}

const users = [
  { id: 1, username: 'bot' },
  { id: 2, username: 'rosa' },
] as const

/** As the published description would be asked too, where it is at hand. */
export function createGitlabServer(
  origin: string,
  token: string,
  described: Judge = { request: () => [], answer: () => [] },
): GitlabServer {
  const projects = new Map<string, Project>()
  const makeProject = (path: string, original?: Project): Project => {
    const id = projects.size + 1
    const project = {
      ...createRepository(path),
      id,
      original,
      requests: [],
      pipelines: [],
      isArchived: false,
      copying: original === undefined ? 0 : 2,
    }
    projects.set(path, project)
    return project
  }
  const byId = (id: string) =>
    projects.get(id) ?? [...projects.values()].find((one) => String(one.id) === id)

  function follow(project: Project, branch: string): void {
    const head = headOf(project, branch)
    for (const request of [...projects.values()].flatMap(({ requests }) => requests)) {
      if (request.source !== project || request.branch !== branch) continue
      if (request.state !== 'opened') continue
      // GitLab closes what has lost its branch.
      if (head === undefined) request.state = 'closed'
      else request.sha = head.sha
    }
  }

  const inProject =
    (answer: (project: Project, call: Call) => Answer) =>
    (call: Call): Answer => {
      const project = byId(call.parameters['id'] ?? '')
      return project === undefined ? missing('Project') : answer(project, call)
    }
  const describe = (project: Project) => projectOf(project, origin)
  const show = (project: Project, request: StoredMergeRequest) =>
    requestOf(project, request, origin)

  function commit(project: Project, { body }: Call): Answer {
    const wanted = commitBody.parse(body)
    if (project.isArchived) return refusal(403, '403 Forbidden')
    const start = wanted.start_project === undefined ? project : byId(wanted.start_project)
    const base = findCommit(start ?? project, wanted.start_sha)
    if (base === undefined) return refusal(400, 'Invalid reference name')
    const isThere = project.branches.has(wanted.branch)
    if (isThere && wanted.force !== true) {
      const said = `A branch called '${wanted.branch}' already exists. Switch to that branch in order to make changes`
      return refusal(400, said)
    }
    const files = new Map(base.files)
    for (const action of wanted.actions) {
      const old = files.get(action.file_path)
      if (action.action === 'create' && old) {
        return refusal(400, 'A file with this name already exists')
      }
      if (action.action !== 'create' && old === undefined) {
        return refusal(400, "A file with this name doesn't exist")
      }
      files.set(action.file_path, changed(action, old))
    }
    project.commits.set(base.sha, base)
    const made = addCommit(project, {
      message: wanted.commit_message,
      parents: [base.sha],
      files,
    })
    project.branches.set(wanted.branch, made.sha)
    follow(project, wanted.branch)
    return { status: 201, body: commitOf(made) }
  }

  function open(source: Project, { body }: Call): Answer {
    const wanted = openBody.parse(body)
    const target = wanted.target_project_id ? byId(String(wanted.target_project_id)) : source
    if (target === undefined) return missing('Project')
    const head = headOf(source, wanted.source_branch)
    if (head === undefined) {
      return refusal(400, `Source branch "${wanted.source_branch}" does not exist`)
    }
    const other = target.requests.find(
      (one) =>
        one.state === 'opened' && one.source === source && one.branch === wanted.source_branch,
    )
    if (other !== undefined) {
      const said = `Another open merge request already exists for this source branch: !${other.iid}`
      return { status: 409, body: { message: [said] } }
    }
    const request: StoredMergeRequest = {
      iid: target.requests.length + 1,
      source,
      branch: wanted.source_branch,
      target: wanted.target_branch,
      title: wanted.title,
      description: wanted.description,
      state: 'opened',
      sha: head.sha,
      labels: wanted.labels?.split(',') ?? [],
      // Without a paid plan GitLab takes one of each.
      assignees: wanted.assignee_ids?.slice(0, 1) ?? [],
      reviewers: wanted.reviewer_ids?.slice(0, 1) ?? [],
      notes: [],
    }
    target.requests.unshift(request)
    return { status: 201, body: show(target, request) }
  }

  function edit(project: Project, call: Call): Answer {
    const request = project.requests.find(
      ({ iid }) => String(iid) === call.parameters['merge_request_iid'],
    )
    if (request === undefined) return missing('Merge request')
    const wanted = editBody.parse(call.body)
    request.title = wanted.title ?? request.title
    request.description = wanted.description ?? request.description
    if (wanted.state_event === 'close' && request.state === 'opened') request.state = 'closed'
    const hasBranch = request.source.branches.has(request.branch)
    if (wanted.state_event === 'reopen' && hasBranch) request.state = 'opened'
    return { status: 200, body: show(project, request) }
  }

  function fork(project: Project): Answer {
    const path = `bot/${project.path.split('/').at(-1) ?? ''}`
    const copy = makeProject(path, project)
    for (const [name, sha] of project.branches) copy.branches.set(name, sha)
    for (const [sha, stored] of project.commits) copy.commits.set(sha, stored)
    return { status: 201, body: describe(copy) }
  }

  const listed = (found: readonly Project[], call: Call): Answer => {
    const [topic, search] = [call.query.get('topic'), call.query.get('search')]
    const matching = found.filter(({ path }) => search === null || path.includes(search))
    return paged(topic === null ? matching.map(describe) : [], call)
  }

  const routes: Routes = {
    'GET /user': () => ({ status: 200, body: userOf(users[0]) }),
    'GET /users': ({ query }) => ({
      status: 200,
      body: users.filter(({ username }) => username === query.get('username')).map(userOf),
    }),
    'GET /users/{user_id}/projects': (call) =>
      listed(inside(projects, call.parameters['user_id']), call),
    'GET /groups/{id}/projects': (call) => {
      const found = inside(projects, call.parameters['id'])
      return found.length > 0 ? listed(found, call) : missing('Group')
    },
    'GET /projects': (call) => listed([...projects.values()], call),
    'GET /projects/{id}': inProject((project) => {
      project.copying = Math.max(0, project.copying - 1)
      return { status: 200, body: describe(project) }
    }),
    'GET /projects/{id}/forks': inProject((project) => ({
      status: 200,
      body: [...projects.values()].filter(({ original }) => original === project).map(describe),
    })),
    'POST /projects/{id}/fork': inProject(fork),
    'GET /projects/{id}/pipelines': inProject(({ pipelines }, call) => ({
      status: 200,
      body: pipelines.filter(({ sha }) => sha === call.query.get('sha')).map(pipelineOf),
    })),
    'GET /projects/{id}/repository/branches/{branch}': inProject((project, { parameters }) => {
      const name = parameters['branch'] ?? ''
      const head = headOf(project, name)
      if (head === undefined) return missing('Branch')
      const body: Known<BranchSchema> = { name, commit: commitOf(head) as BranchSchema['commit'] }
      return { status: 200, body }
    }),
    'DELETE /projects/{id}/repository/branches/{branch}': inProject((project, { parameters }) => {
      const name = parameters['branch'] ?? ''
      if (!project.branches.delete(name)) return missing('Branch')
      follow(project, name)
      return { status: 204 }
    }),
    'GET /projects/{id}/repository/tree': inProject(tree),
    'GET /projects/{id}/repository/blobs/{sha}/raw': inProject((project, { parameters }) => {
      const files = [...project.commits.values()].flatMap((one) => [...one.files.values()])
      const found = files.find(({ content }) => blobId(content) === parameters['sha'])
      return found ? { status: 200, body: found.content } : missing('Blob')
    }),
    'GET /projects/{id}/repository/commits': inProject((project, call) => {
      const head = headOf(project, call.query.get('ref_name') ?? '')
      return head ? paged(historyOf(project, head).map(commitOf), call) : missing('Commit')
    }),
    'POST /projects/{id}/repository/commits': inProject(commit),
    'GET /projects/{id}/repository/commits/{sha}': inProject((project, { parameters }) => {
      const found = findCommit(project, parameters['sha'] ?? '')
      return found ? { status: 200, body: commitOf(found) } : missing('Commit')
    }),
    'GET /projects/{id}/repository/commits/{sha}/diff': inProject((project, call) => {
      const found = findCommit(project, call.parameters['sha'] ?? '')
      return found ? paged(diffsOf(project, found), call) : missing('Commit')
    }),
    'GET /projects/{id}/merge_requests': inProject((project, call) =>
      paged(
        project.requests.map((request) => show(project, request)),
        call,
      ),
    ),
    'POST /projects/{id}/merge_requests': inProject(open),
    'PUT /projects/{id}/merge_requests/{merge_request_iid}': inProject(edit),
    'POST /projects/{id}/merge_requests/{noteable_id}/notes': inProject((project, call) => {
      const request = project.requests.find(
        ({ iid }) => String(iid) === call.parameters['noteable_id'],
      )
      const { body } = z.object({ body: z.string() }).parse(call.body)
      request?.notes.push(body)
      return request ? { status: 201, body: { id: 1, body } } : missing('Merge request')
    }),
  }

  const standIn = createStandIn({
    base: `${origin}/api/v4`,
    authorization: `Bearer ${token}`,
    routes,
    judge: {
      request: (call) => [...documented(call), ...described.request(call)],
      answer: described.answer,
    },
  })
  return { ...standIn, projects, makeProject: (path) => makeProject(path), follow }
}

/** What of a request is not as the documentation has it. */
function documented({ method, template, query, body }: Call): readonly string[] {
  const endpoint = endpoints[`${method} ${template}`]
  if (endpoint === undefined) return ['no page of the documentation is named for it']
  const asked = (endpoint.query ?? z.strictObject({})).safeParse(Object.fromEntries(query))
  const sent = (endpoint.body ?? z.undefined()).safeParse(body)
  const words = [...(asked.error?.issues ?? []), ...(sent.error?.issues ?? [])]
  return words.map(({ path, message }) => `${path.join('.')}: ${message} (${endpoint.page})`)
}

const commitBody = z.object({
  branch: z.string(),
  commit_message: z.string(),
  start_sha: z.string(),
  start_project: z.string().optional(),
  force: z.boolean().optional(),
  actions: z.array(
    z.object({
      action: z.enum(['create', 'update', 'chmod']),
      file_path: z.string(),
      content: z.string().optional(),
      encoding: z.enum(['text', 'base64']).optional(),
      execute_filemode: z.boolean().optional(),
    }),
  ),
})

const openBody = z.object({
  source_branch: z.string(),
  target_branch: z.string(),
  target_project_id: z.number().optional(),
  title: z.string(),
  description: z.string(),
  labels: z.string().optional(),
  assignee_ids: z.array(z.number()).optional(),
  reviewer_ids: z.array(z.number()).optional(),
})

const editBody = z.object({
  title: z.string().optional(),
  description: z.string().optional(),
  state_event: z.enum(['close', 'reopen']).optional(),
})

type Action = z.infer<typeof commitBody>['actions'][number]

function changed(action: Action, old: StoredFile | undefined): StoredFile {
  const content = old?.content ?? Buffer.alloc(0)
  if (action.action === 'chmod') {
    return { content, mode: action.execute_filemode ? '100755' : '100644' }
  }
  const encoding = action.encoding === 'base64' ? 'base64' : 'utf8'
  return { content: Buffer.from(action.content ?? '', encoding), mode: old?.mode ?? '100644' }
}

const refusal = (status: number, message: string): Answer => ({ status, body: { message } })
const missing = (what: string) => refusal(404, `404 ${what} Not Found`)

const inside = (projects: ReadonlyMap<string, Project>, namespace = '') =>
  [...projects.values()].filter(({ path }) => path.startsWith(`${namespace}/`))

/** https://docs.gitlab.com/api/rest/#offset-based-pagination */
function paged(values: readonly unknown[], { query, url }: Call): Answer {
  const size = Number(query.get('per_page') ?? 20)
  const page = Number(query.get('page') ?? 1)
  const next = page * size < values.length ? page + 1 : undefined
  const link = new URL(url)
  link.searchParams.set('page', String(next))
  link.searchParams.set('per_page', String(size))
  return {
    status: 200,
    body: values.slice((page - 1) * size, page * size),
    headers: {
      'x-page': String(page),
      'x-per-page': String(size),
      'x-next-page': next === undefined ? '' : String(next),
      ...(next === undefined ? {} : { link: `<${link.href}>; rel="next"` }),
    },
  }
}

/** https://docs.gitlab.com/api/repositories/#list-repository-tree: pages by the last entry of the one before. */
function tree(project: Project, call: Call): Answer {
  const { query, url } = call
  const commit = findCommit(project, query.get('ref') ?? '')
  if (commit === undefined) return missing('Tree')
  const folder = query.get('path') ?? ''
  const isRecursive = query.get('recursive') === 'true'
  const all = treeOf(commit).filter(({ path = '' }) => {
    const inFolder = folder === '' || path.startsWith(`${folder}/`)
    const rest = folder === '' ? path : path.slice(folder.length + 1)
    return inFolder && (isRecursive || !rest.includes('/'))
  })
  if (folder !== '' && all.length === 0) return missing('Tree')
  const size = Number(query.get('per_page'))
  const token = query.get('page_token')
  const from = token === null ? 0 : all.findIndex(({ path }) => path === token) + 1
  const body = all.slice(from, from + size)
  if (from + size >= all.length) return { status: 200, body }
  const link = new URL(url)
  link.searchParams.set('page_token', body.at(-1)?.path ?? '')
  return { status: 200, body, headers: { link: `<${link.href}>; rel="next"` } }
}

function treeOf({ files }: StoredCommit): Known<RepositoryTreeSchema>[] {
  const folders = new Set<string>()
  for (const path of files.keys()) {
    const parts = path.split('/').slice(0, -1)
    parts.forEach((_, index) => folders.add(parts.slice(0, index + 1).join('/')))
  }
  const nameOf = (path: string) => path.split('/').at(-1) ?? ''
  return [
    ...[...folders].map((path) => ({
      id: blobId(Buffer.from(path)),
      name: nameOf(path),
      type: 'tree',
      path,
      mode: '040000',
    })),
    ...[...files].map(([path, { content, mode }]) => ({
      id: blobId(content),
      name: nameOf(path),
      type: 'blob',
      path,
      mode,
    })),
  ]
}

const userOf = ({ id, username }: (typeof users)[number]): Known<SimpleUserSchema> => ({
  id,
  username,
  name: username,
  state: 'active',
})

const projectOf = (project: Project, origin: string): Known<ProjectSchema> => {
  const original = project.original ? { id: project.original.id } : undefined
  return {
    id: project.id,
    name: project.path,
    path_with_namespace: project.path,
    ...(project.branches.size > 0 ? { default_branch: 'main' } : {}),
    http_url_to_repo: `${origin}/${project.path}.git`,
    web_url: `${origin}/${project.path}`,
    topics: [],
    archived: project.isArchived,
    empty_repo: project.branches.size === 0,
    import_status: project.copying > 0 ? 'started' : 'finished',
    permissions: {
      project_access: { access_level: 40, notification_level: 3 },
      group_access: { access_level: 0, notification_level: 3 },
    },
    ...(original ? { forked_from_project: original } : {}),
  }
}

const commitOf = ({ sha, message, parents }: StoredCommit): Known<CommitSchema> => ({
  id: sha,
  short_id: sha.slice(0, 8),
  title: message.split('\n')[0] ?? '',
  message,
  parent_ids: [...parents],
})

const diffsOf = (project: Project, commit: StoredCommit): Known<CommitDiffSchema>[] =>
  changesOf(project, commit).map(({ path, before, after }) => ({
    diff: '',
    old_path: path,
    new_path: path,
    a_mode: before?.mode ?? '0',
    b_mode: after?.mode ?? '0',
    new_file: before === undefined,
    renamed_file: false,
    deleted_file: after === undefined,
  }))

const pipelineOf = ({ sha, status }: { sha: string; status: string }): Known<PipelineSchema> => ({
  id: 1,
  sha,
  status,
  source: 'push',
  ref: 'msb/web',
})

function requestOf(
  project: Project,
  request: StoredMergeRequest,
  origin: string,
): Known<MergeRequestSchema> {
  const people = (ids: readonly number[]) =>
    users.filter(({ id }) => ids.includes(id)).map(userOf) as NonNullable<
      MergeRequestSchema['assignees']
    >
  return {
    iid: request.iid,
    project_id: project.id,
    title: request.title,
    description: request.description,
    state: request.state,
    web_url: `${origin}/${project.path}/-/merge_requests/${request.iid}`,
    source_branch: request.branch,
    target_branch: request.target,
    source_project_id: request.source.id,
    target_project_id: project.id,
    sha: request.sha,
    draft: /^draft:/i.test(request.title),
    labels: [...request.labels],
    has_conflicts: false,
    merge_status: 'unchecked',
    assignees: people(request.assignees),
    reviewers: people(request.reviewers),
  }
}

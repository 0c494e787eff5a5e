import { z } from 'zod'

/** What of GitLab's API is used, as its documentation has it. `openapi-gitlab.test.ts` holds it against the published description. */
export interface Endpoint {
  readonly page: string
  readonly query?: z.ZodObject
  readonly body?: z.ZodObject
}

const docs = 'https://docs.gitlab.com/api'
const number = z.string().regex(/^\d+$/)
const flag = z.enum(['true', 'false'])
const paged = { page: number.optional(), per_page: number.optional() }
const sorted = {
  order_by: z.enum(['id', 'created_at']).optional(),
  sort: z.enum(['asc', 'desc']).optional(),
}
const projects = {
  ...paged,
  ...sorted,
  topic: z.string().optional(),
  search: z.string().optional(),
}

const action = z.discriminatedUnion('action', [
  z.strictObject({
    action: z.enum(['create', 'update']),
    file_path: z.string(),
    content: z.string(),
    encoding: z.enum(['text', 'base64']),
  }),
  z.strictObject({
    action: z.literal('chmod'),
    file_path: z.string(),
    execute_filemode: z.boolean(),
  }),
])

export const endpoints: Readonly<Record<string, Endpoint>> = {
  'GET /user': { page: `${docs}/users/#get-the-current-user` },
  'GET /users': {
    page: `${docs}/users/#list-users`,
    query: z.strictObject({ username: z.string() }),
  },
  'GET /users/{user_id}/projects': {
    page: `${docs}/projects/#list-a-users-projects`,
    query: z.strictObject({ ...projects }),
  },
  'GET /groups/{id}/projects': {
    page: `${docs}/groups/#list-projects`,
    query: z.strictObject({ ...projects, include_subgroups: flag }),
  },
  'GET /projects': {
    page: `${docs}/projects/#list-all-projects`,
    query: z.strictObject({ ...projects, membership: flag, statistics: flag }),
  },
  'GET /projects/{id}': {
    page: `${docs}/projects/#get-a-single-project`,
    query: z.strictObject({ statistics: flag.optional() }),
  },
  'GET /projects/{id}/forks': {
    page: `${docs}/project_forks/#list-forks-of-a-project`,
    query: z.strictObject({ owned: flag }),
  },
  'POST /projects/{id}/fork': { page: `${docs}/project_forks/#fork-a-project` },
  'GET /projects/{id}/pipelines': {
    page: `${docs}/pipelines/#list-project-pipelines`,
    query: z.strictObject({ ...paged, sha: z.string() }),
  },
  'GET /projects/{id}/repository/branches/{branch}': {
    page: `${docs}/branches/#get-single-repository-branch`,
  },
  'DELETE /projects/{id}/repository/branches/{branch}': {
    page: `${docs}/branches/#delete-repository-branch`,
  },
  'GET /projects/{id}/repository/tree': {
    page: `${docs}/repositories/#list-repository-tree`,
    query: z.strictObject({
      ref: z.string(),
      path: z.string().optional(),
      recursive: flag,
      pagination: z.literal('keyset'),
      per_page: number,
      page_token: z.string().optional(),
    }),
  },
  'GET /projects/{id}/repository/blobs/{sha}/raw': {
    page: `${docs}/repositories/#get-raw-blob-content`,
  },
  'GET /projects/{id}/repository/commits': {
    page: `${docs}/commits/#list-repository-commits`,
    query: z.strictObject({ ...paged, ref_name: z.string() }),
  },
  'POST /projects/{id}/repository/commits': {
    page: `${docs}/commits/#create-a-commit-with-multiple-files-and-actions`,
    body: z.strictObject({
      branch: z.string(),
      commit_message: z.string(),
      start_sha: z.string(),
      start_project: z.string().optional(),
      force: z.boolean().optional(),
      stats: z.boolean(),
      actions: z.array(action),
    }),
  },
  'GET /projects/{id}/repository/commits/{sha}': { page: `${docs}/commits/#get-a-single-commit` },
  'GET /projects/{id}/repository/commits/{sha}/diff': {
    page: `${docs}/commits/#get-the-diff-of-a-commit`,
    query: z.strictObject({ ...paged }),
  },
  'GET /projects/{id}/merge_requests': {
    page: `${docs}/merge_requests/#list-project-merge-requests`,
    query: z.strictObject({ ...paged, ...sorted }),
  },
  'POST /projects/{id}/merge_requests': {
    page: `${docs}/merge_requests/#create-mr`,
    body: z.strictObject({
      source_branch: z.string(),
      target_branch: z.string(),
      title: z.string().max(255),
      description: z.string().max(1_048_576),
      labels: z.string().optional(),
      assignee_ids: z.array(z.number()).optional(),
      reviewer_ids: z.array(z.number()).optional(),
      target_project_id: z.number().optional(),
    }),
  },
  'PUT /projects/{id}/merge_requests/{merge_request_iid}': {
    page: `${docs}/merge_requests/#update-mr`,
    body: z.strictObject({
      title: z.string().max(255).optional(),
      description: z.string().max(1_048_576).optional(),
      state_event: z.enum(['close', 'reopen']).optional(),
    }),
  },
  'POST /projects/{id}/merge_requests/{noteable_id}/notes': {
    page: `${docs}/notes/#create-new-merge-request-note`,
    body: z.strictObject({ body: z.string().max(1_000_000) }),
  },
}

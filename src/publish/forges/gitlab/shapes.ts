import { z } from 'zod'
import type { Pull, Repository } from '../../forge.ts'

const access = z.object({ access_level: z.number() }).nullish()

/** https://docs.gitlab.com/api/projects/#get-a-single-project */
export const projectShape = z.object({
  id: z.number(),
  path_with_namespace: z.string(),
  default_branch: z.string().nullish(),
  http_url_to_repo: z.string(),
  web_url: z.string(),
  topics: z.array(z.string()).nullish(),
  archived: z.boolean().default(false),
  empty_repo: z.boolean().default(false),
  mirror: z.boolean().default(false),
  forked_from_project: z.object({ id: z.number() }).nullish(),
  permissions: z.object({ project_access: access, group_access: access }).nullish(),
  statistics: z.object({ repository_size: z.number() }).nullish(),
  import_status: z.string().nullish(),
})
export type Project = z.infer<typeof projectShape>

/** https://docs.gitlab.com/user/permissions/: developers may push to branches that are not protected. */
const developer = 30

export function toRepository(project: Project): Repository {
  const { permissions, statistics } = project
  const level = Math.max(
    permissions?.project_access?.access_level ?? 0,
    permissions?.group_access?.access_level ?? 0,
  )
  return {
    path: project.path_with_namespace,
    defaultBranch: project.empty_repo ? undefined : (project.default_branch ?? undefined),
    cloneUrl: project.http_url_to_repo,
    webUrl: project.web_url,
    topics: project.topics ?? [],
    size: statistics ? Math.ceil(statistics.repository_size / 1024) : undefined,
    isArchived: project.archived,
    isFork: Boolean(project.forked_from_project),
    isMirror: project.mirror,
    canPush: level >= developer,
  }
}

/** https://docs.gitlab.com/api/merge_requests/#list-project-merge-requests */
export const mergeRequestShape = z.object({
  iid: z.number(),
  web_url: z.string(),
  state: z.enum(['opened', 'closed', 'locked', 'merged']),
  draft: z.boolean().default(false),
  title: z.string(),
  description: z.string().nullish(),
  source_branch: z.string(),
  target_branch: z.string(),
  source_project_id: z.number().nullish(),
  target_project_id: z.number(),
  sha: z.string().nullish(),
  labels: z.array(z.string()).default([]),
  has_conflicts: z.boolean().optional(),
  merge_status: z.string().optional(),
  assignees: z.array(z.object({ id: z.number() })).nullish(),
  reviewers: z.array(z.object({ id: z.number() })).nullish(),
})
export type MergeRequest = z.infer<typeof mergeRequestShape>

/** A draft is one by its title: https://docs.gitlab.com/user/project/merge_requests/drafts/ */
const draftMark = /^(?:\[draft\]|\(draft\)|draft:)\s*/i

/** GitLab cuts titles at 255 characters by refusing them. */
export const writeTitle = (title: string, isDraft: boolean): string =>
  (isDraft ? `Draft: ${title}` : title).slice(0, 255)

/** `headRepository`: the path of the source project. */
export function toPull(request: MergeRequest, headRepository: string | undefined): Pull {
  const isOpen = request.state === 'opened' || request.state === 'locked'
  return {
    number: request.iid,
    url: request.web_url,
    state: isOpen ? 'open' : request.state === 'merged' ? 'merged' : 'closed',
    isDraft: request.draft,
    title: request.draft ? request.title.replace(draftMark, '') : request.title,
    body: request.description ?? '',
    branch: request.source_branch,
    headRepository,
    head: request.sha ?? '',
    base: request.target_branch,
    labels: request.labels,
    hasConflicts: hasConflicts(request),
  }
}

/** While the merge is not tried yet, GitLab says that there are none. */
function hasConflicts({ has_conflicts, merge_status }: MergeRequest): boolean | undefined {
  const isTried = merge_status === 'can_be_merged' || merge_status === 'cannot_be_merged'
  return isTried ? has_conflicts : undefined
}

export const branchShape = z.object({ commit: z.object({ id: z.string() }) })

export const commitShape = z.object({
  id: z.string(),
  title: z.string(),
  message: z.string(),
  parent_ids: z.array(z.string()),
})

export const diffShape = z.object({
  old_path: z.string(),
  new_path: z.string(),
  renamed_file: z.boolean(),
  deleted_file: z.boolean(),
})

/** https://docs.gitlab.com/api/repositories/#list-repository-tree: folders and submodules are in it, sizes are not. */
export const treeEntryShape = z.object({
  id: z.string(),
  type: z.enum(['tree', 'blob', 'commit']),
  path: z.string(),
  mode: z.string(),
})

export const userShape = z.object({ id: z.number(), username: z.string() })

export const pipelineShape = z.object({
  status: z.string(),
  source: z.string().nullish(),
  ref: z.string().nullish(),
})

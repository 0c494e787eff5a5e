import { z } from 'zod'
import type { Checks, Pull, Repository } from '../../forge.ts'

/** What Gitea answers, as far as it is used: https://docs.gitea.com/api/ */
export const repositoryAnswer = z
  .object({
    full_name: z.string(),
    default_branch: z.string(),
    empty: z.boolean(),
    clone_url: z.string(),
    html_url: z.string(),
    topics: z.array(z.string()).nullish(),
    size: z.number().optional(),
    archived: z.boolean(),
    fork: z.boolean(),
    mirror: z.boolean(),
    permissions: z.object({ push: z.boolean() }).nullish(),
    parent: z.object({ full_name: z.string() }).nullish(),
  })
  .transform((answer): Repository & { readonly parent: string | undefined } => ({
    path: answer.full_name,
    defaultBranch: answer.empty ? undefined : answer.default_branch,
    cloneUrl: answer.clone_url,
    webUrl: answer.html_url,
    topics: answer.topics ?? [],
    size: answer.size,
    isArchived: answer.archived,
    isFork: answer.fork,
    isMirror: answer.mirror,
    canPush: answer.permissions?.push ?? false,
    parent: answer.parent?.full_name,
  }))

/** The default of WORK_IN_PROGRESS_PREFIXES; `draft` tells of others. */
const draftPrefix = /^\s*(WIP:|\[WIP\])\s*/i

/** A draft is one by its title: https://docs.gitea.com/usage/pull-request#work-in-progress-pull-requests */
export const draftTitle = (title: string, isDraft: boolean) =>
  isDraft && !draftPrefix.test(title) ? `WIP: ${title}` : title

const people = z.array(z.object({ login: z.string() }).nullable()).nullish()

export const pullAnswer = z
  .object({
    number: z.number(),
    html_url: z.string(),
    state: z.enum(['open', 'closed']),
    merged: z.boolean(),
    draft: z.boolean().optional(),
    title: z.string(),
    body: z.string().nullish(),
    labels: z.array(z.object({ name: z.string() })).nullish(),
    mergeable: z.boolean(),
    merge_base: z.string().nullish(),
    head: z.object({
      label: z.string(),
      sha: z.string(),
      repo: z.object({ full_name: z.string() }).nullish(),
    }),
    base: z.object({ ref: z.string(), sha: z.string() }),
    assignees: people,
    requested_reviewers: people,
    requested_reviewers_teams: z.array(z.object({ name: z.string() }).nullable()).nullish(),
  })
  .transform((answer) => {
    const isDraft = answer.draft ?? draftPrefix.test(answer.title)
    const pull: Pull = {
      number: answer.number,
      url: answer.html_url,
      state: answer.merged ? 'merged' : answer.state,
      isDraft,
      title: isDraft ? answer.title.replace(draftPrefix, '') : answer.title,
      body: answer.body ?? '',
      // `ref` is the branch only as long as it is there.
      branch: answer.head.label,
      headRepository: answer.head.repo?.full_name,
      head: answer.head.sha,
      base: answer.base.ref,
      labels: answer.labels?.map(({ name }) => name) ?? [],
      hasConflicts: answer.state === 'open' ? hasConflicts(answer, isDraft) : undefined,
    }
    return {
      pull,
      assignees: loginsOf(answer.assignees),
      reviewers: loginsOf(answer.requested_reviewers),
      teams:
        answer.requested_reviewers_teams?.flatMap((team) => team?.name.toLowerCase() ?? []) ?? [],
    }
  })

/**
 * "Not mergeable" is said of drafts and of what is still to be looked at, too. Where the base has not moved there can't be a conflict.
 */
function hasConflicts(
  answer: {
    readonly mergeable: boolean
    readonly merge_base?: string | null | undefined
    readonly base: { readonly sha: string }
  },
  isDraft: boolean,
): boolean | undefined {
  if (answer.mergeable || answer.merge_base === answer.base.sha) return false
  return isDraft ? undefined : true
}

const loginsOf = (list: z.infer<typeof people>): readonly string[] =>
  list?.flatMap((person) => person?.login.toLowerCase() ?? []) ?? []

const ref = z.object({ ref: z.string(), object: z.object({ sha: z.string() }) })

/** One where its name is just what was asked for and no other begins so; else all that begin so. */
export const refsAnswer = z.union([z.array(ref), ref.transform((one) => [one])])

const parents = z.array(z.object({ sha: z.string() })).nullish()

export const commitAnswer = z.object({
  sha: z.string(),
  commit: z.object({ message: z.string() }),
  parents,
  files: z.array(z.object({ filename: z.string(), status: z.string() })).nullish(),
})

/** Of a change of many files. */
export const changeAnswer = z.object({ commit: z.object({ sha: z.string(), parents }) })

export const treeAnswer = z.object({
  tree: z
    .array(
      z.object({
        path: z.string(),
        mode: z.string(),
        type: z.string(),
        size: z.number().optional(),
        sha: z.string(),
      }),
    )
    .nullish(),
  truncated: z.boolean(),
  total_count: z.number(),
})

export const contentAnswer = z.object({
  sha: z.string(),
  type: z.string().optional(),
  content: z.string().nullish(),
  encoding: z.string().nullish(),
  target: z.string().nullish(),
})

export const statusAnswer = z
  .object({ state: z.string(), total_count: z.number() })
  .transform(({ state, total_count: count }): Checks => {
    // Without any check Gitea says "pending".
    if (count === 0) return 'none'
    if (state === 'error' || state === 'failure') return 'failing'
    return state === 'pending' ? 'pending' : 'passing'
  })

export const labelAnswer = z.object({ id: z.number(), name: z.string() })
export const nothing = z.unknown()

import { z } from 'zod'
import type { Pull, Repository } from '../../forge.ts'

/** What GitHub answers, as far as it is used: https://docs.github.com/en/rest?apiVersion=2022-11-28 */
export const repositoryAnswer = z
  .object({
    full_name: z.string(),
    default_branch: z.string(),
    clone_url: z.string(),
    html_url: z.string(),
    topics: z.array(z.string()).nullish(),
    size: z.number().nullish(),
    archived: z.boolean(),
    fork: z.boolean(),
    mirror_url: z.string().nullish(),
    permissions: z.object({ push: z.boolean() }).nullish(),
  })
  .transform((answer): Repository => ({
    path: answer.full_name,
    defaultBranch: answer.default_branch,
    cloneUrl: answer.clone_url,
    webUrl: answer.html_url,
    topics: answer.topics ?? [],
    size: answer.size ?? undefined,
    isArchived: answer.archived,
    isFork: answer.fork,
    isMirror: typeof answer.mirror_url === 'string',
    canPush: answer.permissions?.push ?? false,
  }))

const labels = z.array(z.object({ name: z.string() })).nullish()

export const pullAnswer = z
  .object({
    number: z.number(),
    html_url: z.string(),
    state: z.enum(['open', 'closed']),
    created_at: z.string(),
    merged_at: z.string().nullish(),
    draft: z.boolean().nullish(),
    title: z.string(),
    body: z.string().nullish(),
    labels,
    mergeable: z.boolean().nullish(),
    mergeable_state: z.string().nullish(),
    head: z.object({
      ref: z.string(),
      sha: z.string(),
      repo: z.object({ full_name: z.string() }).nullish(),
    }),
    base: z.object({ ref: z.string() }),
  })
  .transform((answer) => {
    const pull: Pull = {
      number: answer.number,
      url: answer.html_url,
      state: typeof answer.merged_at === 'string' ? 'merged' : answer.state,
      isDraft: answer.draft ?? false,
      title: answer.title,
      // Sent from a browser, bodies have CR LF.
      body: (answer.body ?? '').replaceAll('\r\n', '\n'),
      branch: answer.head.ref,
      headRepository: answer.head.repo?.full_name,
      head: answer.head.sha,
      base: answer.base.ref,
      labels: namesOf(answer.labels),
      hasConflicts: hasConflicts(answer.mergeable, answer.mergeable_state),
    }
    return { pull, createdAt: answer.created_at }
  })

/** Lists don't say it, and right after a push nobody knows it yet. */
function hasConflicts(
  mergeable: boolean | null | undefined,
  state: string | null | undefined,
): boolean | undefined {
  if (mergeable === true) return false
  return state === 'dirty' ? true : undefined
}

const namesOf = (list: z.infer<typeof labels>): readonly string[] =>
  list?.map(({ name }) => name) ?? []

export const labelsAnswer = labels.transform(namesOf)

export const assigneesAnswer = z
  .object({ assignees: z.array(z.object({ login: z.string() })).nullish() })
  .transform(({ assignees }) => assignees?.map(({ login }) => login.toLowerCase()) ?? [])

export const branchAnswer = z.object({
  name: z.string(),
  commit: z.object({
    sha: z.string(),
    commit: z.object({ tree: z.object({ sha: z.string() }) }).optional(),
  }),
})

export const objectAnswer = z.object({ sha: z.string() })

export const refAnswer = z.object({ object: objectAnswer })

/** A pull request or a comment of which nothing more is needed. */
export const writtenAnswer = z.object({ id: z.number() })

export const gitCommitAnswer = z.object({ tree: objectAnswer })

export const commitAnswer = z.object({
  sha: z.string(),
  commit: z.object({ message: z.string() }),
  parents: z.array(objectAnswer),
  files: z
    .array(
      z.object({
        filename: z.string(),
        sha: z.string().nullish(),
        status: z.string(),
        previous_filename: z.string().optional(),
      }),
    )
    .optional(),
})

export const treeAnswer = z.object({
  truncated: z.boolean(),
  tree: z.array(
    z.object({
      path: z.string(),
      mode: z.string(),
      type: z.string(),
      sha: z.string(),
      size: z.number().optional(),
    }),
  ),
})

export const blobAnswer = z.object({ content: z.string(), encoding: z.string() })

export const runsAnswer = z.object({
  check_runs: z.array(z.object({ status: z.string(), conclusion: z.string().nullish() })),
})

export const statusAnswer = z.object({ state: z.string(), total_count: z.number() })

export const searchAnswer = z.object({
  total_count: z.number(),
  incomplete_results: z.boolean(),
  items: z.array(repositoryAnswer),
})

export const nothing = z.unknown()

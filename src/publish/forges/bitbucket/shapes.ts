import { z } from 'zod'
import type { Pull, Repository } from '../../forge.ts'

export const accountShape = z.object({
  uuid: z.string().optional(),
  account_id: z.string().optional(),
  username: z.string().optional(),
  nickname: z.string().optional(),
  display_name: z.string().optional(),
})
export type Account = z.infer<typeof accountShape>

const link = z.object({ href: z.string() })

export const repositoryShape = z.object({
  full_name: z.string(),
  size: z.number().nullish(),
  mainbranch: z.object({ name: z.string() }).nullish(),
  parent: z.object({ full_name: z.string() }).nullish(),
  owner: accountShape.nullish(),
  links: z.object({ html: link }),
})
export type BitbucketRepository = z.infer<typeof repositoryShape>

/**
 * Bitbucket has no topics, archives or mirrors. Nor does it say with a repository what a token may do to it: with one, the push will
 * tell.
 */
export function toRepository(
  found: BitbucketRepository,
  origin: string,
  hasToken: boolean,
): Repository {
  return {
    path: found.full_name,
    defaultBranch: found.mainbranch?.name,
    // The address that it gives has the user's name in it.
    cloneUrl: `${origin}/${found.full_name}.git`,
    webUrl: found.links.html.href,
    topics: [],
    size: typeof found.size !== 'number' ? undefined : Math.ceil(found.size / 1024),
    isArchived: false,
    isFork: Boolean(found.parent),
    isMirror: false,
    canPush: hasToken,
  }
}

const endpointShape = z.object({
  branch: z.object({ name: z.string() }),
  commit: z.object({ hash: z.string() }).nullish(),
  repository: z.object({ full_name: z.string() }).nullish(),
})

export const pullShape = z.object({
  id: z.number(),
  title: z.string(),
  description: z.string().nullish(),
  state: z.enum(['OPEN', 'MERGED', 'DECLINED', 'SUPERSEDED']),
  draft: z.boolean().default(false),
  source: endpointShape,
  destination: endpointShape,
  links: z.object({ html: link }),
  reviewers: z.array(accountShape).default([]),
})
export type PullRequest = z.infer<typeof pullShape>

/** `head`: the whole id of the source commit. */
export function toPull(found: PullRequest, head: string): Pull {
  const isOpen = found.state === 'OPEN'
  return {
    number: found.id,
    url: found.links.html.href,
    state: isOpen ? 'open' : found.state === 'MERGED' ? 'merged' : 'closed',
    isDraft: found.draft,
    title: found.title,
    body: found.description ?? '',
    branch: found.source.branch.name,
    headRepository: found.source.repository?.full_name,
    head,
    base: found.destination.branch.name,
    labels: [],
    hasConflicts: undefined,
  }
}

export const branchShape = z.object({ target: z.object({ hash: z.string() }) })

export const commitShape = z.object({
  hash: z.string(),
  message: z.string(),
  parents: z.array(z.object({ hash: z.string() })).default([]),
})

const fileShape = z.object({ path: z.string() }).nullish()

export const diffStatShape = z.object({
  status: z.string(),
  old: fileShape,
  new: fileShape,
})

export const statusShape = z.object({
  key: z.string(),
  state: z.enum(['FAILED', 'INPROGRESS', 'STOPPED', 'SUCCESSFUL']),
})

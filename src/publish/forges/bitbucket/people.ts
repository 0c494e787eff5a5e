import { ForgeError } from '../../forge-error.ts'
import type { Repository } from '../../forge.ts'
import type { BitbucketApi } from './api.ts'
import type { Account } from './shapes.ts'

export interface Reviewers {
  readonly reviewers: readonly { readonly uuid: string }[]
  readonly complaints: readonly string[]
}

/**
 * Bitbucket knows people by their uuid alone; nicknames and display names are looked for among the workspace's members. A name that
 * nobody has is a complaint.
 */
export async function findReviewers(
  api: BitbucketApi,
  { path }: Repository,
  names: readonly string[],
): Promise<Reviewers> {
  const reviewers: { uuid: string }[] = []
  const complaints: string[] = []
  const [workspace = ''] = path.split('/')
  for (const name of names) {
    const uuid = isUuid(name) ? name : await uuidOf(api, workspace, name)
    if (uuid !== undefined) reviewers.push({ uuid })
    else complaints.push(`${name} could not be asked for a review: not a member of ${workspace}.`)
  }
  return { reviewers, complaints }
}

const isUuid = (name: string) => /^\{[0-9a-f-]{36}\}$/i.test(name)

async function uuidOf(
  api: BitbucketApi,
  workspace: string,
  name: string,
): Promise<string | undefined> {
  const members = await api.members(workspace).catch((error: unknown): readonly Account[] => {
    // Access tokens may not see who is in a workspace.
    if (error instanceof ForgeError && error.problem === 'forbidden') return []
    throw error
  })
  const wanted = name.toLowerCase()
  const found = members.find(({ nickname, display_name, account_id }) =>
    [nickname, display_name, account_id].some((known) => known?.toLowerCase() === wanted),
  )
  return found?.uuid
}

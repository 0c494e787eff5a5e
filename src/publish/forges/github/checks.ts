import type { z } from 'zod'
import { ForgeError } from '../../forge-error.ts'
import type { Checks, Repository } from '../../forge.ts'
import { runsAnswer, statusAnswer } from './answers.ts'
import { type GithubClient, placeOf } from './client.ts'

type Run = z.infer<typeof runsAnswer>['check_runs'][number]

/** https://docs.github.com/en/rest/checks/runs#list-check-runs-for-a-git-reference */
const good = new Set(['success', 'neutral', 'skipped'])

/** What check runs and commit statuses, the older way, say together. */
export async function readChecks(
  client: GithubClient,
  repository: Repository,
  commit: string,
): Promise<Checks> {
  const place = { ...placeOf(repository), commit }
  const found = [...(await readRuns(client, place)), await readStatus(client, place)]
  if (found.includes('failing')) return 'failing'
  if (found.includes('pending')) return 'pending'
  return found.includes('passing') ? 'passing' : 'none'
}

interface Place {
  readonly owner: string
  readonly repo: string
  readonly commit: string
}

async function readRuns(client: GithubClient, place: Place): Promise<readonly Checks[]> {
  const route = 'GET /repos/{owner}/{repo}/commits/{commit}/check-runs'
  const runs: Checks[] = []
  const read = async () => {
    for await (const page of client.pages(route, { ...place }, runsAnswer)) {
      runs.push(...page.check_runs.map(stateOf))
    }
    return runs
  }
  return (await orUndefined(read())) ?? []
}

function stateOf({ status, conclusion }: Run): Checks {
  // A stale one is to run again.
  if (status !== 'completed' || conclusion === 'stale') return 'pending'
  return good.has(conclusion ?? '') ? 'passing' : 'failing'
}

async function readStatus(client: GithubClient, place: Place): Promise<Checks> {
  const route = 'GET /repos/{owner}/{repo}/commits/{commit}/status'
  const status = await orUndefined(client.find(route, { ...place }, statusAnswer))
  // Without any status GitHub says "pending".
  if (status === undefined || status.total_count === 0) return 'none'
  if (status.state === 'pending') return 'pending'
  return status.state === 'success' ? 'passing' : 'failing'
}

/** Each of the two needs a permission of its own, which tokens with few of them may lack. */
async function orUndefined<T>(read: Promise<T>): Promise<T | undefined> {
  try {
    return await read
  } catch (error) {
    if (error instanceof ForgeError && error.problem === 'forbidden') return undefined
    throw error
  }
}

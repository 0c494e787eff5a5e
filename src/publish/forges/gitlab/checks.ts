import { z } from 'zod'
import { ForgeError } from '../../forge-error.ts'
import type { Checks, Repository } from '../../forge.ts'
import { type GitlabApi, readGitlab } from './api.ts'
import { pipelineShape } from './shapes.ts'

/**
 * What a commit's pipelines say: https://docs.gitlab.com/api/pipelines/#list-project-pipelines. A pipeline knows which of its jobs may
 * fail; statuses that other programs report make a pipeline of their own.
 */
export async function readChecks(
  { gitlab }: GitlabApi,
  repository: Repository,
  commit: string,
): Promise<Checks> {
  try {
    const answer = await gitlab.Pipelines.all(repository.path, { sha: commit, perPage: 100 })
    const pipelines = readGitlab(z.array(pipelineShape), answer, 'The pipelines')
    const newest = new Map<string, string>()
    for (const { status, source, ref } of pipelines) {
      const key = `${source ?? ''} ${ref ?? ''}`
      if (!newest.has(key)) newest.set(key, status)
    }
    return summed([...newest.values()])
  } catch (error) {
    // Without CI there is nothing to see, which is how GitLab says it.
    const isClosed = error instanceof ForgeError && error.problem === 'forbidden'
    if (isClosed || (error instanceof ForgeError && error.problem === 'not-found')) return 'none'
    throw error
  }
}

function summed(statuses: readonly string[]): Checks {
  const known = statuses.filter((status) => status !== 'skipped')
  if (known.length === 0) return 'none'
  if (known.some((status) => ['failed', 'canceled', 'canceling'].includes(status))) return 'failing'
  return known.every((status) => status === 'success') ? 'passing' : 'pending'
}

import { z } from 'zod'
import { ForgeError } from '../../forge-error.ts'
import type { Repository } from '../../forge.ts'
import { labelAnswer } from './answers.ts'
import { type GiteaApi, numbered, routeOf } from './api.ts'
import { encodeFilePath } from '../rest/rest-path.ts'

/** Ids of labels by their names, asked once for a repository; what is missing is made. */
export interface GiteaLabels {
  readonly idsOf: (
    repository: Repository,
    names: readonly string[],
  ) => Promise<{ readonly ids: readonly number[]; readonly complaints: readonly string[] }>
}

const grey = '#ededed'

export function createLabels(api: GiteaApi): GiteaLabels {
  const known = new Map<string, Promise<Map<string, number>>>()
  const knownOf = (repository: Repository) => {
    const ids = known.get(repository.path) ?? readLabels(api, repository)
    known.set(repository.path, ids)
    return ids
  }

  return {
    idsOf: async (repository, names) => {
      if (names.length === 0) return { ids: [], complaints: [] }
      const byName = await knownOf(repository)
      const ids: number[] = []
      const complaints: string[] = []
      for (const name of names) {
        try {
          const id = byName.get(name.toLowerCase()) ?? (await makeLabel(api, repository, name))
          byName.set(name.toLowerCase(), id)
          ids.push(id)
        } catch (error) {
          if (!(error instanceof ForgeError) || error.problem === 'interrupted') throw error
          complaints.push(
            `The label ${name} is not in ${repository.path} and could not be made: ${error.message}`,
          )
        }
      }
      return { ids, complaints }
    },
  }
}

/** Those of the repository go before those of its organisation. */
async function readLabels(
  { client }: GiteaApi,
  repository: Repository,
): Promise<Map<string, number>> {
  const byName = new Map<string, number>()
  const [owner = ''] = repository.path.split('/')
  for (const route of [`/orgs/${encodeFilePath(owner)}/labels`, `${routeOf(repository)}/labels`]) {
    try {
      for await (const page of client.pages(route, z.array(labelAnswer), numbered(route, {}))) {
        for (const { id, name } of page) byName.set(name.toLowerCase(), id)
      }
    } catch (error) {
      // A user has no labels.
      if (!(error instanceof ForgeError && error.problem === 'not-found')) throw error
    }
  }
  return byName
}

async function makeLabel(
  { client }: GiteaApi,
  repository: Repository,
  name: string,
): Promise<number> {
  const body = { name, color: grey }
  return (await client.write('POST', `${routeOf(repository)}/labels`, body, labelAnswer)).id
}

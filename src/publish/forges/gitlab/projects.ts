import { z } from 'zod'
import { ForgeError } from '../../forge-error.ts'
import type { Repository, Selection } from '../../forge.ts'
import { findOrNone, type GitlabApi, readGitlab } from './api.ts'
import { projectShape, toRepository } from './shapes.ts'

const perPage = 100

export async function readProject(
  { gitlab }: GitlabApi,
  path: string,
): Promise<Repository | undefined> {
  const answer = await findOrNone(gitlab.Projects.show(path, { statistics: true }))
  const project = readGitlab(projectShape.optional(), answer, 'A project')
  return project && toRepository(project)
}

/**
 * Projects of a group with its subgroups, or of a user; without either, those that the token's owner is a member of. GitLab has no
 * search language: `query` is a part of a name.
 */
export async function* listProjects(
  api: GitlabApi,
  selection: Selection,
): AsyncGenerator<Repository> {
  for (let page: number | undefined = 1; page !== undefined;) {
    const answer = await readPage(api, selection, page)
    const shape = z.object({
      data: z.array(projectShape),
      paginationInfo: z.object({ next: z.number().nullable() }),
    })
    const { data, paginationInfo } = readGitlab(shape, answer, 'The projects')
    for (const project of data) yield toRepository(project)
    page = paginationInfo.next ?? undefined
  }
}

async function readPage(
  { gitlab }: GitlabApi,
  { org, topic, query }: Selection,
  page: number,
): Promise<unknown> {
  const options = {
    ...(topic === undefined ? {} : { topic }),
    ...(query === undefined ? {} : { search: query }),
    orderBy: 'id',
    sort: 'asc',
    perPage,
    page,
    showExpanded: true,
  } as const
  if (org === undefined) {
    return await gitlab.Projects.all({ ...options, membership: true, statistics: true })
  }
  // The groups' list has no statistics; that of a user has, for its owner.
  const inGroup = { ...options, includeSubgroups: true }
  const found = await findOrNone(gitlab.Groups.allProjects(org, inGroup))
  return found ?? (await gitlab.Users.allProjects(org, options))
}

/** How long GitLab may take to copy a repository, in milliseconds, and how often it is asked. */
const forkPatience = 120_000
const forkBetween = 2000

/**
 * The token owner's copy. GitLab's REST API can't bring an old one up to date, and need not: a commit in a fork may stand on one of the
 * original (`start_project`), which is what `push` does from here on.
 */
export async function forkProject(api: GitlabApi, repository: Repository): Promise<Repository> {
  const { gitlab, originals } = api
  const owned = await gitlab.Projects.allForks(repository.path, { owned: true })
  const [own] = readGitlab(z.array(projectShape), owned, 'The forks')
  const fork =
    own ?? readGitlab(projectShape, await gitlab.Projects.fork(repository.path), 'A fork')
  if (own === undefined) await untilCopied(api, fork.path_with_namespace)
  const copy = await readProject(api, fork.path_with_namespace)
  if (copy === undefined) throw new ForgeError('server', 'GitLab made a fork and does not show it.')
  originals.set(copy.path, repository.path)
  return copy
}

async function untilCopied({ gitlab, settings }: GitlabApi, path: string): Promise<void> {
  const { machine } = settings
  const end = machine.now() + forkPatience
  while (machine.now() < end) {
    const project = readGitlab(projectShape, await gitlab.Projects.show(path), 'A fork')
    const status = project.import_status ?? 'none'
    if (status === 'finished' || status === 'none') return
    if (status === 'failed') throw new ForgeError('server', `GitLab could not copy into ${path}.`)
    await machine.sleep(forkBetween)
  }
  throw new ForgeError('server', `GitLab is still copying into ${path}: try again later.`)
}

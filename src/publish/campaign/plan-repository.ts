import { posix } from 'node:path'
import { isDockerfileName } from '../../project/dockerfile-name.ts'
import type { FileReport } from '../../report/file-report.ts'
import { besideContext } from '../../report/json/json-report.ts'
import { findTemplate } from '../body/find-template.ts'
import { findCodeOwners, readCodeOwners } from '../code-owners.ts'
import type { FileChange, Repository } from '../forge.ts'
import { migrateTree } from '../sources/migrate-tree.ts'
import type { Tree, TreeEntry, TreeSource } from '../sources/tree.ts'
import { blobId, contentHash } from '../content.ts'
import { groupServices, isInShard, type Service } from './service.ts'
import type { Campaign } from './settings.ts'

/** A service, and what would be changed for it at a commit. */
export interface ServicePlan {
  readonly service: Service
  /** In the order of the service's Dockerfiles; paths from the root of the repository. */
  readonly reports: readonly FileReport[]
  /** Empty where nothing is to be changed. */
  readonly files: readonly FileChange[]
  readonly content: string | undefined
  /** A hash of what the files replace. */
  readonly input: string | undefined
  /** Why nothing can be committed, although something would change. */
  readonly problem: string | undefined
}

/** What came of a repository at a commit. */
export interface RepositoryPlan {
  readonly base: string
  readonly services: readonly ServicePlan[]
  /** The text of the repository's own template for pull requests. */
  readonly template: string | undefined
}

/** A service that can't be brought into a commit; the message is a sentence for the user. */
export class PlanError extends Error {
  override readonly name = 'PlanError'
}

/** Reads a commit of a repository, and migrates its Dockerfiles. Throws ForgeError. */
export async function planRepository(
  campaign: Campaign,
  repository: Repository,
  base: string,
): Promise<RepositoryPlan> {
  const source = campaign.openSource(repository, base)
  try {
    const tree = await source.tree()
    const paths = tree.entries.map(({ path }) => path)
    const { choice, migrate } = campaign
    const { kind } = campaign.forge
    const owners = choice.grouping === 'owner' ? findCodeOwners(paths, kind) : undefined
    const template = findTemplate(paths, kind)
    const texts = await readTexts(source, tree, [owners, template])
    const ownersText = owners && texts.get(owners)
    const ownersOf = ownersText === undefined ? () => [] : readCodeOwners(ownersText, kind)
    const services = groupServices(dockerfilesOf(tree, campaign.isWanted), {
      by: choice.grouping,
      prefix: choice.branchPrefix,
      ownersOf,
    }).filter((service) => isOurs(campaign, repository, service))
    const groups = services.map(({ dockerfiles }) => dockerfiles)
    const reports = groups.length === 0 ? [] : await migrateTree(source, groups, migrate)
    return {
      base,
      template: template && texts.get(template),
      services: services.map((service, index) =>
        planService(service, reports[index] ?? [], tree, base),
      ),
    }
  } finally {
    await source.close()
  }
}

function isOurs({ choice, forge }: Campaign, repository: Repository, service: Service): boolean {
  const id = `${forge.host}/${repository.path}#${service.key}`
  return choice.shard === undefined || isInShard(id, choice.shard)
}

/** Dockerfiles that a search of a checkout would find: no links, nothing below node_modules. */
function dockerfilesOf(tree: Tree, isWanted: Campaign['isWanted']): readonly string[] {
  return tree.entries
    .filter(({ path, mode }) => {
      const isPlain = mode === '100644' || mode === '100755'
      return (
        isPlain &&
        isDockerfileName(posix.basename(path)) &&
        !path.split('/').includes('node_modules')
      )
    })
    .map(({ path }) => path)
    .filter(isWanted)
}

async function readTexts(
  source: TreeSource,
  tree: Tree,
  paths: readonly (string | undefined)[],
): Promise<ReadonlyMap<string, string>> {
  const entries = tree.entries.filter(({ path }) => paths.includes(path))
  if (entries.length === 0) return new Map()
  const contents = await source.blobs(entries)
  return new Map(
    entries.flatMap(({ path, id }): [string, string][] => {
      const content = contents.get(id)
      return content === undefined ? [] : [[path, Buffer.from(content).toString('utf8')]]
    }),
  )
}

/** The plan of a service from the reports of its Dockerfiles. */
export function planService(
  service: Service,
  reports: readonly FileReport[],
  tree: Tree,
  base: string,
): ServicePlan {
  const entries = new Map(tree.entries.map((entry) => [entry.path, entry]))
  try {
    const files = changedFiles(reports, entries)
    const ids = files.map(({ path, content }) => ({ path, id: blobId(content, base) }))
    const content = files.length === 0 ? undefined : contentHash(ids)
    const input = contentHash(files.map(({ path, replaces }) => ({ path, id: replaces })))
    return { service, reports, files, content, input, problem: undefined }
  } catch (error) {
    if (!(error instanceof PlanError)) throw error
    return {
      service,
      reports,
      files: [],
      content: undefined,
      input: undefined,
      problem: error.message,
    }
  }
}

/** Each file once, with its last text: of several Dockerfiles that share an ignore file, the later one adds to what the earlier wrote. */
function changedFiles(
  reports: readonly FileReport[],
  entries: ReadonlyMap<string, TreeEntry>,
): readonly FileChange[] {
  const texts = new Map<string, string>()
  for (const { path, context, result } of reports) {
    if (result.outcome !== 'migrated') continue
    for (const other of result.otherFiles)
      texts.set(besideContext(context, other.path), other.after)
    if (result.after !== result.before) texts.set(path, result.after)
  }
  return [...texts].map(([path, content]) => {
    const entry = entries.get(path)
    // The text would become the link's target.
    if (entry?.mode === '120000' || entry?.mode === '160000')
      throw new PlanError(`${path} is a link in this repository, and can't be written by a commit.`)
    if (path.startsWith('../')) throw new PlanError(`${path} lies outside of the repository.`)
    return { path, content, mode: entry?.mode ?? '100644', replaces: entry?.id }
  })
}

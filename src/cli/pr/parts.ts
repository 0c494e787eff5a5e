import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import type { Campaign, Target } from '../../publish/campaign/settings.ts'
import { ForgeError } from '../../publish/forge-error.ts'
import { gitBeside } from '../../publish/sources/git-beside.ts'
import { createGit } from '../../publish/sources/git-process.ts'
import { openSource } from '../../publish/sources/open-source.ts'
import type { CliOptions, PrChoice } from '../cli-options.ts'
import type { Surroundings } from '../migrate/surroundings.ts'
import { UsageError } from '../usage-error.ts'
import { connect, connectByGit, type Connection, type Told } from './connect.ts'
import {
  findLocalRepository,
  type LocalRepository,
  localSource,
  wantedDockerfiles,
} from './local-repository.ts'
import { isFleetChoice } from './pr-arguments.ts'
import { defaultOrigin, listTargets, readRepositoryList } from './targets.ts'

/** The repositories of one host (by git alone: one repository), and how they are read. */
export interface Part {
  readonly connection: Connection
  readonly targets: () => Promise<readonly Target[]>
  readonly openSource: Campaign['openSource']
  readonly isWanted: Campaign['isWanted']
  /** Removes what it needed on this machine. */
  readonly close: () => void
}

/** Everything that a `pr` command is about. */
export interface Scope {
  readonly parts: readonly Part[]
  /** The repository around the working directory, where that is meant. */
  readonly local: LocalRepository | undefined
  /** Hosts that can't be reached, in a sentence each. */
  readonly failures: readonly string[]
}

/** Finds out which hosts and repositories are meant. Throws UsageError, ForgeError. */
export async function openScope(
  options: CliOptions,
  pr: PrChoice,
  around: Surroundings,
  told: Told,
): Promise<Scope> {
  if (!isFleetChoice(pr)) {
    const local = await findLocalRepository(pr.remote, around)
    return { parts: [await localPart(options, pr, around, local, told)], local, failures: [] }
  }
  const origin = defaultOrigin(pr, around.env)
  if (pr.repos === undefined)
    return {
      parts: [await hostPart(origin, undefined, pr, around, told)],
      local: undefined,
      failures: [],
    }
  const byOrigin = new Map<string, string[]>()
  for (const place of await readRepositoryList(pr.repos, origin, around)) {
    const paths = byOrigin.get(place.origin)
    if (paths) paths.push(place.path)
    else byOrigin.set(place.origin, [place.path])
  }
  const parts: Part[] = []
  const failures: string[] = []
  for (const [each, paths] of byOrigin) {
    try {
      parts.push(
        ...(pr.pushOnly
          ? paths.map((path) => gitPart(each, path, around))
          : [await hostPart(each, paths, pr, around, told)]),
      )
    } catch (error) {
      // Of several hosts, one that does not answer must not stop the others.
      const isOne = byOrigin.size === 1
      if (isOne || !(error instanceof UsageError || error instanceof ForgeError)) throw error
      failures.push(`${new URL(each).host}: ${error.message}`)
    }
  }
  return { parts, local: undefined, failures }
}

async function hostPart(
  origin: string,
  paths: readonly string[] | undefined,
  pr: PrChoice,
  around: Surroundings,
  told: Told,
): Promise<Part> {
  const connection = await connect(origin, pr, around, { isHostGiven: origin === pr.host, ...told })
  const { forge, git } = connection
  return {
    connection,
    targets: () =>
      paths === undefined
        ? listTargets(forge, pr)
        : Promise.resolve(paths.map((path) => ({ path }))),
    openSource: (repository, commit) =>
      openSource(forge, repository, commit, { git, temporary: tmpdir() }),
    isWanted: () => true,
    close: () => undefined,
  }
}

async function localPart(
  options: CliOptions,
  pr: PrChoice,
  around: Surroundings,
  local: LocalRepository,
  told: Told,
): Promise<Part> {
  const { remote, url, place } = local
  const isWanted = await wantedDockerfiles(options.paths, local, around, options.allowUnmatched)
  if (place === undefined && !pr.pushOnly)
    throw new UsageError(
      `the remote ${remote} is no host; --push-only pushes branches without pull requests`,
    )
  const origin = pr.host ?? place?.origin ?? ''
  const beside = await gitBeside(createGit(around), local.folder, around.env, tmpdir())
  const { folder } = beside
  const by = { ...around, env: beside.env }
  const connection = pr.pushOnly
    ? connectByGit(folder, url, place?.host ?? 'this machine', by)
    : await connect(origin, pr, by, { isHostGiven: pr.host !== undefined, ...told })
  return {
    connection,
    targets: () => Promise.resolve([{ path: place?.path ?? basename(local.folder) }]),
    openSource: (_, commit) => localSource(connection.git, { ...beside, url }, commit),
    isWanted,
    close: beside.close,
  }
}

/** A repository of a fleet by git alone, in a folder of its own. */
function gitPart(origin: string, path: string, around: Surroundings): Part {
  const folder = mkdtempSync(join(tmpdir(), 'msb-migrate-git-'))
  const remote = `${origin}/${path}.git`
  const connection = connectByGit(folder, remote, new URL(origin).host, around)
  const { git } = connection
  return {
    connection,
    targets: async () => {
      await git.run(folder, ['init', '--quiet', '--bare', '.'])
      return [{ path }]
    },
    openSource: (_, commit) => localSource(git, { folder, url: remote, isPartial: false }, commit),
    isWanted: () => true,
    close: () => rmSync(folder, { recursive: true, force: true }),
  }
}

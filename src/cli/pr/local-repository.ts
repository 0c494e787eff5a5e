import { relative, resolve } from 'node:path'
import { ForgeError } from '../../publish/forge-error.ts'
import { readRemoteUrl, type RemotePlace } from '../../publish/remote-url.ts'
import { createGit, type Git } from '../../publish/sources/git-process.ts'
import { gitSource } from '../../publish/sources/git-source.ts'
import type { TreeSource } from '../../publish/sources/tree.ts'
import { listGitFiles } from '../../project/git/git.ts'
import { prActions } from '../cli-options.ts'
import { didYouMean } from '../did-you-mean.ts'
import { findDockerfiles } from '../migrate/find-dockerfiles.ts'
import type { Surroundings } from '../migrate/surroundings.ts'
import { UsageError } from '../usage-error.ts'

/** The repository around the working directory. */
export interface LocalRepository {
  /** The top folder of the work tree. */
  readonly folder: string
  /** Where git keeps its own files. */
  readonly gitFolder: string
  readonly remote: string
  /** Of the remote; a path is absolute. */
  readonly url: string
  /** Undefined where the remote is no host: a path of this machine. */
  readonly place: RemotePlace | undefined
}

/** Finds the repository and its remote. Throws UsageError where there is none. */
export async function findLocalRepository(
  remote: string,
  around: Surroundings,
): Promise<LocalRepository> {
  const git = createGit({ env: around.env, interrupt: around.interrupt })
  const ask = async (...args: readonly string[]): Promise<string> =>
    (await git.run(around.cwd, args)).toString().trim()
  const folder = await ask('rev-parse', '--show-toplevel').catch((error: unknown) => {
    if (error instanceof ForgeError && error.problem !== 'interrupted')
      throw new UsageError(
        'pr without --repos, --org or --query works in a git repository, and here is none',
      )
    throw error
  })
  const gitFolder = await ask('rev-parse', '--absolute-git-dir')
  const url = await ask('remote', 'get-url', remote).catch(() => undefined)
  if (url === undefined)
    throw new UsageError(`there is no remote ${remote} in this repository; --remote names another`)
  const place = readRemoteUrl(url)
  const isPath = place === undefined && !url.includes('://')
  return { folder, gitFolder, remote, url: isPath ? resolve(folder, url) : url, place }
}

interface LocalClone {
  readonly folder: string
  readonly url: string
  /** Does it lack objects, which the remote gives? */
  readonly isPartial: boolean
}

/** A commit of the remote, read from a repository on this machine, to which it is fetched if need be. No branch of it changes. */
export function localSource(
  git: Git,
  { folder, url, isPartial }: LocalClone,
  commit: string,
): TreeSource {
  const source = gitSource({
    git,
    folder,
    commit,
    remote: isPartial ? url : undefined,
    isTemporary: false,
  })
  let fetched: Promise<void> | undefined
  return {
    ...source,
    tree: async () => {
      await (fetched ??= fetchCommit(git, folder, url, commit))
      return source.tree()
    },
  }
}

async function fetchCommit(git: Git, folder: string, url: string, commit: string): Promise<void> {
  const isHere = await git.run(folder, ['cat-file', '-e', `${commit}^{tree}`]).then(
    () => true,
    () => false,
  )
  if (isHere) return
  await git.run(folder, ['fetch', '--quiet', '--no-tags', '--no-write-fetch-head', url, commit])
}

/** Which Dockerfiles of the repository the paths of the command line mean. Throws UsageError where one matches nothing. */
export async function wantedDockerfiles(
  paths: readonly string[],
  { folder }: LocalRepository,
  { cwd }: Surroundings,
  allowUnmatched: boolean,
): Promise<(path: string) => boolean> {
  const toRoot = (path: string): string =>
    relative(folder, resolve(cwd, path)).split('\\').join('/')
  if (paths.length === 0) {
    const here = toRoot('.')
    return (path) => here === '' || path.startsWith(`${here}/`)
  }
  const found = await findDockerfiles(paths, cwd, listGitFiles)
  if (found.unmatched.length > 0 && !allowUnmatched) {
    const names = found.unmatched.map((path) => JSON.stringify(path)).join(', ')
    const near = didYouMean(found.unmatched[0] ?? '', prActions)
    throw new UsageError(`no Dockerfile at ${names}${near}; --allow-unmatched accepts that`)
  }
  const wanted = new Set(found.paths.map(toRoot))
  return (path) => wanted.has(path)
}

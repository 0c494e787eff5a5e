import { rm } from 'node:fs/promises'
import { readBatch, readTree } from '../../project/git/git-answers.ts'
import type { Git } from './git-process.ts'
import type { Tree, TreeEntry, TreeSource } from './tree.ts'

/** A repository that has a commit's trees, and some or all of its files. */
export interface GitSourceSettings {
  readonly git: Git
  /** The repository's folder. */
  readonly folder: string
  readonly commit: string
  /** The remote, by name or URL, that gives files that are not in the folder; undefined where all are. */
  readonly remote: string | undefined
  /** Is the folder ours, to be removed? */
  readonly isTemporary: boolean
}

/** Files of a commit by git alone: one `ls-tree`, then one `fetch` for all files that are asked for at a time. */
export function gitSource(settings: GitSourceSettings): TreeSource {
  const { git, folder, commit, remote, isTemporary } = settings
  const here = new Set<string>()
  return {
    tree: async () => {
      const out = await git.run(folder, ['ls-tree', '-r', '-z', '--full-tree', commit])
      return { commit, entries: toEntries(out) }
    },
    blobs: async (entries) => {
      const wanted = [...new Set(entries.filter(hasContent).map(({ id }) => id))]
      const absent = wanted.filter((id) => !here.has(id))
      if (remote !== undefined && absent.length > 0) {
        // As git itself fetches what a partial clone lacks, but all at once.
        const args = ['--no-tags', '--no-write-fetch-head', '--filter=blob:none', '--stdin']
        const noop = ['-c', 'fetch.negotiationAlgorithm=noop']
        await git.run(folder, [...noop, 'fetch', '--quiet', ...args, remote], lines(absent))
      }
      for (const id of absent) here.add(id)
      return readBatch(await git.run(folder, ['cat-file', '--batch'], lines(wanted)))
    },
    close: async () => {
      if (isTemporary) await rm(folder, { recursive: true, force: true })
    },
  }
}

/** Whole files up to this size come along with the first fetch of a small repository, in bytes; the core reads no larger ones. */
const largest = 2 * 1024 * 1024

/**
 * Fetches one commit without its history into an empty folder: with its files where the repository is small, else without. Gives
 * the source. Throws ForgeError.
 */
export async function fetchCommit(options: {
  readonly git: Git
  readonly folder: string
  readonly url: string
  readonly commit: string
  readonly isSmall: boolean
}): Promise<TreeSource> {
  const { git, folder, url, commit, isSmall } = options
  const format = commit.length === 64 ? ['--object-format=sha256'] : []
  await git.run(folder, ['init', '--quiet', '--bare', ...format, '.'])
  await git.run(folder, ['config', 'remote.origin.url', url])
  const filter = isSmall ? `--filter=blob:limit=${largest + 1}` : '--filter=blob:none'
  const args = ['--quiet', '--depth=1', '--no-tags', filter]
  await git.run(folder, ['fetch', ...args, 'origin', commit])
  const remote = isSmall ? undefined : 'origin'
  return gitSource({ git, folder, commit, remote, isTemporary: true })
}

function hasContent({ mode }: TreeEntry): boolean {
  return mode !== '160000'
}

function lines(ids: readonly string[]): string {
  return ids.map((id) => `${id}\n`).join('')
}

function toEntries(out: Buffer): Tree['entries'] {
  return readTree(out).flatMap(({ path, mode, id }) => {
    const known = modes.find((each) => each === mode)
    return known === undefined ? [] : [{ path, mode: known, id, size: undefined }]
  })
}

const modes = ['100644', '100755', '120000', '160000'] as const

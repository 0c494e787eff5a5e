import { mkdtemp } from 'node:fs/promises'
import { join } from 'node:path'
import type { Forge, Repository } from '../forge.ts'
import { fetchCommit } from './git-source.ts'
import type { Git } from './git-process.ts'
import type { Tree, TreeEntry, TreeSource } from './tree.ts'

/** What reading a repository takes from the machine. */
export interface SourceSettings {
  readonly git: Git
  /** The folder for temporary files. */
  readonly temporary: string
}

/** Kilobytes up to which a repository's files come along with its commit. */
const small = 20_000

/**
 * The files of a repository's commit, by the way that takes the fewest requests: the host's API where it gives many files at once, else
 * a shallow fetch by git, with all files of a small repository or with those alone that are asked for. Nothing is read yet.
 */
export function openSource(
  forge: Forge,
  repository: Repository,
  commit: string,
  settings: SourceSettings,
): TreeSource {
  let opened: Promise<TreeSource> | undefined
  let tree: Promise<Tree> | undefined
  const byGit = (): Promise<TreeSource> =>
    (opened ??= mkdtemp(join(settings.temporary, 'msb-migrate-git-')).then((folder) =>
      fetchCommit({
        git: settings.git,
        folder,
        url: repository.cloneUrl,
        commit,
        isSmall: repository.size !== undefined && repository.size <= small,
      }),
    ))
  const readTree = async (): Promise<Tree> => {
    const given = forge.givesManyFiles ? await forge.tree(repository, commit) : undefined
    return given ?? (await byGit()).tree()
  }
  return {
    tree: () => (tree ??= readTree()),
    blobs: async (entries: readonly TreeEntry[]) => {
      const given =
        forge.givesManyFiles && opened === undefined
          ? await forge.blobs(repository, commit, entries)
          : undefined
      return given ?? (await byGit()).blobs(entries)
    },
    close: async () => {
      const source = await opened?.catch(() => undefined)
      await source?.close()
    },
  }
}

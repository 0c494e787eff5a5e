import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { ForgeError } from '../forge-error.ts'
import type { BranchChange, Commit, Forge, Pull, Repository } from '../forge.ts'
import { readTrailers, writeMarker } from '../marker.ts'
import type { Git } from '../sources/git-process.ts'

/** A repository on this machine, and the remote that its branches are pushed to. */
export interface GitOnlySettings {
  readonly git: Git
  readonly folder: string
  /** The remote's name or URL. */
  readonly remote: string
  readonly host: string
}

/**
 * A host of which nothing is known but git (`--push-only`): a branch stands for its pull request, and the trailers of its commit for the
 * marker. What is pushed replaces a branch only where that still points to what was seen (`--force-with-lease`).
 */
export function createGitOnly({ git, folder, remote, host }: GitOnlySettings): Forge {
  const heads = async (pattern: string): Promise<ReadonlyMap<string, string>> => {
    const out = await git.run(folder, ['ls-remote', '--heads', remote, pattern])
    return new Map(
      out
        .toString()
        .split('\n')
        .flatMap((line): [string, string][] => {
          const [sha, ref] = line.split('\t')
          return sha === undefined || ref === undefined
            ? []
            : [[ref.slice('refs/heads/'.length), sha]]
        }),
    )
  }
  const head: Forge['head'] = async (_, branch) => (await heads(`refs/heads/${branch}`)).get(branch)
  const commit = (sha: string): Promise<Commit> => readCommit(git, folder, remote, sha)

  return {
    kind: 'git',
    host,
    bodyLimit: 65_536,
    markdown: { folds: true, mermaid: true },
    givesManyFiles: false,
    gitAuthorization: undefined,
    viewer: () => cannot('users'),
    repositories: () => {
      throw new ForgeError('invalid', 'Repositories of a host can only be listed by its API.')
    },
    repository: async (path) => {
      // `ref: refs/heads/main<tab>HEAD`: https://git-scm.com/docs/git-ls-remote#Documentation/git-ls-remote.txt---symref
      const out = (await git.run(folder, ['ls-remote', '--symref', remote, 'HEAD'])).toString()
      const defaultBranch = /^ref: refs\/heads\/(\S+)\tHEAD$/m.exec(out)?.[1]
      return describe(path, remote, defaultBranch)
    },
    head,
    tree: () => Promise.resolve(undefined),
    blobs: () => Promise.resolve(undefined),
    subjects: async (repository, branch) => {
      const sha = await head(repository, branch)
      if (sha === undefined) return []
      const out = await git
        .run(folder, ['log', '-20', '--format=%s', sha])
        .catch(() => Buffer.from(''))
      return out.toString().split('\n').filter(Boolean)
    },
    pulls: async (_, prefix) => {
      const found = await heads(`refs/heads/${prefix}*`)
      return Promise.all([...found].map(async ([branch, sha]) => pullOf(branch, await commit(sha))))
    },
    commit: (_, sha) => commit(sha),
    push: (_, change) => push(git, folder, remote, change),
    open: async (_, { branch, base, title, body, isDraft }) => {
      const sha = (await heads(`refs/heads/${branch}`)).get(branch) ?? ''
      const pull: Pull = { ...emptyPull, branch, base, title, body, isDraft, head: sha }
      return { pull, complaints: [] }
    },
    update: () => Promise.resolve(),
    close: async (_, pull) => {
      const lease = `--force-with-lease=refs/heads/${pull.branch}:${pull.head}`
      await git.run(folder, ['push', '--quiet', lease, remote, `:refs/heads/${pull.branch}`])
    },
    reopen: () => cannot('pull requests'),
    checks: () => Promise.resolve('none'),
    fork: () => cannot('forks'),
    fileUrl: (_, __, path, line) => `${path}${line === undefined ? '' : `#L${line}`}`,
  }
}

const emptyPull: Pull = {
  number: 0,
  url: '',
  state: 'open',
  isDraft: false,
  title: '',
  body: '',
  branch: '',
  headRepository: undefined,
  head: '',
  base: '',
  labels: [],
  hasConflicts: undefined,
}

function cannot(what: string): Promise<never> {
  return Promise.reject(new ForgeError('invalid', `Without the host's API there are no ${what}.`))
}

function describe(path: string, remote: string, defaultBranch: string | undefined): Repository {
  return {
    path,
    defaultBranch,
    cloneUrl: remote,
    webUrl: '',
    topics: [],
    size: undefined,
    isArchived: false,
    isFork: false,
    isMirror: false,
    canPush: true,
  }
}

/** A branch as a pull request. One that a person has committed to has no trailers in its head, and so no marker. */
function pullOf(branch: string, { sha, message, parents }: Commit): Pull {
  const said = readTrailers(message)
  const isOurs = said !== undefined && parents.length === 1 && parents[0] === said.base
  const body = isOurs ? writeMarker({ ...said, head: sha, closed: false }, true) : ''
  return { ...emptyPull, branch, head: sha, body }
}

async function readCommit(git: Git, folder: string, remote: string, sha: string): Promise<Commit> {
  const isHere = await git.run(folder, ['cat-file', '-e', `${sha}^{commit}`]).then(
    () => true,
    () => false,
  )
  if (!isHere)
    await git.run(folder, ['fetch', '--quiet', '--no-tags', '--no-write-fetch-head', remote, sha])
  const text = (await git.run(folder, ['cat-file', 'commit', sha])).toString()
  const [head = '', ...body] = text.split('\n\n')
  const parents = [...head.matchAll(/^parent (\S+)$/gm)].flatMap(([, parent]) => parent ?? [])
  const args = ['diff-tree', '-r', '-z', '--no-commit-id', '--no-renames', '--root']
  const rows = (await git.run(folder, [...args, sha])).toString().split('\0')
  const files = rows.flatMap((row, i) => {
    const [, , , id, status] = row.split(' ')
    const path = rows[i + 1]
    if (!row.startsWith(':') || path === undefined) return []
    return [{ path, id: status === 'D' ? undefined : id }]
  })
  return { sha, message: body.join('\n\n'), parents, files }
}

/** One commit made from the base's tree by an index of its own: the work tree and the index of the user stay as they are. */
async function push(
  git: Git,
  folder: string,
  remote: string,
  { branch, base, expected, files, message }: BranchChange,
): Promise<string> {
  const own = (await git.run(folder, ['rev-parse', '--absolute-git-dir'])).toString().trim()
  const index = join(own, `msb-migrate-${branch.replace(/[^\w-]/g, '-')}.index`)
  const withIndex = async (args: readonly string[], input?: string): Promise<string> =>
    (await git.run(folder, args, input, { GIT_INDEX_FILE: index })).toString().trim()
  await withIndex(['read-tree', base])
  const rows: string[] = []
  for (const { path, content, mode } of files) {
    const id = await withIndex(['hash-object', '-w', '--stdin'], content)
    rows.push(`${mode} ${id}\t${path}\0`)
  }
  await withIndex(['update-index', '-z', '--index-info'], rows.join(''))
  const tree = await withIndex(['write-tree'])
  const sha = await withIndex(['commit-tree', tree, '-p', base, '-F', '-'], message)
  await rm(index, { force: true })
  const ref = `refs/heads/${branch}`
  // An empty expectation: the branch must not be there.
  const lease = `--force-with-lease=${ref}:${expected ?? ''}`
  try {
    await git.run(folder, ['push', '--quiet', lease, remote, `${sha}:${ref}`])
  } catch (error) {
    if (error instanceof ForgeError && error.problem === 'moved' && expected === undefined)
      throw new ForgeError('exists', `There is a branch ${branch} already.`)
    throw error
  }
  return sha
}

import { blobId } from '../../src/publish/content.ts'
import type { BranchChange, Commit, Forge, Pull, Repository } from '../../src/publish/forge.ts'
import { ForgeError } from '../../src/publish/forge-error.ts'
import type { TreeEntry } from '../../src/publish/sources/tree.ts'

/** A commit with all its files: path -> text. */
interface Stored extends Commit {
  readonly all: ReadonlyMap<string, string>
}

/** A host in memory, for the campaign's own logic; what real hosts do, their contract tests ask. */
export interface MemoryForge {
  readonly forge: Forge
  readonly repository: Repository
  /** Names of the calls since the last look. */
  readonly calls: string[]
  /** Called before and after each call; may throw, as a run that is killed there. */
  hook: (name: string, when: 'before' | 'after') => void
  readonly pulls: Pull[]
  readonly personCommits: (branch: string, files: Readonly<Record<string, string>>) => string
  /** A person puts a commit under ours, by a rebase of theirs. */
  readonly putBelow: (branch: string, files: Readonly<Record<string, string>>) => void
  /** A person writes another body. */
  readonly rewrite: (number: number, body: string) => void
  /** A person removes a file from the base. */
  readonly personRemoves: (path: string) => void
  readonly personEnds: (number: number, state: 'closed' | 'merged') => void
  readonly textAt: (branch: string, path: string) => string | undefined
  /** Every commit that was ever made by a person on a branch, and that branch. */
  readonly personHeads: Map<string, string>
}

export function memoryForge(files: Readonly<Record<string, string>>): MemoryForge {
  const commits = new Map<string, Stored>()
  const branches = new Map<string, string>()
  const blobs = new Map<string, string>()
  const pulls: Pull[] = []
  const calls: string[] = []
  const personHeads = new Map<string, string>()
  let made = 0

  const store = (
    parent: string | undefined,
    changes: Readonly<Record<string, string>>,
    message: string,
  ): string => {
    const all = new Map([...(commits.get(parent ?? '')?.all ?? []), ...Object.entries(changes)])
    const sha = (++made).toString(16).padStart(40, '0')
    const changed = Object.entries(changes).map(([path, text]) => ({ path, id: blobId(text, sha) }))
    for (const text of all.values()) blobs.set(blobId(text, sha), text)
    commits.set(sha, {
      sha,
      message,
      parents: parent === undefined ? [] : [parent],
      files: changed,
      all,
    })
    return sha
  }
  branches.set('main', store(undefined, files, 'first'))

  const repository: Repository = {
    path: 'acme/shop',
    defaultBranch: 'main',
    cloneUrl: 'memory:',
    webUrl: 'https://memory.example/acme/shop',
    topics: [],
    size: 1,
    isArchived: false,
    isFork: false,
    isMirror: false,
    canPush: true,
  }

  const world: MemoryForge = {
    forge: undefined as unknown as Forge,
    repository,
    calls,
    hook: () => undefined,
    pulls,
    personHeads,
    personCommits: (branch, changes) => {
      const sha = store(branches.get(branch), changes, 'A person did this')
      branches.set(branch, sha)
      if (branch !== 'main') personHeads.set(branch, sha)
      refresh()
      return sha
    },
    putBelow: (branch, changes) => {
      const ours = commits.get(branches.get(branch) ?? '')
      if (ours === undefined) return
      const below = store(ours.parents[0], changes, 'A person did this')
      const files = ours.files.map(({ path }): [string, string] => [path, ours.all.get(path) ?? ''])
      branches.set(branch, store(below, Object.fromEntries(files), ours.message))
      refresh()
    },
    rewrite: (number, body) => {
      const pull = pulls.find((each) => each.number === number)
      if (pull !== undefined) replace({ ...pull, body })
    },
    personRemoves: (path) => {
      const sha = store(branches.get('main'), {}, 'Remove a service')
      const made = commits.get(sha)
      if (made !== undefined)
        commits.set(sha, { ...made, all: new Map([...made.all].filter(([name]) => name !== path)) })
      branches.set('main', sha)
    },
    personEnds: (number, state) => {
      const pull = pulls.find((each) => each.number === number)
      if (pull === undefined) return
      if (state === 'merged') {
        const head = commits.get(pull.head)
        const changes = Object.fromEntries(
          (head?.files ?? []).map(({ path }): [string, string] => [
            path,
            head?.all.get(path) ?? '',
          ]),
        )
        branches.set('main', store(branches.get('main'), changes, `Merge ${number}`))
      }
      replace({ ...pull, state })
      branches.delete(pull.branch)
    },
    textAt: (branch, path) => commits.get(branches.get(branch) ?? '')?.all.get(path),
  }

  const replace = (pull: Pull): void => {
    pulls[pulls.findIndex(({ number }) => number === pull.number)] = pull
  }
  const refresh = (): void => {
    for (const pull of pulls)
      if (pull.state === 'open') replace({ ...pull, head: branches.get(pull.branch) ?? pull.head })
  }

  const push = (change: BranchChange): string => {
    const now = branches.get(change.branch)
    if (change.expected === undefined && now !== undefined)
      throw new ForgeError('exists', 'There is a branch already.')
    if (change.expected !== now) throw new ForgeError('moved', 'It points elsewhere.')
    const changes = Object.fromEntries(change.files.map(({ path, content }) => [path, content]))
    const sha = store(change.base, changes, change.message)
    branches.set(change.branch, sha)
    refresh()
    return sha
  }

  const forge: Forge = {
    kind: 'gitea',
    host: 'memory.example',
    bodyLimit: 65_536,
    markdown: { folds: true, mermaid: true },
    givesManyFiles: true,
    gitAuthorization: undefined,
    viewer: () => Promise.resolve('bot'),
    repositories: async function* () {
      yield await Promise.resolve(repository)
    },
    repository: (path) => Promise.resolve(path === repository.path ? repository : undefined),
    head: (_, branch) => Promise.resolve(branches.get(branch)),
    tree: (_, commit) =>
      Promise.resolve({
        commit,
        entries: [...(commits.get(commit)?.all ?? [])].map(([path, text]): TreeEntry => ({
          path,
          mode: '100644',
          id: blobId(text, commit),
          size: text.length,
        })),
      }),
    blobs: (_, __, entries) =>
      Promise.resolve(new Map(entries.map(({ id }) => [id, Buffer.from(blobs.get(id) ?? '')]))),
    subjects: () => Promise.resolve(['Add a page', 'Mend a link']),
    pulls: (_, prefix) =>
      Promise.resolve(pulls.filter(({ branch }) => branch.startsWith(prefix)).reverse()),
    commit: (_, sha) => {
      const found = commits.get(sha)
      return found === undefined
        ? Promise.reject(new ForgeError('not-found', sha))
        : Promise.resolve(found)
    },
    push: (_, change) => Promise.resolve(push(change)),
    open: (_, { branch, base, title, body, isDraft, labels }) => {
      if (pulls.some((each) => each.branch === branch && each.state === 'open'))
        throw new ForgeError('exists', 'There is a pull request already.')
      const number = pulls.length + 1
      const head = branches.get(branch)
      if (head === undefined) throw new ForgeError('invalid', 'There is no such branch.')
      const url = `${repository.webUrl}/pulls/${number}`
      const pull: Pull = {
        number,
        url,
        state: 'open',
        isDraft,
        title,
        body,
        branch,
        headRepository: repository.path,
        head,
        base,
        labels,
        hasConflicts: false,
      }
      pulls.push(pull)
      return Promise.resolve({ pull, complaints: [] })
    },
    update: (_, { number }, text) => {
      const pull = pulls.find((each) => each.number === number)
      if (pull !== undefined) replace({ ...pull, ...text })
      return Promise.resolve()
    },
    close: (_, pull, { body }) => {
      replace({ ...pull, body, state: 'closed' })
      if (branches.get(pull.branch) === pull.head) branches.delete(pull.branch)
      return Promise.resolve()
    },
    reopen: () => Promise.resolve(),
    checks: () => Promise.resolve('none'),
    fork: () => Promise.resolve(repository),
    fileUrl: (_, commit, path, line) => `${repository.webUrl}/src/${commit}/${path}#L${line ?? 1}`,
  }
  return Object.assign(world, { forge: watched(forge, world) })
}

/** The same host, each call noted, with the hook around it. */
function watched(forge: Forge, world: MemoryForge): Forge {
  const around =
    <A extends unknown[], R>(name: string, call: (...args: A) => Promise<R>) =>
    async (...args: A): Promise<R> => {
      world.calls.push(name)
      world.hook(name, 'before')
      const answer = await Promise.resolve().then(() => call(...args))
      world.hook(name, 'after')
      return answer
    }
  return {
    ...forge,
    head: around('head', forge.head),
    tree: around('tree', forge.tree),
    blobs: around('blobs', forge.blobs),
    subjects: around('subjects', forge.subjects),
    pulls: around('pulls', forge.pulls),
    commit: around('commit', forge.commit),
    push: around('push', forge.push),
    open: around('open', forge.open),
    update: around('update', forge.update),
    close: around('close', forge.close),
  }
}

/** Calls that change something on the host. */
export const writes = new Set(['push', 'open', 'update', 'close'])

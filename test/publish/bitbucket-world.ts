import type { Forge, Pull, Repository } from '../../src/publish/forge.ts'
import { createBitbucket } from '../../src/publish/forges/bitbucket/bitbucket.ts'
import type { TreeEntry } from '../../src/publish/sources/tree.ts'
import { type BitbucketServer, createBitbucketServer } from './bitbucket-server.ts'
import type { ContractWorld } from './forge-contract.ts'
import { addCommit, blobId, findCommit, headOf, personCommits } from './openapi-repositories.ts'
import { type Judge, quickMachine } from './openapi-server.ts'

export const bitbucketToken = 'bot@example.org:ATATT3xFfGF0-0123456789'
export const bitbucketOrigin = 'https://bitbucket.org'

export interface BitbucketWorld extends ContractWorld {
  readonly server: BitbucketServer
}

/** Bitbucket's program over the stand-in. `stop` throws where one of them went against the description. */
export async function makeBitbucketWorld(
  judge: Judge,
  token = bitbucketToken,
): Promise<BitbucketWorld> {
  const authorization = token.includes(':')
    ? `Basic ${Buffer.from(token).toString('base64')}`
    : `Bearer ${token}`
  const server = createBitbucketServer(authorization, judge)
  const machine = quickMachine(server.fetch)
  const settings = { origin: bitbucketOrigin, pace: undefined, machine }
  const forge = await createBitbucket({ ...settings, token })
  let count = 0

  const found = ({ path }: Repository) => {
    const repository = server.repositories.get(path)
    if (repository === undefined) throw new Error(`No repository ${path}`)
    return repository
  }
  const pullOf = (repository: Repository, { number }: Pull) => {
    const pull = found(repository).pulls.find(({ id }) => id === number)
    if (pull === undefined) throw new Error(`No pull request ${number}`)
    return pull
  }

  /** Bitbucket's API has no object ids: in a campaign git gives the trees, here the stand-in in its place. */
  const tree: Forge['tree'] = (repository, name) => {
    const commit = findCommit(found(repository), name)
    const entries = [...(commit?.files ?? [])].map(([path, { content, mode }]): TreeEntry => {
      const known = mode as TreeEntry['mode']
      return { path, mode: known, id: blobId(content), size: content.length }
    })
    return Promise.resolve({ commit: name, entries })
  }

  return {
    name: 'Bitbucket (stand-in)',
    server,
    forge: { ...forge, tree },
    token,
    stranger: await createBitbucket({ ...settings, token: 'not-known-to-anybody' }),
    makeRepository: async (files) => {
      const made = server.makeRepository(`team/repository-${(count += 1)}`)
      if (Object.keys(files).length > 0) personCommits(made, 'main', files)
      const repository = await forge.repository(made.path)
      if (repository === undefined) throw new Error(`No repository ${made.path}`)
      return repository
    },
    personCommits: (repository, branch, files) => {
      const sha = personCommits(found(repository), branch, files)
      server.follow(found(repository), branch)
      return Promise.resolve(sha)
    },
    personCloses: (repository, pull) => {
      pullOf(repository, pull).state = 'DECLINED'
      return Promise.resolve()
    },
    personMerges: (repository, pull) => {
      const target = found(repository)
      const stored = pullOf(repository, pull)
      const [main, head] = [headOf(target, 'main'), headOf(stored.source, stored.branch)]
      if (main === undefined || head === undefined) throw new Error('Nothing to merge')
      const parents = [main.sha, head.sha]
      const merged = addCommit(target, { message: 'Merge\n', parents, files: head.files })
      target.branches.set('main', merged.sha)
      stored.state = 'MERGED'
      return Promise.resolve()
    },
    fileAt: (repository, branch, path) => {
      const file = headOf(found(repository), branch)?.files.get(path)
      return Promise.resolve(file && { text: file.content.toString(), mode: file.mode })
    },
    comments: (repository, pull) => Promise.resolve(pullOf(repository, pull).comments),
    setStatus: (repository, sha, state) => {
      const known = { pending: 'INPROGRESS', success: 'SUCCESSFUL', failure: 'FAILED' }[state]
      found(repository).statuses.unshift({ sha, key: 'build', state: known })
      return Promise.resolve()
    },
    sent: server.sent,
    stop: () => {
      if (server.violations.length > 0) {
        return Promise.reject(new Error([...new Set(server.violations)].join('\n')))
      }
      return Promise.resolve()
    },
  }
}

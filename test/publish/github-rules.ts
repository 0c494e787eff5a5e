import { type Answer, json, type Received } from './faulty-proxy.ts'
import { type Account, type Call, type GithubEmulator, orMissing } from './github-emulator.ts'
import { shareObjects } from './github-objects.ts'

interface Pull {
  readonly number: number
  readonly state: string
  readonly head: { ref: string; sha: string; readonly repo: { readonly full_name: string } | null }
  readonly base: { readonly ref: string; readonly repo: { readonly full_name: string } }
}

type Fields = Readonly<Record<string, unknown>>

const docs = { documentation_url: 'https://docs.github.com/rest', status: '422' }
const invalid = (...errors: readonly unknown[]) =>
  json(422, { message: 'Validation Failed', errors, ...docs })

/**
 * What GitHub does and the emulator does not: it knows its tokens, opens no second pull request of a branch and none without one, lets
 * the head of a pull request follow its branch, shares objects between forks, and compares before it moves a branch. One write at a time.
 */
export function githubRules(
  emulator: GithubEmulator,
  admin: Account,
  accounts: readonly Account[],
): (request: Received) => Promise<Answer> {
  const call: Call = emulator.as(admin)
  const closedHeads = new Map<string, string>()
  const assigned = new Map<string, string[]>()
  let row: Promise<unknown> = Promise.resolve()

  const refOf = async (repository: string, branch: string) =>
    (
      await orMissing(
        call<{ object: { sha: string } }>(
          'GET',
          `/repos/${repository}/git/ref/heads/${encodeURIComponent(branch)}`,
        ),
      )
    )?.object.sha
  const openPulls = async (repository: string) =>
    (await orMissing(call<Pull[]>('GET', `/repos/${repository}/pulls?state=open&per_page=100`))) ??
    []
  const keyOf = (pull: Pull) => `${pull.base.repo.full_name}#${pull.number}`

  async function noteClosed(pull: Pull): Promise<void> {
    const head = pull.head.repo && (await refOf(pull.head.repo.full_name, pull.head.ref))
    if (head) closedHeads.set(keyOf(pull), head)
  }

  async function followBranch(pull: Pull): Promise<Pull> {
    const { repo, ref } = pull.head
    const now = pull.state === 'open' && repo ? await refOf(repo.full_name, ref) : undefined
    pull.head.sha = now ?? closedHeads.get(keyOf(pull)) ?? pull.head.sha
    return pull
  }

  async function open(repository: string, body: Fields): Promise<Answer | undefined> {
    const [owner, branch] = String(body['head']).includes(':')
      ? String(body['head']).split(':')
      : [repository.split('/')[0], String(body['head'])]
    const name = repository.split('/')[1]
    const head = await refOf(`${owner}/${name}`, branch)
    if (head === undefined) {
      return invalid({ resource: 'PullRequest', field: 'head', code: 'invalid' })
    }
    if (head === (await refOf(repository, String(body['base'])))) {
      const message = `No commits between ${String(body['base'])} and ${branch}`
      return invalid({ resource: 'PullRequest', code: 'custom', message })
    }
    const isThere = (await openPulls(repository)).some(
      (pull) => pull.head.ref === branch && pull.head.repo?.full_name === `${owner}/${name}`,
    )
    const message = `A pull request already exists for ${owner}:${branch}.`
    return isThere ? invalid({ resource: 'PullRequest', code: 'custom', message }) : undefined
  }

  /** GitHub closes the pull requests of a branch that is removed. */
  async function beforeRemoval(repository: string, branch: string): Promise<void> {
    for (const pull of await openPulls(repository)) {
      if (pull.head.ref !== branch || pull.head.repo?.full_name !== repository) continue
      await noteClosed(pull)
      await call('PATCH', `/repos/${repository}/pulls/${pull.number}`, { state: 'closed' })
    }
  }

  async function reopen(route: string, body: Fields): Promise<Answer | undefined> {
    const pull = await call<Pull>('GET', route)
    if (body['state'] === 'closed' && pull.state === 'open') await noteClosed(pull)
    if (body['state'] !== 'open' || pull.state === 'open') return undefined
    const head = pull.head.repo && (await refOf(pull.head.repo.full_name, pull.head.ref))
    const was = closedHeads.get(keyOf(pull)) ?? pull.head.sha
    if (head === was) return undefined
    const why = head ? 'was force-pushed or recreated' : 'has been deleted'
    const message = `state cannot be changed. The ${pull.head.ref} branch ${why}.`
    return invalid({ resource: 'PullRequest', code: 'custom', field: 'state', message })
  }

  async function fork(login: string, repository: string): Promise<Answer> {
    const path = `${login}/${repository.split('/')[1]}`
    const as = emulator.as(accounts.find((account) => account.login === login) ?? admin)
    const there = await orMissing(call('GET', `/repos/${path}`))
    if (there !== undefined) return json(202, there)
    const made = await as('POST', `/repos/${repository}/forks`, {})
    const head = await refOf(repository, 'main')
    if (head !== undefined) {
      await shareObjects(proxyOf(as), repository, path, head)
      await as('PATCH', `/repos/${path}/git/refs/heads/main`, { sha: head, force: true })
    }
    return json(202, made)
  }

  async function mergeUpstream(login: string, path: string, branch: string): Promise<Answer> {
    const as = emulator.as(accounts.find((account) => account.login === login) ?? admin)
    const parent = await parentOf(path)
    const head = await refOf(parent, branch)
    if (head === undefined) return json(422, { message: 'Branch not found' })
    await shareObjects(proxyOf(as), parent, path, head)
    await as('PATCH', `/repos/${path}/git/refs/heads/${branch}`, { sha: head, force: true })
    return json(200, { merge_type: 'fast-forward', base_branch: `${parent}:${branch}` })
  }

  /** The fork's name is the original's here. */
  async function parentOf(path: string): Promise<string> {
    const list = await call<{ items: { full_name: string; fork: boolean }[] }>(
      'GET',
      `/search/repositories?q=${path.split('/')[1]}+in:name&per_page=100`,
    )
    const found = list.items.find(
      (one) => !one.fork && one.full_name.split('/')[1] === path.split('/')[1],
    )
    if (found === undefined) throw new Error(`${path} is no fork`)
    return found.full_name
  }

  /** Objects are read by whoever may read all, and written by the account itself. */
  const proxyOf =
    (as: Call): Call =>
    (method, path, body) =>
      method === 'GET' ? call(method, path) : as(method, path, body)

  async function graphql(login: string, body: Fields): Promise<Answer> {
    const query = String(body['query'])
    if (/viewer/.test(query)) return json(200, { data: { viewer: { login } } })
    const { repositoryId, refUpdates } = body['variables'] as {
      repositoryId: string
      refUpdates: { name: string; beforeOid: string; afterOid: string }[]
    }
    const [update] = refUpdates
    if (update === undefined) throw new Error('Nothing to update.')
    const id = Buffer.from(repositoryId, 'base64').toString().match(/\d+$/)?.[0] ?? ''
    const { full_name: path } = await call<{ full_name: string }>('GET', `/repositories/${id}`)
    const branch = update.name.replace('refs/heads/', '')
    const refuse = (message: string) =>
      json(200, { data: { updateRefs: null }, errors: [{ type: 'UNPROCESSABLE', message }] })
    if ((await refOf(path, branch)) !== update.beforeOid) {
      return refuse(`Reference cannot be updated: ${branch} is not at ${update.beforeOid}`)
    }
    const as = emulator.as(accounts.find((account) => account.login === login) ?? admin)
    const route = `/repos/${path}/git/refs/heads/${encodeURIComponent(branch)}`
    if (/^0+$/.test(update.afterOid)) {
      await beforeRemoval(path, branch)
      await as('DELETE', route)
    } else {
      await as('PATCH', route, { sha: update.afterOid, force: true })
    }
    return json(200, { data: { updateRefs: { clientMutationId: null } } })
  }

  /** The emulator has assignees for issues alone. GitHub passes over those whom it does not know. */
  function assign(route: string, body: Fields): Answer {
    const wished = body['assignees'] as string[]
    const taken = accounts.filter(({ login }) => wished.includes(login)).map(({ login }) => login)
    const all = [...new Set([...(assigned.get(route) ?? []), ...taken])]
    assigned.set(route, all)
    return json(201, { assignees: all.map((login) => ({ login })) })
  }

  async function compare(repository: string, basehead: string): Promise<Answer> {
    const [base = '', head = ''] = decodeURIComponent(basehead).split('...')
    const [owner, branch = ''] = head.split(':')
    const forked = `${owner}/${repository.split('/')[1]}`
    const sha = (await refOf(forked, branch)) ?? ''
    const as = emulator.as(
      accounts.find(({ login }) => login === repository.split('/')[0]) ?? admin,
    )
    await shareObjects(proxyOf(as), forked, repository, sha)
    return json(200, await call('GET', `/repos/${repository}/compare/${base}...${sha}`))
  }

  async function write(login: string, request: Received): Promise<Answer> {
    const { method, url } = request
    const body = (request.body.length === 0 ? {} : JSON.parse(request.body.toString())) as Fields
    const [, repository = '', rest = ''] = /^\/repos\/([^/]+\/[^/?]+)\/?([^?]*)/.exec(url) ?? []
    if (url === '/graphql') return graphql(login, body)
    if (method === 'POST' && rest === 'forks') return fork(login, repository)
    if (method === 'POST' && rest === 'merge-upstream') {
      return mergeUpstream(login, repository, String(body['branch']))
    }
    if (/^issues\/\d+\/assignees$/.test(rest)) return assign(url, body)
    let refusal: Answer | undefined
    if (method === 'POST' && rest === 'pulls') refusal = await open(repository, body)
    if (method === 'PATCH' && rest.startsWith('pulls/')) refusal = await reopen(url, body)
    if (method === 'DELETE' && rest.startsWith('git/refs/heads')) {
      const branch = decodeURIComponent(rest.replace(/^git\/refs\/heads(\/|%2F)/, ''))
      if ((await refOf(repository, branch)) === undefined) {
        return json(422, { message: 'Reference does not exist', ...docs })
      }
      await beforeRemoval(repository, branch)
    }
    return refusal ?? emulator.pass(request)
  }

  async function read(request: Received): Promise<Answer> {
    const [, repository = '', rest = ''] =
      /^\/repos\/([^/]+\/[^/?]+)\/?([^?]*)/.exec(request.url) ?? []
    const basehead = /^compare\/(.*(?::|%3A).*)$/.exec(rest)?.[1]
    if (basehead !== undefined) return compare(repository, basehead)
    if (/^commits\/\w+\/status$/.test(rest)) {
      return json(200, { state: 'pending', statuses: [], total_count: 0 })
    }
    const answer = await emulator.pass(request)
    if (answer.status !== 200 || repository === '') return answer
    const data: unknown = JSON.parse(answer.body.toString())
    if (rest === '') {
      const branches = await call<unknown[]>('GET', `/repos/${repository}/branches`)
      const size = branches.length === 0 ? 0 : 1
      return json(200, { ...(data as Fields), size })
    }
    if (/^branches\/[^/]+$/.test(rest)) {
      const branch = data as { commit: { sha: string } }
      const commit = await call('GET', `/repos/${repository}/git/commits/${branch.commit.sha}`)
      return json(200, { ...branch, commit: { ...branch.commit, commit } })
    }
    return answer
  }

  async function followAll(answer: Answer): Promise<Answer> {
    if (answer.status > 201) return answer
    const data: unknown = JSON.parse(answer.body.toString())
    if (!Array.isArray(data)) return json(answer.status, await followBranch(data as Pull))
    const pulls = await Promise.all((data as Pull[]).map(followBranch))
    // Lists do not say it.
    const bare = pulls.map((pull) => ({
      ...pull,
      mergeable: undefined,
      mergeable_state: undefined,
    }))
    return json(answer.status, bare, answer.headers)
  }

  return async (request) => {
    const token = /^(?:token|bearer) (.*)$/i.exec(request.headers['authorization'] ?? '')?.[1]
    const account = accounts.find((one) => one.token === token)
    if (account === undefined) return json(401, { message: 'Bad credentials', ...docs })
    const isPull = /^\/repos\/[^/]+\/[^/]+\/pulls(\/\d+)?(\?|$)/.test(request.url)
    const run = async () => {
      const isRead = request.method === 'GET'
      const answer = await (isRead ? read(request) : write(account.login, request))
      return isPull ? followAll(answer) : answer
    }
    if (request.method === 'GET') return run()
    const mine = row.then(run, run)
    row = mine
    return mine
  }
}

import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { randomBytes } from 'node:crypto'
import type { ForgeMachine, Repository } from '../../src/publish/forge.ts'
import { createGithub } from '../../src/publish/forges/github/github.ts'
import { type Answer, type FaultyProxy, type Received, startFaultyProxy } from './faulty-proxy.ts'
import type { ContractWorld } from './forge-contract.ts'
import { createGitBackend } from './git-backend.ts'
import { type Account, startEmulator } from './github-emulator.ts'
import { mirrorRepository } from './github-objects.ts'
import { githubRules } from './github-rules.ts'

export interface GithubWorld extends ContractWorld {
  readonly proxy: FaultyProxy
  /** The forge's machine: its time passes by itself, its sleeps are told. */
  readonly slept: () => readonly number[]
  readonly waits: () => readonly { readonly milliseconds: number; readonly why: string }[]
  /** The branches beside `main`, and the pull requests in any state, asked without the forge's program. */
  readonly branches: (repository: Repository) => Promise<readonly string[]>
  readonly pulls: (repository: Repository) => Promise<readonly { readonly state: string }[]>
}

/** A clock that stands on the real one, and jumps over every sleep. */
export function jumpingMachine(
  interrupt: ForgeMachine['interrupt'] = new AbortController().signal,
) {
  let jumped = 0
  let slept: number[] = []
  let waits: { milliseconds: number; why: string }[] = []
  const machine: ForgeMachine = {
    now: () => performance.now() + jumped,
    sleep: (milliseconds) => {
      jumped += milliseconds
      slept.push(milliseconds)
      return Promise.resolve()
    },
    interrupt,
    fetch: (input, init) => fetch(input, init),
    onWait: (milliseconds, why) => {
      waits.push({ milliseconds, why })
    },
  }
  const take = <T>(list: readonly T[]) => [...list]
  return {
    machine,
    slept: () => {
      const all = take(slept)
      slept = []
      return all
    },
    waits: () => {
      const all = take(waits)
      waits = []
      return all
    },
  }
}

/** A bot, a person who owns the repositories, on GitHub's API as the emulator has it, and real git beside it. */
export async function makeGithubWorld(): Promise<GithubWorld> {
  const id = randomBytes(4).toString('hex')
  const bot: Account = { login: 'bot', token: `ghp_${randomBytes(18).toString('hex')}` }
  const person: Account = { login: `acme-${id}`, token: `ghp_${randomBytes(18).toString('hex')}` }
  const accounts = [bot, person]
  const root = await mkdtemp(path.join(tmpdir(), 'msb-migrate-github-'))

  let host: (request: Received) => Promise<Answer> = () => Promise.reject(new Error('Not started.'))
  const basic = `Basic ${Buffer.from(`x-access-token:${bot.token}`).toString('base64')}`
  const git = createGitBackend({
    root,
    authorize: (authorization) => authorization === basic,
    prepare: (repository) =>
      mirrorRepository(asPerson, repository, path.join(root, `${repository}.git`)),
  })
  const proxy = await startFaultyProxy(
    (request) => host(request),
    (request, response) => {
      if (!git.isGit(request.url ?? '/')) return false
      git.serve(request, response).catch((error: unknown) => {
        response.writeHead(500).end(String(error))
      })
      return true
    },
  )
  const emulator = await startEmulator(() => proxy.url, accounts)
  const asPerson = emulator.as(person)
  const rules = githubRules(emulator, person, accounts)
  // As GitHub Enterprise has it, too.
  host = (request) => rules({ ...request, url: request.url.replace(/^\/api(\/v3)?(?=\/)/, '') })

  const { machine, slept, waits } = jumpingMachine()
  const settings = { origin: proxy.url, apiUrl: proxy.url, pace: undefined, machine }
  const forge = await createGithub({ ...settings, token: bot.token })
  let count = 0

  /** Like a person's own request, but not one that the forge has sent. */
  async function personAsks<T>(method: string, url: string, body?: unknown): Promise<T> {
    const answer = await rules({
      method,
      url,
      headers: { authorization: `token ${person.token}`, 'content-type': 'application/json' },
      body: Buffer.from(body === undefined ? '' : JSON.stringify(body)),
    })
    if (answer.status >= 300) throw new Error(`${method} ${url}: ${answer.body.toString()}`)
    return (answer.body.length === 0 ? undefined : JSON.parse(answer.body.toString())) as T
  }

  interface Entry {
    readonly path: string
    readonly mode: string
    readonly sha: string
  }
  const refRoute = (repository: string, branch: string) =>
    `/repos/${repository}/git/ref/heads/${encodeURIComponent(branch)}`

  async function entriesOf(repository: string, commit: string): Promise<readonly Entry[]> {
    const route = `/repos/${repository}/git/trees/${encodeURIComponent(commit)}?recursive=1`
    return (await asPerson<{ tree: Entry[] }>('GET', route)).tree
  }

  async function commitOn(
    repository: string,
    branch: string,
    parents: readonly string[],
    tree: readonly unknown[],
    baseTree: string | undefined,
  ): Promise<string> {
    const route = `/repos/${repository}/git`
    const base = baseTree === undefined ? {} : { base_tree: baseTree }
    const made = await asPerson<{ sha: string }>('POST', `${route}/trees`, { ...base, tree })
    const commit = { message: 'By hand', tree: made.sha, parents }
    const { sha } = await asPerson<{ sha: string }>('POST', `${route}/commits`, commit)
    if (parents.length === 0) {
      await asPerson('POST', `${route}/refs`, { ref: `refs/heads/${branch}`, sha })
    } else {
      const ref = `${route}/refs/heads/${encodeURIComponent(branch)}`
      await asPerson('PATCH', ref, { sha, force: true })
    }
    return sha
  }

  const blobsOf = (files: Readonly<Record<string, string>>, known: readonly Entry[]) =>
    Object.entries(files).map(([name, content]) => {
      const file = name.replace(/\*$/, '')
      const before = known.find((entry) => entry.path === file)?.mode ?? '100644'
      return { path: file, mode: name.endsWith('*') ? '100755' : before, type: 'blob', content }
    })

  async function addTo(
    repository: string,
    branch: string,
    build: (known: readonly Entry[]) => readonly unknown[],
  ): Promise<string> {
    const { object } = await asPerson<{ object: { sha: string } }>(
      'GET',
      refRoute(repository, branch),
    )
    const commit = `/repos/${repository}/git/commits/${object.sha}`
    const { tree } = await asPerson<{ tree: { sha: string } }>('GET', commit)
    const entries = build(await entriesOf(repository, object.sha))
    return commitOn(repository, branch, [object.sha], entries, tree.sha)
  }

  return {
    name: 'GitHub (emulated)',
    forge,
    proxy,
    token: bot.token,
    stranger: await createGithub({ ...settings, token: 'ghp_nobody_knows_this_one' }),
    slept,
    waits,
    branches: async ({ path: repository }) => {
      const list = await asPerson<{ name: string }[]>('GET', `/repos/${repository}/branches`)
      return list.map(({ name }) => name).filter((name) => name !== 'main')
    },
    pulls: ({ path: repository }) => asPerson('GET', `/repos/${repository}/pulls?state=all`),
    makeRepository: async (files) => {
      const name = `repository-${id}-${(count += 1)}`
      const repository = `${person.login}/${name}`
      await asPerson('POST', '/user/repos', { name })
      const push = { permission: 'push' }
      await asPerson('PUT', `/repos/${repository}/collaborators/${bot.login}`, push)
      if (Object.keys(files).length > 0) {
        await commitOn(repository, 'main', [], blobsOf(files, []), undefined)
      }
      const made = await forge.repository(repository)
      if (made === undefined) throw new Error('The repository did not turn up.')
      return made
    },
    personCommits: (repository, branch, files) =>
      addTo(repository.path, branch, (known) => blobsOf(files, known)),
    link: (repository, name, target) =>
      addTo(repository.path, 'main', () => [
        { path: name, mode: '120000', type: 'blob', content: target },
      ]),
    personCloses: async ({ path: repository }, pull) => {
      await personAsks('PATCH', `/repos/${repository}/pulls/${pull.number}`, { state: 'closed' })
    },
    personMerges: async ({ path: repository }, pull) => {
      const route = `/repos/${repository}/pulls/${pull.number}`
      const { head, base } = await personAsks<{
        head: { sha: string; ref: string }
        base: { ref: string }
      }>('GET', route)
      const main = await asPerson<{ object: { sha: string } }>(
        'GET',
        refRoute(repository, base.ref),
      )
      const range = `${main.object.sha}...${head.sha}`
      const compared = `/repos/${repository}/compare/${range}`
      const { files } = await asPerson<{ files: { filename: string; status: string }[] }>(
        'GET',
        compared,
      )
      const theirs = await entriesOf(repository, head.sha)
      // The emulator takes the whole tree of the head it first had for the merged one; this is what git would make.
      await asPerson('PUT', `${route}/merge`, {})
      const changed = files.map(({ filename }) => {
        const entry = theirs.find((one) => one.path === filename)
        return {
          path: filename,
          mode: entry?.mode ?? '100644',
          type: 'blob',
          sha: entry?.sha ?? null,
        }
      })
      const commit = `/repos/${repository}/git/commits/${main.object.sha}`
      const { tree } = await asPerson<{ tree: { sha: string } }>('GET', commit)
      await commitOn(repository, base.ref, [main.object.sha, head.sha], changed, tree.sha)
    },
    fileAt: async ({ path: repository }, branch, name) => {
      const { object } = await asPerson<{ object: { sha: string } }>(
        'GET',
        refRoute(repository, branch),
      )
      const entry = (await entriesOf(repository, object.sha)).find((one) => one.path === name)
      if (entry === undefined) return undefined
      const route = `/repos/${repository}/git/blobs/${entry.sha}`
      const { content } = await asPerson<{ content: string }>('GET', route)
      return { text: Buffer.from(content, 'base64').toString(), mode: entry.mode }
    },
    archive: async ({ path: repository }: Repository) => {
      await asPerson('PATCH', `/repos/${repository}`, { archived: true })
    },
    comments: async ({ path: repository }, pull) => {
      const route = `/repos/${repository}/issues/${pull.number}/comments`
      return (await asPerson<{ body: string }[]>('GET', route)).map(({ body }) => body)
    },
    setStatus: async ({ path: repository }, commit, state) => {
      const run = { name: 'ci', head_sha: commit }
      const conclusion = state === 'pending' ? {} : { conclusion: state }
      const status = state === 'pending' ? 'in_progress' : 'completed'
      await asPerson('POST', `/repos/${repository}/check-runs`, { ...run, status, ...conclusion })
    },
    sent: proxy.sent,
    stop: async () => {
      await proxy.stop()
      await emulator.stop()
      await rm(root, { recursive: true, force: true })
    },
  }
}

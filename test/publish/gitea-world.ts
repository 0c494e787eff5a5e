import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { ForgeMachine, Repository } from '../../src/publish/forge.ts'
import { createGitea } from '../../src/publish/forges/gitea/gitea.ts'
import type { ContractWorld } from './forge-contract.ts'

/** Where a Gitea runs, and the token of its administrator: ../shared/forge/up tells both. */
export interface GiteaPlace {
  readonly url: string
  readonly token: string
}

export function giteaPlace(): GiteaPlace | undefined {
  const { GITEA_URL: url, GITEA_TOKEN: token } = process.env
  return url && token ? { url, token } : undefined
}

interface Sent {
  readonly method: string
  readonly url: string
  readonly text: string
}

/** The machine as the command line has it, that remembers what was sent. `intercept` may answer in the host's place. */
export function recordingMachine(
  sent: Sent[],
  intercept: (request: Request) => Promise<Response | undefined> = () => Promise.resolve(undefined),
): ForgeMachine {
  return {
    now: () => performance.now(),
    sleep: (milliseconds) => sleep(milliseconds),
    interrupt: new AbortController().signal,
    onWait: () => undefined,
    fetch: async (input, init) => {
      const request = new Request(input, init)
      const body = await request.clone().text()
      const headers = [...request.headers].filter(([name]) => name !== 'authorization')
      sent.push({
        method: request.method,
        url: request.url,
        text: `${request.method} ${request.url}\n${JSON.stringify(headers)}\n${body}`,
      })
      return (await intercept(request)) ?? fetch(input, init)
    },
  }
}

/** With what only Gitea's own tests need. */
export interface GiteaWorld extends ContractWorld {
  /** The login of a person who may review. */
  readonly person: string
  readonly team: string
  readonly peopleOf: (repository: Repository) => Promise<
    readonly {
      readonly assignees: readonly string[]
      readonly reviewers: readonly string[]
      readonly teams: readonly string[]
    }[]
  >
  readonly makeOrgLabel: (name: string) => Promise<void>
  readonly setTopics: (repository: Repository, topics: readonly string[]) => Promise<void>
  /** So many pull requests, of branches that begin with 'many/'. */
  readonly makePulls: (repository: Repository, count: number) => Promise<void>
  readonly pointTo: (repository: Repository, branch: string, commit: string) => Promise<void>
}

/**
 * A bot that opens pull requests, and a person, in an organisation of their own on a real Gitea; `stop` removes all of it.
 * `intercept` answers in Gitea's place, to have an older one.
 */
export async function makeGiteaWorld(
  place: GiteaPlace,
  intercept?: (request: Request) => Promise<Response | undefined>,
): Promise<GiteaWorld> {
  const id = randomBytes(4).toString('hex')
  const org = `org-${id}`
  const call = caller(place.url, `token ${place.token}`)
  const bot = await makeUser(place.url, call, `bot-${id}`)
  const person = await makeUser(place.url, call, `person-${id}`)
  await call('POST', '/orgs', { username: org })
  const { id: team } = (await call('POST', `/orgs/${org}/teams`, {
    name: 'makers',
    permission: 'admin',
    can_create_org_repo: true,
    includes_all_repositories: true,
    units: ['repo.code', 'repo.issues', 'repo.pulls'],
  })) as { id: number }
  await call('PUT', `/teams/${team}/members/${bot.name}`)
  await call('PUT', `/teams/${team}/members/${person.name}`)

  const sent: Sent[] = []
  const machine = recordingMachine(sent, intercept)
  const settings = { origin: place.url, pace: undefined, machine }
  const forge = await createGitea({ ...settings, token: bot.token })
  const asPerson = caller(place.url, `token ${person.token}`)
  let count = 0

  const write = async (
    repository: string,
    branch: string | undefined,
    files: Readonly<Record<string, string>>,
  ) => {
    const authorization = `Basic ${Buffer.from(`x:${person.token}`).toString('base64')}`
    return commitByGit(`${place.url}/${repository}.git`, authorization, branch, files)
  }

  return {
    name: 'Gitea',
    forge,
    token: bot.token,
    stranger: await createGitea({ ...settings, token: 'f'.repeat(40) }),
    makeRepository: async (files) => {
      const name = `repository-${(count += 1)}`
      await asPerson('POST', `/orgs/${org}/repos`, { name, default_branch: 'main' })
      const full = `${org}/${name}`
      const hasFiles = Object.keys(files).length > 0
      if (hasFiles) await write(full, undefined, files)
      return settled(() => forge.repository(full), hasFiles)
    },
    personCommits: (repository, branch, files) => write(repository.path, branch, files),
    personCloses: async (repository, pull) => {
      await asPerson('PATCH', `/repos/${repository.path}/pulls/${pull.number}`, { state: 'closed' })
    },
    personMerges: async (repository, pull) => {
      const route = `/repos/${repository.path}/pulls/${pull.number}`
      // Whether it can be merged is found out after it was opened.
      for (let tries = 0; tries < 50; tries += 1) {
        const { mergeable } = (await asPerson('GET', route)) as { mergeable: boolean }
        if (mergeable) break
        await sleep(100)
      }
      await asPerson('POST', `${route}/merge`, { Do: 'merge' })
    },
    fileAt: async (repository, branch, name) => {
      const route = `/repos/${repository.path}`
      const tree = (await asPerson(
        'GET',
        `${route}/git/trees/${encodeURIComponent(branch)}?recursive=true`,
      )) as { tree: { path: string; mode: string; sha: string }[] }
      const entry = tree.tree.find((one) => one.path === name)
      if (entry === undefined) return undefined
      const blob = (await asPerson('GET', `${route}/git/blobs/${entry.sha}`)) as { content: string }
      return { text: Buffer.from(blob.content, 'base64').toString(), mode: entry.mode }
    },
    archive: async (repository) => {
      await asPerson('PATCH', `/repos/${repository.path}`, { archived: true })
    },
    link: (repository, name, target) => write(repository.path, 'main', { [`${name}@`]: target }),
    comments: async (repository, pull) => {
      const route = `/repos/${repository.path}/issues/${pull.number}/comments`
      const list = (await asPerson('GET', route)) as { body: string }[]
      return list.map(({ body }) => body)
    },
    setStatus: async (repository, commit, state) => {
      const route = `/repos/${repository.path}/statuses/${commit}`
      await asPerson('POST', route, { state, context: 'ci' })
    },
    person: person.name,
    team: 'makers',
    peopleOf: async (repository) => {
      const pulls = (await asPerson('GET', `/repos/${repository.path}/pulls`)) as {
        number: number
      }[]
      return Promise.all(
        pulls.map(async ({ number }) => {
          const pull = (await asPerson('GET', `/repos/${repository.path}/pulls/${number}`)) as {
            assignees: { login: string }[]
            requested_reviewers: { login: string }[]
            requested_reviewers_teams: { name: string }[]
          }
          return {
            assignees: pull.assignees.map(({ login }) => login),
            reviewers: pull.requested_reviewers.map(({ login }) => login),
            teams: pull.requested_reviewers_teams.map((one) => one.name),
          }
        }),
      )
    },
    makeOrgLabel: async (name) => {
      await call('POST', `/orgs/${org}/labels`, { name, color: '#00ff00' })
    },
    setTopics: async (repository, topics) => {
      await asPerson('PUT', `/repos/${repository.path}/topics`, { topics })
    },
    makePulls: async (repository, many) => {
      const route = `/repos/${repository.path}`
      const first = await write(repository.path, 'main', { more: '1' })
      const commit = await write(repository.path, 'main', { more: '2' })
      await asPerson('POST', `${route}/branches`, { new_branch_name: 'low', old_ref_name: first })
      for (let number = 1; number <= many; number += 1) {
        const head = `many/${number}`
        await asPerson('POST', `${route}/branches`, { new_branch_name: head, old_ref_name: commit })
        await asPerson('POST', `${route}/pulls`, { head, base: 'low', title: head })
      }
    },
    pointTo: async (repository, branch, commit) => {
      const route = `/repos/${repository.path}/branches/${branch}`
      await call('PUT', route, { new_commit_id: commit, force: true })
    },
    sent: () => sent.splice(0),
    stop: async () => {
      const repositories = (await call('GET', `/orgs/${org}/repos?limit=50`)) as { name: string }[]
      for (let rest = repositories; rest.length > 0;) {
        for (const { name } of rest) await call('DELETE', `/repos/${org}/${name}`)
        rest = (await call('GET', `/orgs/${org}/repos?limit=50`)) as { name: string }[]
      }
      await call('DELETE', `/orgs/${org}`)
      // A fork belongs to the bot, and goes with it.
      for (const { name } of [bot, person]) await call('DELETE', `/admin/users/${name}?purge=true`)
    },
  }
}

/** After a push by git Gitea looks at a repository a moment later. */
async function settled(
  read: () => Promise<Repository | undefined>,
  hasFiles: boolean,
): Promise<Repository> {
  for (let tries = 0; ; tries += 1) {
    const repository = await read()
    const isReady = (repository?.defaultBranch !== undefined) === hasFiles
    if (repository !== undefined && isReady) return repository
    if (tries === 100) throw new Error('The repository did not turn up.')
    await sleep(50)
  }
}

type Call = (method: string, path: string, body?: unknown) => Promise<unknown>

function caller(url: string, authorization: string): Call {
  return async (method, path, body) => {
    const response = await fetch(`${url}/api/v1${path}`, {
      method,
      headers: { authorization, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    const text = await response.text()
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`)
    return text === '' ? undefined : (JSON.parse(text) as unknown)
  }
}

interface Account {
  readonly name: string
  readonly token: string
}

async function makeUser(url: string, call: Call, name: string): Promise<Account> {
  const password = randomBytes(12).toString('hex')
  await call('POST', '/admin/users', {
    username: name,
    email: `${name}@example.invalid`,
    password,
    must_change_password: false,
  })
  const basic = `Basic ${Buffer.from(`${name}:${password}`).toString('base64')}`
  const { sha1 } = (await caller(url, basic)('POST', `/users/${name}/tokens`, {
    name: 'all',
    scopes: ['all'],
  })) as { sha1: string }
  return { name, token: sha1 }
}

/**
 * Commits files on top of a branch by plain git, byte by byte as they are; gives the commit's id. A path that ends in `*` is executable,
 * in `@` a link. Undefined as branch: the first commit of `main`.
 */
export async function commitByGit(
  url: string,
  authorization: string,
  branch: string | undefined,
  files: Readonly<Record<string, string>>,
): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'world-'))
  const git = gitIn(folder, authorization)
  const ref = `refs/heads/${branch ?? 'main'}`
  try {
    await git(['init', '--quiet', '--bare'])
    if (branch !== undefined) await git(['fetch', '--quiet', '--depth=1', url, `${ref}:${ref}`])
    await git(
      ['fast-import', '--quiet', '--date-format=now'],
      fastImport(ref, branch !== undefined, files),
    )
    await git(['push', '--quiet', url, ref])
    return (await git(['rev-parse', ref])).trim()
  } finally {
    await rm(folder, { recursive: true })
  }
}

const bytesOf = (text: string) => {
  const bytes = Buffer.from(text)
  return Buffer.concat([Buffer.from(`data ${bytes.length}\n`), bytes, Buffer.from('\n')])
}

function fastImport(
  ref: string,
  hasParent: boolean,
  files: Readonly<Record<string, string>>,
): Buffer {
  const modes = new Map([
    ['*', '100755'],
    ['@', '120000'],
  ])
  const changes = Object.entries(files).map(([name, text]) => {
    const mode = modes.get(name.slice(-1))
    const file = mode === undefined ? name : name.slice(0, -1)
    return Buffer.concat([
      Buffer.from(`M ${mode ?? '100644'} inline ${JSON.stringify(file)}\n`),
      bytesOf(text),
    ])
  })
  return Buffer.concat([
    Buffer.from(`commit ${ref}\ncommitter A Person <person@example.invalid> now\n`),
    bytesOf(`A person changes ${Object.keys(files).length} files\n`),
    Buffer.from(hasParent ? `from ${ref}^0\n` : ''),
    ...changes,
  ])
}

function gitIn(folder: string, authorization: string) {
  return (args: readonly string[], input: string | Buffer = ''): Promise<string> =>
    new Promise((resolve, reject) => {
      const child = spawn('git', args, {
        cwd: folder,
        env: {
          PATH: process.env['PATH'],
          HOME: folder,
          GIT_TERMINAL_PROMPT: '0',
          GIT_CONFIG_NOSYSTEM: '1',
          GIT_CONFIG_COUNT: '1',
          GIT_CONFIG_KEY_0: 'http.extraHeader',
          GIT_CONFIG_VALUE_0: `Authorization: ${authorization}`,
        },
      })
      const output: Buffer[] = []
      const errors: Buffer[] = []
      child.stdout.on('data', (chunk: Buffer) => output.push(chunk))
      child.stderr.on('data', (chunk: Buffer) => errors.push(chunk))
      child.on('error', reject)
      child.on('close', (code) => {
        if (code === 0) resolve(Buffer.concat(output).toString())
        else reject(new Error(`git ${args.join(' ')}: ${Buffer.concat(errors).toString()}`))
      })
      // git may end before it has read its input.
      child.stdin.on('error', () => undefined)
      child.stdin.end(input)
    })
}

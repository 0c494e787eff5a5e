import { spawn } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { countingProxy, type CountingProxy } from './fleet/counting-proxy.ts'
import { ask, commitFiles, type Gitea, makeRepository, pullsOf } from './fleet/gitea.ts'

// A campaign over many repositories of a real Gitea, killed at random moments and begun again, with people at work meanwhile:
//   GITEA_URL=... GITEA_TOKEN=... npm run fleet -- --repositories 500 --kills 20
// Afterwards: one pull request for each service, no commit of a person lost, nothing written by a second run. Prints what it counted; exit code 1
// where something is not so.

const root = path.join(import.meta.dirname, '../..')
const { values } = parseArgs({
  options: {
    repositories: { type: 'string', default: '20' },
    /** In each repository. */
    services: { type: 'string', default: '4' },
    kills: { type: 'string', default: '5' },
    /** Seconds that a run lives, at most. */
    life: { type: 'string', default: '8' },
  },
})
const [count, each, kills] = [values.repositories, values.services, values.kills].map(Number) as [
  number,
  number,
  number,
]
const { GITEA_URL: url, GITEA_TOKEN: token } = process.env
if (url === undefined || token === undefined)
  throw new Error('GITEA_URL and GITEA_TOKEN name a Gitea to work on')
const gitea: Gitea = { url, token }

const problems: string[] = []
const check = (isRight: boolean, words: string): void => {
  if (!isRight) problems.push(words)
}

const org = `fleet-${Date.now().toString(36)}`
const names = Array.from({ length: count }, (_, i) => `shop-${String(i).padStart(4, '0')}`)
const folder = mkdtempSync(path.join(tmpdir(), 'msb-migrate-fleet-'))
const output: string[] = []

/** The services that a repository can have: those of the examples that are migrated. */
const examples = ['orders', 'invoices', 'storefront', 'guestbook'].filter((name) =>
  readdirSync(path.join(root, 'examples/services')).includes(name),
)

function filesOf(name: string, index: number): Record<string, string> {
  const from = path.join(root, 'examples/services', examples[index % examples.length] ?? '')
  const files: Record<string, string> = {}
  for (const entry of readdirSync(from, { recursive: true, encoding: 'utf8' })) {
    const place = path.join(from, entry)
    if (statSync(place).isFile()) files[`services/${name}/${entry}`] = readFileSync(place, 'utf8')
  }
  return files
}

async function inTurns<T>(
  items: readonly T[],
  atOnce: number,
  work: (item: T) => Promise<void>,
): Promise<void> {
  const open = [...items]
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      for (let item = open.shift(); item !== undefined; item = open.shift()) await work(item)
    }),
  )
}

interface Ended {
  readonly code: number | null
  readonly seconds: number
}

function run(
  proxy: CountingProxy,
  state: string,
  options: { readonly killAfter?: number } = {},
): Promise<Ended> {
  const started = performance.now()
  const words = [
    'pr',
    '--org',
    org,
    '--forge',
    'gitea',
    '--host',
    proxy.origin,
    '--state',
    path.join(folder, state),
  ]
  const child = spawn(process.execPath, [path.join(root, 'bin/msb-migrate.js'), ...words], {
    cwd: folder,
    env: { ...process.env, GITEA_TOKEN: token, GITEA_URL: proxy.origin },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => output.push(chunk.toString()))
  const timer =
    options.killAfter === undefined
      ? undefined
      : setTimeout(() => child.kill('SIGKILL'), options.killAfter)
  return new Promise((done) => {
    child.on('close', (code) => {
      clearTimeout(timer)
      done({ code, seconds: (performance.now() - started) / 1000 })
    })
  })
}

const total = (counts: ReadonlyMap<string, number>): number =>
  [...counts.values()].reduce((a, b) => a + b, 0)
const writesOf = (counts: ReadonlyMap<string, number>): number =>
  total(counts) - (counts.get('GET') ?? 0)

/** People at work: commits on branches of ours, some closed, some merged. What they did must be found again. */
async function people(done: Map<string, string>): Promise<void> {
  for (const name of names.filter(() => Math.random() < 0.03)) {
    const repository = `${org}/${name}`
    const pull = (await pullsOf(gitea, repository)).find(
      ({ state, number }) => state === 'open' && !done.has(`${repository} ${number}`),
    )
    if (pull === undefined) continue
    const at = `${repository} ${pull.number}`
    const choice = Math.random()
    if (choice < 0.5) {
      const sha = await commitFiles(
        gitea,
        repository,
        pull.head.ref,
        { 'NOTES.md': 'By hand\n' },
        'A note',
      ).catch(() => undefined)
      if (sha !== undefined) done.set(at, `commit ${sha}`)
    } else if (choice < 0.75) {
      await ask(gitea, 'PATCH', `/repos/${repository}/pulls/${pull.number}`, { state: 'closed' })
      done.set(at, 'closed')
    } else {
      const isMerged = await ask(gitea, 'POST', `/repos/${repository}/pulls/${pull.number}/merge`, {
        Do: 'merge',
        delete_branch_after_merge: true,
      }).then(
        () => true,
        () => false,
      )
      if (isMerged) done.set(at, 'merged')
    }
  }
}

const secrets = [token, Buffer.from(`x:${token}`).toString('base64')]
const proxy = await countingProxy(url, secrets)
await ask(gitea, 'POST', '/orgs', { username: org })
console.log(`${org}: making ${count} repositories with ${each} services each`)
await inTurns(names, 4, async (name) => {
  const files = Object.assign(
    {},
    ...Array.from({ length: each }, (_, i) => filesOf(`service-${i}`, i)),
  ) as Record<string, string>
  await makeRepository(gitea, org, name, files)
})

const byPeople = new Map<string, string>()
let [killed, requests, seconds, pace] = [0, 0, 0, Number(values.life) * 1000]
while (killed < kills) {
  const ended = await run(proxy, 'one.jsonl', { killAfter: 500 + Math.random() * pace })
  seconds += ended.seconds
  if (ended.code === null) killed++
  else if (ended.code !== 0) check(false, `a run ended with ${ended.code}`)
  // It was through before it could be killed: sooner, the next time.
  if (ended.code === 0) pace = Math.max(500, pace / 2)
  requests += total(proxy.take())
  await people(byPeople)
  if (pace <= 500) break
}
console.log(`killed ${killed} times`)

// Undisturbed, where nothing is killed: what a first run costs.
if (kills === 0) {
  const first = await run(proxy, 'one.jsonl')
  const counts = proxy.take()
  check(first.code === 0, `the first run ended with ${first.code}`)
  requests += total(counts)
  seconds += first.seconds
  console.log(
    `a first run: ${total(counts)} requests (${(total(counts) / (count * each)).toFixed(2)} a service), ${Math.round(first.seconds)} s`,
  )
}

// Two at once, which know nothing of each other.
for (const ended of await Promise.all([run(proxy, 'one.jsonl'), run(proxy, 'two.jsonl')])) {
  // One that the other was faster with may be refused; the next run finds it as it should be.
  check(ended.code === 0 || ended.code === 3, `a run ended with ${ended.code}`)
  seconds += ended.seconds
}
requests += total(proxy.take())

let [pulls, wrong] = [0, 0]
await inTurns(names, 4, async (name) => {
  const repository = `${org}/${name}`
  const all = await pullsOf(gitea, repository)
  const keys = new Set(all.map(({ body }) => /"key":"([^"]+)"/.exec(body)?.[1]))
  pulls += all.length
  if (all.length !== each || keys.size !== each) {
    wrong++
    problems.push(`${repository}: ${all.length} pull requests for ${each} services`)
  }
  for (const { number, head, state, merged } of all) {
    const what = byPeople.get(`${repository} ${number}`)
    if (what?.startsWith('commit ') === true)
      check(head.sha === what.slice('commit '.length), `${repository} #${number}: a commit is lost`)
    else
      check(
        state === (what === undefined ? 'open' : 'closed') && merged === (what === 'merged'),
        `${repository} #${number}: ${state}, and people did ${what ?? 'nothing'}`,
      )
  }
})
const all = count * each
console.log(
  `${pulls} pull requests for ${all} services, ${wrong} repositories wrong; people did ${byPeople.size} things`,
)
console.log(
  `until all was there: ${requests} requests (${(requests / all).toFixed(2)} a service), ${Math.round(seconds)} s`,
)

for (const [title, state] of [
  ['with its state', 'one.jsonl'],
  ['without a state', 'three.jsonl'],
] as const) {
  const again = await run(proxy, state)
  const counts = proxy.take()
  check(again.code === 0, `a second run ended with ${again.code}`)
  check(
    writesOf(counts) === 0 || state === 'three.jsonl',
    `a second run wrote ${writesOf(counts)} times`,
  )
  console.log(
    `again ${title}: ${total(counts)} requests (${(total(counts) / all).toFixed(2)} a service), ${writesOf(counts)} other than GET, ${Math.round(again.seconds)} s`,
  )
}

const files = readdirSync(folder).map((name) => readFileSync(path.join(folder, name), 'utf8'))
check(proxy.leaks.length === 0, `the token was sent: ${proxy.leaks[0] ?? ''}`)
check(
  ![...files, ...output].some((text) => secrets.some((secret) => text.includes(secret))),
  'the token was written',
)
proxy.close()
rmSync(folder, { recursive: true, force: true })
const failures = new Set(
  output
    .join('')
    .split('\n')
    .filter((line) => /^(failed|passed over)/.test(line)),
)
for (const failure of [...failures].slice(0, 10)) console.log(failure)
for (const problem of problems.slice(0, 20)) console.log(`WRONG: ${problem}`)
console.log(problems.length === 0 ? 'all as it should be' : `${problems.length} problems`)
process.exitCode = problems.length === 0 ? 0 : 1

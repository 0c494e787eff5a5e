import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { afterAll, describe, expect, onTestFinished, test } from 'vitest'
import type { Migrated } from '../../src/plan/outcome.ts'
import { openProject } from '../../src/project/open-project.ts'
import { createProjectCache } from '../../src/project/project-cache.ts'
import { createDocker } from '../../src/verify/engine/docker.ts'
import { inspectImage } from '../../src/verify/image/inspect-image.ts'
import type { Machine } from '../../src/verify/engine/machine.ts'
import { removeLeftovers } from '../../src/verify/build/remove-leftovers.ts'
import { runImages } from '../../src/verify/run/run-images.ts'
import type { RunComparison } from '../../src/verify/judge/judge-runs.ts'
import { readCompose } from '../../src/verify/compose/read-compose.ts'
import { planService } from '../../src/verify/build/service-plan.ts'
import type { VerifySettings } from '../../src/verify/verify-settings.ts'
import { settingsOf } from '../verify/settings.ts'
import { buildImage } from './build-image.ts'
import { removeOurs, whyNoDocker } from './docker.ts'

// Runs images made on purpose, before and after, as `verify` does once they are built.
const missing = await whyNoDocker()
const runId = `test${process.pid}`

interface Pair {
  readonly before: string
  readonly after: string
  readonly files?: Readonly<Record<string, string>>
  readonly settings?: Partial<VerifySettings>
  readonly migrated?: Partial<Migrated>
  readonly interrupt?: AbortSignal
}

let count = 0

/** Builds both Dockerfiles and runs them. */
async function runPair({ before, after, files = {}, settings, migrated, interrupt }: Pair) {
  const root = realpathSync(mkdtempSync(path.join(tmpdir(), 'msb-run-')))
  onTestFinished(() => rmSync(root, { recursive: true, force: true }))
  const put = (name: string, text: string): string => {
    mkdirSync(path.dirname(path.join(root, name)), { recursive: true })
    writeFileSync(path.join(root, name), text)
    return path.join(root, name)
  }
  put('project/Dockerfile', before)
  for (const [name, text] of Object.entries(files)) put(`project/${name}`, text)
  const all = settingsOf({ runId, ...settings })
  const project = openProject({
    root: path.join(root, 'project'),
    dockerfilePath: path.join(root, 'project/Dockerfile'),
    cache: createProjectCache(),
  })
  const outcome: Migrated = {
    ...{ outcome: 'migrated', ecosystem: undefined, before, after, changes: [], replaced: [] },
    ...{ contract: [], stays: [], origins: [], otherFiles: [] },
    ...migrated,
  }
  const key = `pair-${++count}`
  const logs = path.join(root, 'logs')
  mkdirSync(path.join(logs, key), { recursive: true })
  const machine: Machine = {
    docker: createDocker(process.env, interrupt ?? new AbortController().signal),
    env: process.env,
    now: () => performance.now(),
    sleep: async (ms) => {
      await setTimeout(ms, undefined, { signal: interrupt }).catch(() => undefined)
    },
    interrupt: interrupt ?? new AbortController().signal,
    folder: path.join(root, 'work'),
    logs,
  }
  const usage = project.usages().find(({ kind }) => kind === 'compose')
  const compose = await readCompose(usage, path.join(root, 'project'), machine)
  const service = planService({ key, path: 'Dockerfile', migrated: outcome, project, compose }, all)
  for (const { tag, half, dockerfile } of [service.before, service.after]) {
    const file = put(`${half}.Dockerfile`, dockerfile)
    const context = path.join(root, 'project')
    const failure = await buildImage({ tag, dockerfile: file, context, args: {} })
    expect(failure, `${half} of ${key} does not build`).toBeUndefined()
  }
  const [old, now] = [
    await inspectImage(createDocker(process.env, new AbortController().signal), service.before.tag),
    await inspectImage(createDocker(process.env, new AbortController().signal), service.after.tag),
  ]
  if (old === undefined || now === undefined) throw new Error('no image')
  return runImages({ service, settings: all, before: old, after: now }, machine)
}

/** What a test looks at. */
function brief(result: RunComparison | undefined) {
  return result && { verdict: result.verdict, codes: result.differences.map(({ code }) => code) }
}

const server = (body: string, port = 3000) => `
const http = require('node:http')
const fs = require('node:fs')
${body}
http.createServer((request, response) => answer(request, response)).listen(${port})
`
const app = (lines = '') =>
  `FROM node:20-alpine\nWORKDIR /app\nCOPY server.js ./\n${lines}\nEXPOSE 3000\nCMD ["node", "server.js"]\n`

const tests = (): void => {
  test('the same server answers alike', async () => {
    const files = {
      'server.js': server(
        `const pages = { '/': '<a href="/about">x</a><script src="/app.js"></script>' + new Date().toISOString(), '/about': 'About', '/app.js': 'x()' }
         const answer = (request, response) => {
           const page = pages[request.url]
           response.writeHead(page ? 200 : 404, { 'content-type': request.url === '/app.js' ? 'text/javascript' : 'text/html' })
           response.end(page ?? 'no')
         }`,
      ),
    }
    const result = await runPair({ before: app(), after: app('ENV A=1'), files })
    expect(result).toMatchObject({
      verdict: 'same',
      reason: 'Both answer alike: / 200, /msb-migrate-no-such-page 404, /about 200, /app.js 200.',
    })
    expect(Object.keys(result?.before.answers ?? {})).toEqual([
      '/',
      '/msb-migrate-no-such-page',
      '/about',
      '/app.js',
    ])
  })

  test('a container that ends with exit code 0', async () => {
    const job = (text: string) => `FROM node:20-alpine\nCMD ["echo", "${text}"]\n`
    expect(await runPair({ before: job('done'), after: job('done') })).toMatchObject({
      verdict: 'same',
      reason: 'Both end with exit code 0, and print the same.',
    })
    expect(brief(await runPair({ before: job('done'), after: job('other') }))).toEqual({
      verdict: 'different',
      codes: ['output'],
    })
  })

  test('one that never listens', async () => {
    const worker = `FROM node:20-alpine\nCMD ["node", "-e", "setInterval(() => console.log('tick'), 500)"]\n`
    expect(await runPair({ before: worker, after: `${worker}ENV A=1\n` })).toMatchObject({
      verdict: 'same',
      reason: 'Both run without listening on any port.',
    })
    const waits = worker.replace('CMD', 'EXPOSE 80\nCMD')
    expect(await runPair({ before: waits, after: waits, settings: { wait: 5 } })).toMatchObject({
      verdict: 'not-runnable',
      reason:
        'The old image runs, but does not get ready in time here, so nothing can be compared.',
    })
  })

  test('a slow start', async () => {
    const files = {
      'server.js': `setTimeout(() => {${server('const answer = (_, response) => response.end("ok")')}}, Number(process.env.SLOW))`,
    }
    const result = await runPair({
      before: app('ENV SLOW=4000'),
      after: app('ENV SLOW=9000'),
      files,
      settings: { wait: 8 },
    })
    expect(brief(result)).toEqual({ verdict: 'same', codes: [] })
  })

  test('a port that nobody names', async () => {
    const files = {
      'server.js': server('const answer = (_, response) => response.end("ok")', 4321),
    }
    const before = app().replace('EXPOSE 3000\n', '')
    const result = await runPair({ before, after: `${before}ENV A=1\n`, files })
    expect(result).toMatchObject({ verdict: 'same', before: { port: 4321 }, after: { port: 4321 } })
  })

  test('a log of 200 MB', async () => {
    const files = {
      'server.js': server(
        `const line = 'x'.repeat(1023) + '\\n'
         let left = 200 * 1024
         const write = () => { while (left-- > 0) if (!process.stdout.write(line)) return process.stdout.once('drain', write) }
         write()
         console.error('fatal: the last word')
         const answer = (_, response) => response.end('ok')`,
      ),
    }
    const rss = process.memoryUsage().rss
    const result = await runPair({ before: app(), after: app('ENV A=1'), files })
    expect(result).toMatchObject({ verdict: 'same' })
    expect(result?.before.errors.map(({ line }) => line)).toContain('fatal: the last word')
    // Both logs have 400 MB together; what the collector has not come to yet is counted, too.
    expect(process.memoryUsage().rss - rss).toBeLessThan(300 * 1024 * 1024)
  })

  test('a body that changes by itself', async () => {
    const files = {
      'server.js': server(
        'let n = 0; const answer = (_, response) => response.end("n".repeat(++n))',
      ),
    }
    const result = await runPair({ before: app(), after: app('ENV A=1'), files })
    expect(brief(result)).toEqual({ verdict: 'same', codes: [] })
    expect(result?.before.answers['/']?.isSteady).toBe(false)
  })

  test('a server that holds its first answer back', async () => {
    const files = {
      'server.js': server(
        'const answer = (_, response) => setTimeout(() => response.end("ok"), 12_000 - 1_000 * process.uptime())',
      ),
    }
    const result = await runPair({ before: app(), after: app('ENV A=1'), files })
    expect(result?.reason).toMatch(/^Both answer alike: \/ 200/)
  })

  test('a server that ends with its standard input', async () => {
    const files = {
      'server.js': server('const answer = (_, response) => response.end("ok")'),
      'dev.js': 'process.stdin.on("end", () => process.exit()).resume()\nrequire("./server.js")',
    }
    const after = app().replace('COPY server.js', 'COPY *.js')
    const before = after.replace('"server.js"]', '"dev.js"]')
    const result = await runPair({ before, after, files })
    expect(brief(result)).toEqual({ verdict: 'same', codes: [] })
    expect(result?.notes.map(({ code }) => code)).toContain('open-input')
  })

  test('what changes with each container only', async () => {
    const files = {
      'server.js': server(
        'const word = require("node:os").hostname().replace(/\\d/g, "").replace(/(.)/g, "$1 "); const answer = (_, response) => response.end(word)',
      ),
    }
    const result = await runPair({ before: app(), after: app('ENV A=1'), files })
    expect(brief(result)).toEqual({ verdict: 'same', codes: [] })
    expect(result?.notes.map(({ code }) => code)).toContain('unsteady')
  })

  test('a data folder that the new user may not write to', async () => {
    const files = {
      'server.js': server(
        `const answer = (_, response) => {
           try { fs.writeFileSync('/data/x', 'x'); response.end('saved') } catch (e) { console.error(e.message); response.writeHead(500).end('no') }
         }`,
      ),
    }
    const change = {
      rule: 'non-root-user',
      title: 'Run as node',
      why: '',
      risk: 'safe',
      evidence: [],
    } as const
    const result = await runPair({
      before: app('RUN mkdir /data'),
      after: app('RUN mkdir /data\nUSER node'),
      files,
      migrated: { changes: [change] },
    })
    expect(brief(result)).toEqual({
      verdict: 'different',
      codes: ['answer', 'answer', 'log-permission'],
    })
    const last = result?.differences.at(-1)
    expect(last?.by).toBe('non-root-user')
    expect(last?.message).toContain('/data/x')
  })

  test('a file that is left out, and a program that is', async () => {
    const files = {
      'server.js': server(
        `const page = fs.readFileSync('/app/views/x.html'); const answer = (_, response) => response.end(page)`,
      ),
      'views/x.html': 'x',
    }
    const result = await runPair({
      before: app('COPY . .'),
      after: app(),
      files,
      migrated: { replaced: [{ line: 4, text: 'COPY . . # views', by: 'split-stages' }] },
    })
    expect(result).toMatchObject({
      verdict: 'different',
      reason: 'The container runs before, and ends with exit code 1 after.',
    })
    expect(result?.differences.map(({ code }) => code)).toEqual(['state', 'log-missing-file'])
    expect(result?.differences[1]?.by).toBe('split-stages')

    const start = (name: string) => `FROM node:20-alpine\nENTRYPOINT ["${name}", "1000"]\n`
    const gone = await runPair({ before: start('sleep'), after: start('slumber') })
    expect(brief(gone)).toEqual({ verdict: 'different', codes: ['state', 'log-missing-program'] })
  })

  test('want of a database: both end alike', async () => {
    const files = {
      'server.js': `require('node:net').connect(5432, '127.0.0.1')`,
    }
    const result = await runPair({ before: app(), after: app('ENV A=1'), files })
    expect(result).toMatchObject({ verdict: 'same', notes: [{ code: 'only-to-its-exit' }] })
  })

  test('--smoke, with variables that lead to each container', async () => {
    const files = {
      'server.js': server('const answer = (_, response) => response.end(process.env.WORD)'),
    }
    const ask = `node -e 'fetch(process.env.SMOKE_URL).then(async (r) => process.exit(await r.text() === "old" ? 0 : 3))'`
    const result = await runPair({
      before: app('ENV WORD=old'),
      after: app('ENV WORD=new'),
      files,
      settings: { smoke: [ask] },
    })
    expect(brief(result)).toEqual({
      verdict: 'different',
      codes: ['answer-body', 'answer-body', 'smoke'],
    })
    expect(result?.after.smoke[ask]?.exitCode).toBe(3)
  })

  test('an image without a shell or cat', async () => {
    const files = { 'server.js': server('const answer = (_, response) => response.end("ok")') }
    const lean = `FROM gcr.io/distroless/nodejs20-debian12\nWORKDIR /app\nCOPY server.js ./\nEXPOSE 3000\nENTRYPOINT ["/nodejs/bin/node"]\nCMD ["server.js"]\n`
    const result = await runPair({ before: app(), after: lean, files })
    expect(result).toMatchObject({ verdict: 'same', after: { ports: [3000] } })
  })

  test('services that compose starts before it: in a network of their own, a fresh set for each run', async () => {
    const files = {
      'server.js': `
        const http = require('node:http')
        http.get('http://db:5432/', (found) => found.on('data', (word) =>
          http.createServer((_, response) => response.end('db says ' + word)).listen(3000)))`,
      'docker-compose.yml': `
services:
  api: { build: ., depends_on: { db: { condition: service_healthy } } }
  db:
    image: node:20-alpine
    depends_on: [setup]
    environment: { WORD: "\${WORD:-hello}" }
    ports: ["5432:5432"]
    volumes: ["./data:/data"]
    command: node -e "let n = 0; require('http').createServer((_, r) => r.end(process.env.WORD + n++)).listen(5432)"
    healthcheck:
      test: ["CMD", "node", "-e", "require('net').connect(5432).on('connect', () => process.exit(0)).on('error', () => process.exit(1))"]
      interval: 2s
  setup: { build: ./setup }
`,
    }
    const pair = { before: app(), after: app('ENV A=1'), files, settings: { paths: ['/'] } }
    const alone = await runPair(pair)
    expect(alone).toMatchObject({ verdict: 'same' })
    // Whether compose is installed is the machine's affair.
    const notes = alone?.notes.flatMap(({ code }) => (code === 'compose' ? [] : code))
    expect(notes).toEqual(['only-to-its-exit', 'dependencies'])

    const settings = { paths: ['/'], withDependencies: true }
    const result = await runPair({ ...pair, settings })
    expect(result).toMatchObject({ verdict: 'same', reason: 'Both answer alike: / 200.' })
    const docker = createDocker(process.env, new AbortController().signal)
    const label = ['--filter', `label=msb-migrate.verify=${runId}`]
    expect((await docker(['ps', '--all', '--quiet', ...label])).stdout).toBe('')
    expect((await docker(['network', 'ls', '--quiet', ...label])).stdout).toBe('')
  })

  test('two services at once', async () => {
    const server3000 = server('const answer = (_, response) => response.end(process.env.WORD)')
    const files = { 'server.js': server3000 }
    const results = await Promise.all(
      ['one', 'two'].map((word) =>
        runPair({ before: app(`ENV WORD=${word}`), after: app(`ENV A=1 WORD=${word}`), files }),
      ),
    )
    expect(results.map(brief)).toEqual([
      { verdict: 'same', codes: [] },
      { verdict: 'same', codes: [] },
    ])
  })

  test('an interrupt leaves nothing behind', async () => {
    const interrupt = new AbortController()
    const files = { 'server.js': 'setInterval(() => 0, 1000)' }
    const running = runPair({
      before: app(),
      after: app('ENV A=1'),
      files,
      interrupt: interrupt.signal,
    })
    const stop = setTimeout(15_000).then(() => interrupt.abort())
    expect(await running).toBeUndefined()
    await stop
    const docker = createDocker(process.env, new AbortController().signal)
    const left = await docker([
      'ps',
      '--all',
      '--quiet',
      '--filter',
      `label=msb-migrate.verify=${runId}`,
    ])
    expect(left.stdout).toBe('')
  })
}

if (missing === undefined) {
  describe('running both images', tests)
  afterAll(async () => {
    await removeLeftovers(createDocker(process.env, new AbortController().signal), runId)
    await removeOurs()
  })
} else {
  console.warn(`Skipped: no Docker Engine to run with (${missing}).`)
  test.skip(`running both images: ${missing}`)
}

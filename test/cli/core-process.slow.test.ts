import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test, vi } from 'vitest'
import { buildOnce, program } from '../built-program.ts'
import { gitEnvironment, gitFolder } from '../publish/git-folder.ts'
import { folderWith } from './surroundings.ts'

buildOnce()

/** Many modules that all import each other: what takes long, whatever is done about it. */
const long = {
  'long/Dockerfile':
    'FROM node:22\nWORKDIR /app\nCOPY . .\nRUN npm ci && npm run build\nCMD ["node", "dist/a.js"]\n',
  'long/package.json': '{"scripts":{"build":"tsc"},"devDependencies":{"typescript":"5"}}',
  'long/package-lock.json': '{"lockfileVersion":3,"packages":{}}',
  ...Object.fromEntries(
    Array.from({ length: 4000 }, (_, i) => [
      `long/src/m${i}.ts`,
      Array.from({ length: 500 }, (_, j) => `import './m${(i * 7 + j * 19) % 4000}'\n`).join(''),
    ]),
  ),
  'long/src/a.ts': "import './m0'\n",
}
const good = {
  'good/Dockerfile':
    'FROM golang:1.22\nWORKDIR /app\nCOPY . .\nRUN go build -o server .\nCMD ["./server"]\n',
  'good/go.mod': 'module example.org/shop\n\ngo 1.22\n',
  'good/main.go': 'package main\n\nfunc main() {}\n',
}
const short = { 'short/Dockerfile': 'FROM scratch\nCOPY a /\n' }

function start(cwd: string, args: readonly string[], env = process.env) {
  const child = spawn(process.execPath, [program, ...args], { cwd, env })
  const out: Buffer[] = []
  child.stdout.on('data', (chunk: Buffer) => out.push(chunk))
  const ended = once(child, 'exit').then(([code]: unknown[]) => ({
    code,
    text: Buffer.concat(out).toString(),
  }))
  return { child, ended }
}

test('a file that takes too long fails, and the next one is answered', async () => {
  const cwd = folderWith({ ...long, ...short })
  const { code, text } = await start(cwd, [
    '--format=json',
    '--timeout-per-file=1',
    'long',
    'short',
  ]).ended
  const { files } = JSON.parse(text) as { files: { path: string; code: string }[] }
  expect(files.map(({ path, code: why }) => `${path} ${why}`)).toEqual([
    `${join('long', 'Dockerfile')} time-limit`,
    `${join('short', 'Dockerfile')} nothing-to-leave-behind`,
  ])
  expect(code).toBe(3)
})

test('Ctrl-C ends the run while a file is worked on', async () => {
  const cwd = folderWith(long)
  const { child, ended } = start(cwd, ['--check', 'long'])
  await new Promise((resolve) => setTimeout(resolve, 1500))
  const asked = performance.now()
  child.kill('SIGINT')
  expect((await ended).code).toBe(130)
  expect(performance.now() - asked).toBeLessThan(1000)
})

/** A campaign over a repository of this machine that has these files. */
function startCampaign(files: Readonly<Record<string, string>>, ...args: readonly string[]) {
  const host = gitFolder()
  host.commit(files)
  const clone = gitFolder()
  clone.git('remote', 'add', 'origin', host.folder)
  clone.git('fetch', '--quiet', 'origin')
  clone.git('reset', '--quiet', '--hard', 'origin/main')
  onTestFinished(() => {
    host.remove()
    clone.remove()
  })
  return start(clone.folder, ['pr', '--push-only', '--dry-run', ...args], gitEnvironment)
}

test('of a campaign, too, a file that takes too long costs itself alone', async () => {
  const { code, text } = await startCampaign({ ...long, ...good }, '--timeout-per-file=1').ended
  expect(text).toMatch(/^failed +this machine\S* long: .*takes more than 1 s/m)
  expect(text).toMatch(/^waiting +this machine\S* good: Not sent/m)
  expect(code).toBe(3)
})

// Asks Linux which processes a process has started.
test.runIf(process.platform === 'linux')(
  'and so does one that crashes, and Ctrl-C ends all of it',
  async () => {
    const { child, ended } = startCampaign({ ...long, ...good })
    const [core] = await childrenOf(child.pid ?? 0, 1)
    await new Promise((resolve) => setTimeout(resolve, 1500))
    process.kill(core ?? 0, 'SIGSEGV')
    const { text } = await ended
    expect(text).toMatch(/^failed +this machine\S* long: .*\(SIGSEGV\)/m)
    expect(text).toMatch(/^waiting +this machine\S* good: Not sent/m)
    const other = startCampaign(long)
    const left = await childrenOf(other.child.pid ?? 0, 1)
    await new Promise((resolve) => setTimeout(resolve, 1000))
    const asked = performance.now()
    other.child.kill('SIGINT')
    expect((await other.ended).code).toBe(130)
    expect(performance.now() - asked).toBeLessThan(1000)
    // The system takes a moment to clear away what has ended.
    await vi.waitFor(() => {
      expect(left.filter((pid) => existsSync(`/proc/${pid}`))).toEqual([])
    }, 3000)
  },
  60_000,
)

/** Processes with the program of the core below this one, as soon as there are so many. */
async function childrenOf(pid: number, count: number): Promise<readonly number[]> {
  for (;;) {
    const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ')
    const found = children.map(Number).filter(isCore)
    if (found.length >= count) return found
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}

function isCore(pid: number): boolean {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('core-process')
  } catch {
    return false
  }
}

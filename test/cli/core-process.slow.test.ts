import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { buildOnce, program } from '../built-program.ts'
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
      Array.from({ length: 200 }, (_, j) => `import './m${(i * 7 + j * 19) % 4000}'\n`).join(''),
    ]),
  ),
  'long/src/a.ts': "import './m0'\n",
}
const short = { 'short/Dockerfile': 'FROM scratch\nCOPY a /\n' }

function start(cwd: string, args: readonly string[]) {
  const child = spawn(process.execPath, [program, ...args], { cwd })
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

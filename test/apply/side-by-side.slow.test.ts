import { spawn, spawnSync } from 'node:child_process'
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { hostname, tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, expect, it, vi } from 'vitest'
import { buildOnce, program } from '../built-program.ts'
import { folderWith } from '../cli/surroundings.ts'

beforeAll(buildOnce, 120_000)
vi.setConfig({ testTimeout: 300_000 })

/** A project of which a second file is made beside the Dockerfile, which copies it. */
const fixture = join(import.meta.dirname, '../../__fixtures__/static-frontend/parcel-serve-single')

function services(count: number): string {
  const cwd = folderWith({})
  for (let i = 0; i < count; i++) {
    cpSync(join(fixture, 'context'), join(cwd, `s${i}`), { recursive: true })
    cpSync(join(fixture, 'input.Dockerfile'), join(cwd, `s${i}/Dockerfile`))
  }
  return cwd
}

function start(cwd: string): Promise<number | null> {
  const child = spawn(process.execPath, [program, '--write', '.'], { cwd, stdio: 'ignore' })
  return new Promise((done) => child.once('close', done))
}

/** What is wrong with the folders: a file that is copied and not there, or left by a run. */
function wrongIn(cwd: string): readonly string[] {
  return readdirSync(cwd).filter((name) => {
    const folder = join(cwd, name)
    const isMade = readFileSync(join(folder, 'Dockerfile'), 'utf8').includes('COPY nginx.conf')
    const hasLeftovers = readdirSync(folder).some((file) => file.includes('msb-migrate'))
    return !isMade || !existsSync(join(folder, 'nginx.conf')) || hasLeftovers
  })
}

it.each([2, 4, 8])('%i runs at once leave each service whole, and all end well', async (runs) => {
  for (let round = 0; round < 2; round++) {
    const cwd = services(60)
    const codes = await Promise.all(Array.from({ length: runs }, () => start(cwd)))
    expect(wrongIn(cwd)).toEqual([])
    expect(codes).toEqual(codes.map(() => 0))
  }
})

it('goes on past the lock of a killed run, and says so', () => {
  const cwd = services(1)
  const place = join(
    tmpdir(),
    `msb-migrate-locks-${process.getuid?.() ?? 0}-${encodeURIComponent(hostname())}`,
  )
  mkdirSync(place, { recursive: true, mode: 0o700 })
  const gone = spawnSync(process.execPath, ['--version']).pid
  const { dev, ino } = statSync(join(cwd, 's0'), { bigint: true })
  const claim = join(place, `${dev}-${ino}.${encodeURIComponent(hostname())}.${gone}.1`)
  writeFileSync(claim, '')
  const run = spawnSync(process.execPath, [program, '--write', '.'], { cwd, encoding: 'utf8' })
  expect(run.stderr).toContain(`hint: the lock of a killed run (process ${gone}) was removed\n`)
  expect(run.status).toBe(0)
  expect(existsSync(claim)).toBe(false)
  expect(wrongIn(cwd)).toEqual([])
})

import { spawn, spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import { jsonReport } from '../src/report/json/json-schema.ts'
import { buildOnce, program } from './built-program.ts'
import { folderWith } from './cli/surroundings.ts'

// The only tests that run the program as users do; all others run it in their own process.
beforeAll(buildOnce, 120_000)
vi.setConfig({ testTimeout: 60_000 })

function runProgram(argv: readonly string[], cwd: string, input = '') {
  return spawnSync(process.execPath, [program, ...argv], {
    cwd,
    input,
    encoding: 'utf8',
    maxBuffer: 1 << 30,
  })
}

const goFile =
  'FROM golang:1.22\nWORKDIR /src\nCOPY . .\nRUN CGO_ENABLED=0 go build -o /app .\nCMD ["/app"]\n'

describe('the built program', () => {
  it('shows help and version, and knows bad usage', () => {
    expect(runProgram(['--help'], '/')).toMatchObject({ status: 0, stderr: '' })
    expect(runProgram(['--version'], '/').stdout).toMatch(/^\d+\.\d+\.\d+\n$/)
    expect(runProgram(['--what'], '/')).toMatchObject({ status: 2, stdout: '' })
  })

  it('gives the same output on any number of threads, a large one whole', () => {
    const files = Array.from({ length: 60 }, (_, i): [string, string] => [
      `s${i}/Dockerfile`,
      `# ${'x'.repeat(20_000)}\n${i % 3 ? goFile : 'FROM'}`,
    ])
    const cwd = folderWith(Object.fromEntries(files))
    const one = runProgram(['--format', 'json', '-j', '1'], cwd)
    const three = runProgram(['--format', 'json', '-j', '3'], cwd)
    expect(one.status).toBe(0)
    expect(JSON.parse(one.stdout) as unknown).toMatchObject({ summary: { files: 60, failed: 0 } })
    expect(three.stdout === one.stdout).toBe(true)
  })

  it('stops quietly when nobody reads on', () => {
    const cwd = folderWith(
      Object.fromEntries(Array.from({ length: 200 }, (_, i) => [`s${i}/Dockerfile`, goFile])),
    )
    const run = spawnSync(
      'bash',
      ['-c', `"${process.execPath}" "${program}" -d -j 1 . | head -1; echo "\${PIPESTATUS[0]}"`],
      { cwd, encoding: 'utf8' },
    )
    expect(run.stdout).toMatch(/\n0\n$/)
    expect(run.stderr).not.toContain('EPIPE')
  })

  it.runIf(existsSync('/dev/full'))("says where its output can't be written", () => {
    const cwd = folderWith({ Dockerfile: goFile })
    const shell = (redirection: string) =>
      spawnSync('bash', ['-c', `"${process.execPath}" "${program}" -d . ${redirection}`], {
        ...{ cwd, encoding: 'utf8' },
      })
    expect(shell('> /dev/full')).toMatchObject({
      status: 2,
      stderr: "msb-migrate: standard output can't be written (ENOSPC)\n",
    })
    expect(shell('> /dev/full 2>&1').status).toBe(2)
    expect(shell('2> /dev/full')).toMatchObject({ status: 0 })
    expect(shell('2>&1 > /dev/null | true; exit ${PIPESTATUS[0]}')).toMatchObject({ status: 0 })
  })

  it('does not wait for input without a terminal', () => {
    expect(runProgram([], folderWith({ Dockerfile: goFile })).status).toBe(0)
  })

  it('takes a binary file, UTF-16, a folder, a pipe and a large file for what they are', () => {
    const cwd = folderWith({
      binary: new Uint8Array([70, 0, 1]),
      utf16: Buffer.from('\ufeffFROM x', 'utf16le'),
      large: Buffer.alloc(11 * 1024 * 1024, 32),
      'folder/x': '',
    })
    spawnSync('mkfifo', ['pipe'], { cwd })
    const names = ['binary', 'folder', 'large', 'pipe', 'utf16']
    const run = runProgram(['--format', 'json', '--files-from', '-'], cwd, names.join('\n'))
    const { files } = jsonReport.parse(JSON.parse(run.stdout))
    expect(
      files.map((file) => [file.path, file.outcome, file.outcome === 'refused' && file.code]),
    ).toEqual(names.map((name) => [name, 'refused', 'not-a-dockerfile']))
  })
})

const kills = 100
const folders = Array.from({ length: 8 }, (_, i) => `service-${i}`)
const old = 'FROM old\n'.repeat(5_000)
const now = old.replaceAll('old', 'new')
const ignore = 'node_modules\n'.repeat(1000)

/** Starts a run that writes every Dockerfile and kills it some time after it reported the n-th; gives how many it reported. */
async function killAfter(cwd: string, files: number, milliseconds: number): Promise<number> {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'apply/write-many.mjs')], {
    cwd,
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  let reported = ''
  const ended = new Promise((resolve) => child.once('close', resolve))
  const reached = new Promise<void>((resolve) => {
    child.stdout.on('data', (chunk: Buffer) => {
      reported += chunk.toString()
      if (reported.split('\n').length > files) resolve()
    })
  })
  await Promise.race([reached, ended])
  await setTimeout(milliseconds)
  child.kill('SIGKILL')
  await ended
  return reported.split('\n').length - 1
}

function check(cwd: string): void {
  for (const folder of folders) {
    const text = readFileSync(join(cwd, folder, 'Dockerfile'), 'utf8')
    expect(text === old || text === now).toBe(true)
    const ignoreFile = join(cwd, folder, '.dockerignore')
    if (existsSync(ignoreFile)) expect(readFileSync(ignoreFile, 'utf8') === ignore).toBe(true)
    // The Dockerfile comes last: it never counts on a file that is not there.
    if (text === now) expect(existsSync(ignoreFile)).toBe(true)
    const others = readdirSync(join(cwd, folder)).filter(
      (name) => !/^(Dockerfile|\.dockerignore)$/.test(name),
    )
    for (const name of others)
      expect(name).toMatch(/^\.(Dockerfile|\.dockerignore)\.1\.msb-migrate-tmp$/)
  }
}

it(
  `leaves each file old or new when killed at ${kills} moments`,
  { timeout: 300_000 },
  async () => {
    const moments = Array.from({ length: kills }, (_, i) => ({
      files: 1 + (i % (folders.length - 2)),
      milliseconds: (i * 7) % 5,
    }))
    let interrupted = 0
    const work = async (): Promise<void> => {
      for (let moment = moments.pop(); moment !== undefined; moment = moments.pop()) {
        const cwd = folderWith(
          Object.fromEntries(folders.map((folder) => [`${folder}/Dockerfile`, old])),
        )
        const reported = await killAfter(cwd, moment.files, moment.milliseconds)
        if (reported < folders.length) interrupted++
        check(cwd)
      }
    }
    await Promise.all([work(), work()])
    expect(interrupted).toBeGreaterThan(kills / 2)
  },
)

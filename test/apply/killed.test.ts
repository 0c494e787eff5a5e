import { spawn } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { folderWith } from '../cli/surroundings.ts'

const kills = 100
const folders = Array.from({ length: 8 }, (_, i) => `service-${i}`)
const old = 'FROM old\n'.repeat(5_000)
const now = old.replaceAll('old', 'new')
const ignore = 'node_modules\n'.repeat(1000)

/** Starts a run that writes every Dockerfile and kills it some time after it reported the n-th; gives how many it reported. */
async function killAfter(cwd: string, files: number, milliseconds: number): Promise<number> {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'write-many.mjs')], {
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

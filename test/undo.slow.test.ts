import { spawn, spawnSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { beforeAll, expect, it } from 'vitest'
import { buildOnce, program } from './built-program.ts'
import { folderWith } from './cli/surroundings.ts'

// What a killed run has written can be taken back, whenever it was killed.
beforeAll(buildOnce, 120_000)

const kills = 6
const folders = Array.from({ length: 12 }, (_, i) => `service-${i}`)
const source =
  'FROM golang:1.22\nWORKDIR /src\nCOPY . .\nRUN CGO_ENABLED=0 go build -o /app .\nCMD ["/app"]\n'

/** Starts a run that writes, and kills it some time after it said that the n-th file is written. Gives how many it said. */
async function killAfter(
  argv: readonly string[],
  cwd: string,
  env: Readonly<Record<string, string | undefined>>,
  files: number,
  milliseconds: number,
): Promise<number> {
  const child = spawn(process.execPath, [program, ...argv], {
    ...{ cwd, env },
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  let said = ''
  const ended = new Promise((resolve) => child.once('close', resolve))
  const reached = new Promise<void>((resolve) => {
    child.stdout.on('data', (chunk: Buffer) => {
      said += chunk.toString()
      if (said.split('\n').length > files) resolve()
    })
  })
  await Promise.race([reached, ended])
  await setTimeout(milliseconds)
  child.kill('SIGKILL')
  await ended
  return said.split('\n').length - 1
}

/** What is there besides leftovers of writing, which are nobody's content. */
function filesIn(cwd: string): Readonly<Record<string, string>> {
  const names = readdirSync(cwd, { recursive: true, encoding: 'utf8' }).filter((name) =>
    /(Dockerfile|\.dockerignore|main\.go)$/.test(name),
  )
  return Object.fromEntries(
    names.sort().map((name) => [name, readFileSync(join(cwd, name), 'utf8')]),
  )
}

it(
  `takes back what a run had written that was killed, at ${kills} moments, the undo itself killed, too`,
  { timeout: 300_000 },
  async () => {
    let interrupted = 0
    for (let i = 0; i < kills; i++) {
      const cwd = folderWith(
        Object.fromEntries(
          folders.flatMap((folder) => [
            [`${folder}/Dockerfile`, source],
            [`${folder}/main.go`, 'package main\n\nfunc main() { println("x") }\n'],
            [`${folder}/go.mod`, 'module x\n\ngo 1.22\n'],
          ]),
        ),
      )
      const before = filesIn(cwd)
      const env = { ...process.env, XDG_STATE_HOME: folderWith({}) }
      const said = await killAfter(['--write', '.'], cwd, env, 1 + ((i * 3) % 9), (i * 7) % 11)
      if (said < folders.length) interrupted++
      expect(filesIn(cwd)).not.toEqual(before)
      if (i % 2 === 1) await killAfter(['undo'], cwd, env, 0, 120 + i * 10)
      const undone = spawnSync(process.execPath, [program, 'undo'], { cwd, env, encoding: 'utf8' })
      expect(undone).toMatchObject({ status: 0 })
      expect(filesIn(cwd)).toEqual(before)
    }
    expect(interrupted).toBeGreaterThan(kills / 2)
  },
)

import { linkSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { PassThrough } from 'node:stream'
import { expect, it } from 'vitest'
import { createWriter, type Writer } from '../../src/cli/migrate/create-writer.ts'
import type { MigrateAll } from '../../src/cli/migrate/core/migrate-all.ts'
import { parseArguments } from '../../src/cli/parse-arguments.ts'
import type { FileReport } from '../../src/report/file-report.ts'
import { migratedFrom } from './fake-core.ts'
import { folderWith, runHere } from './surroundings.ts'

/** What comes of a Dockerfile depends on the file beside it. */
const byEvidence = (cwd: string, then?: () => void): MigrateAll =>
  async function* (_, jobs) {
    try {
      for (const { path } of jobs) {
        const read = (name: string): string => readFileSync(join(cwd, name), 'utf8')
        const migrated = migratedFrom(read(path))
        const after = `${migrated.after}# ${read('package.json')}`
        yield await Promise.resolve({ path, context: '.', result: { ...migrated, after } })
      }
    } finally {
      then?.()
    }
  }

async function writerIn(
  cwd: string,
  isShown: boolean,
  then?: () => void,
  interrupt = new AbortController(),
): Promise<{ writer: Writer; report: FileReport; said: () => string }> {
  const request = await parseArguments(['--write', '.'], 80)
  if (request.kind === 'print') throw new Error(request.text)
  const stderr = new PassThrough()
  const around = {
    stdin: new PassThrough(),
    stdout: new PassThrough(),
    ...{ stderr, cwd, env: {}, now: () => 0 },
    interrupt: interrupt.signal,
  }
  const jobs = [{ path: 'Dockerfile' }]
  const all = byEvidence(cwd, then)
  const none: MigrateAll = async function* () {
    // A core that is interrupted answers nothing.
  }
  const migrateAll: MigrateAll = (...args) => (interrupt.signal.aborted ? none : all)(...args)
  const run = { options: request.options, around, jobs, migrateAll, started: 0 }
  const writer = await createWriter(run, isShown)
  for await (const report of migrateAll({ ...run.options, cwd }, jobs, 1))
    return { writer, report, said: () => String(stderr.read() ?? '') }
  throw new Error('no report')
}

const files = { Dockerfile: 'FROM big\n', 'package.json': 'one' }

it('does not write what was shown where something else comes of the file by now', async () => {
  const cwd = folderWith(files)
  const { writer, report } = await writerIn(cwd, true)
  writeFileSync(join(cwd, 'package.json'), 'two')
  expect((await writer.write(report)).result).toMatchObject({ code: 'changed-on-disk' })
  expect(readFileSync(join(cwd, 'Dockerfile'), 'utf8')).toBe('FROM big\n')
})

it('migrates a file again that has changed, where nobody has looked at it', async () => {
  const cwd = folderWith(files)
  const { writer, report } = await writerIn(cwd, false)
  writeFileSync(join(cwd, 'Dockerfile'), 'FROM big\nCMD x\n')
  writeFileSync(join(cwd, 'package.json'), 'two')
  expect((await writer.write(report)).result).toMatchObject({ outcome: 'migrated' })
  expect(readFileSync(join(cwd, 'Dockerfile'), 'utf8')).toBe('FROM small\nCMD x\n# two')
})

it('migrates a file again where only what it rests on has changed', async () => {
  const cwd = folderWith(files)
  const { writer, report } = await writerIn(cwd, false)
  writeFileSync(join(cwd, 'package.json'), 'two')
  const written = await writer.write(report)
  expect(written.result).toMatchObject({ outcome: 'migrated' })
  expect(readFileSync(join(cwd, 'Dockerfile'), 'utf8')).toBe('FROM small\n# two')
})

it('gives up on what changes all the time', async () => {
  const cwd = folderWith(files)
  let n = 0
  const { writer, report } = await writerIn(cwd, false, () => {
    writeFileSync(join(cwd, 'package.json'), `${++n}`)
  })
  expect((await writer.write(report)).result).toMatchObject({ code: 'changed-on-disk' })
  expect(readFileSync(join(cwd, 'Dockerfile'), 'utf8')).toBe('FROM big\n')
})

it('writes nothing where the run is interrupted before it is clear what', async () => {
  const cwd = folderWith(files)
  const interrupt = new AbortController()
  const { writer, report } = await writerIn(cwd, false, undefined, interrupt)
  interrupt.abort()
  expect((await writer.write(report)).result).toMatchObject({ code: 'write-failed' })
  expect(readFileSync(join(cwd, 'Dockerfile'), 'utf8')).toBe('FROM big\n')
})

it('shows a file again whose evidence changes while the review waits', async () => {
  const cwd = folderWith(files)
  let runs = 0
  const migrateAll = byEvidence(cwd, () => {
    if (++runs === 1) writeFileSync(join(cwd, 'package.json'), 'two')
  })
  const stdin = new PassThrough()
  const timer = setInterval(() => stdin.write('y'), 5)
  const env = { NO_COLOR: '1' }
  const ran = await runHere([], { cwd, stdin, terminal: true, migrateAll, env })
  clearInterval(timer)
  expect(ran.code).toBe(0)
  expect(ran.stderr).toMatch(/\+ # one[^]*\+ # two/)
  expect(ran.stderr).toContain(
    'What this rests on has changed while you were asked; this is how it is now.',
  )
  expect(ran.stderr).toMatch(/Dockerfile: written\nTo take it back: msb-migrate undo\n$/)
  expect(readFileSync(join(cwd, 'Dockerfile'), 'utf8')).toBe('FROM small\n# two')
})

it('says that other names of a file keep the old content', async () => {
  const cwd = folderWith(files)
  linkSync(join(cwd, 'Dockerfile'), join(cwd, 'Dockerfile.copy'))
  const { writer, report, said } = await writerIn(cwd, false)
  await writer.write(report)
  expect(said()).toBe('hint: Dockerfile has other names (hard links), which keep the old content\n')
  expect(readFileSync(join(cwd, 'Dockerfile.copy'), 'utf8')).toBe('FROM big\n')
})

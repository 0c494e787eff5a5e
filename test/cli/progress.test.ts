import { PassThrough } from 'node:stream'
import { expect, it } from 'vitest'
import { createProgress } from '../../src/cli/migrate/progress.ts'
import type { Surroundings } from '../../src/cli/migrate/surroundings.ts'

/** What 1,000 files of a tenth of a second each print, the line being cleared at the end. */
function printed(isTTY: boolean, isQuiet: boolean, env: Surroundings['env'] = {}): string {
  let time = 0
  let text = ''
  const stream = Object.assign(new PassThrough(), { isTTY })
  stream.on('data', (chunk: Buffer) => (text += chunk.toString()))
  const around: Surroundings = {
    stdin: stream,
    stdout: stream,
    stderr: stream,
    cwd: '/',
    env,
    now: () => time,
    interrupt: new AbortController().signal,
  }
  const progress = createProgress(1000, isQuiet, around)
  for (let done = 1; done <= 8; done++) {
    time += 100
    progress.show(done)
  }
  progress.clear()
  return text
}

it('overwrites its line on a terminal once the work takes long, and takes it away', () => {
  const start = '\r\u001b[2K'
  expect(printed(true, false)).toBe(
    `${start}6 of 1,000 Dockerfiles ...${start}7 of 1,000 Dockerfiles ...${start}8 of 1,000 Dockerfiles ...${start}`,
  )
})

it('is silent in logs, on dumb terminals and with --quiet', () => {
  expect(printed(false, false) + printed(true, true) + printed(true, false, { TERM: 'dumb' })).toBe(
    '',
  )
})

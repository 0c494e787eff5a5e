import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, describe, expect, test } from 'vitest'
import { withPromises, withoutPromises } from '../careless/run.ts'
import { listTraps, type Trap } from '../careless/trap.ts'
import { buildImage } from './build-image.ts'
import { docker, label, removeOurs, stateOf, whyNoDocker } from './docker.ts'

// Each trap fails in the engine as a careless ecosystem has it, and works with all that the engine knows to do.
// Without a choice a sample runs; TRAPS='execs-git,go-templates' chooses some, TRAPS=all each of them.
const why = await whyNoDocker()
const sample = [
  'entry-script-writes',
  'go-migrations',
  'limits-json-above-src',
  'plugins-by-listing',
]
const named = process.env['TRAPS']?.split(',') ?? sample
const chosen = named.includes('all') ? undefined : named
const traps = listTraps().filter(
  ({ name, shows, kind }) =>
    shows !== undefined && kind !== 'nothing' && chosen?.includes(name) !== false,
)

afterAll(removeOurs)

describe.skipIf(why !== undefined)('traps', () => {
  for (const trap of traps) {
    test(`${trap.name} fails without promises`, async () => {
      const text = withoutPromises(trap.source, trap.project)
      if (text === undefined) throw new Error('there are no two stages')
      expect(await works(text, trap, 'off')).not.toBe('works')
    })
    const outcome = withPromises(trap.source, trap.project)
    if (outcome.outcome === 'migrated' && trap.open === undefined)
      test(`${trap.name} works with promises`, async () => {
        expect(await works(outcome.after, trap, 'on')).toBe('works')
      })
  }
})

/** 'works', or what was seen instead. */
async function works(text: string, trap: Trap, side: string): Promise<string> {
  const tag = `msb-migrate-trap:${trap.name}-${side}`
  const folder = mkdtempSync(path.join(tmpdir(), 'msb-migrate-trap-'))
  try {
    const dockerfile = path.join(folder, 'Dockerfile')
    writeFileSync(dockerfile, text)
    const failure = await buildImage({ tag, dockerfile, context: trap.context, args: {} })
    return failure === undefined ? await seen(tag, trap) : `is not built: ${failure}`
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function seen(tag: string, { shows = {}, name }: Trap): Promise<string> {
  const { command = [], ask, port, expect: wanted = '', health, env = {} } = shows
  const [program, ...args] = command
  const given = Object.entries(env).flatMap(([key, value]) => ['--env', `${key}=${value}`])
  if (ask === undefined && health === undefined) {
    const entry = program === undefined ? [] : ['--entrypoint', program]
    const ran = await docker(['run', '--rm', '--label', label, ...given, ...entry, tag, ...args])
    return ran.stdout.includes(wanted) ? 'works' : ran.stdout + ran.stderr
  }
  const container = `${name}-${process.pid}`
  const publish = port === undefined ? [] : ['--publish', `127.0.0.1::${port}`]
  const options = ['--detach', '--name', container, '--label', label, '--health-interval=1s']
  await docker(['run', ...options, ...publish, ...given, tag])
  try {
    let last = 'does not start'
    for (let tries = 0; tries < 40; tries++) {
      await sleep(500)
      const state = await stateOf(container).catch(() => undefined)
      if (state?.Running !== true) break
      last =
        health === undefined
          ? await answer(container, port, ask ?? '/', wanted)
          : state.Health?.Status === health
            ? 'works'
            : (state.Health?.Status ?? 'none')
      if (last === 'works' || /^\d/.test(last) || last === 'unhealthy') return last
    }
    const { stdout, stderr } = await docker(['logs', '--tail', '20', container])
    return `${last}: ${stdout}${stderr}`
  } finally {
    await docker(['rm', '--force', '--volumes', container])
  }
}

async function answer(container: string, port: number | undefined, place: string, wanted: string) {
  const { stdout } = await docker(['port', container, String(port)])
  const address = stdout.split('\n')[0]?.trim() ?? ''
  try {
    const response = await fetch(new URL(place, `http://${address}`))
    const text = await response.text()
    // What is made at the start may need a moment.
    if (text === 'nothing yet') return text
    return text.includes(wanted) ? 'works' : `${response.status} ${text}`
  } catch {
    return 'does not answer'
  }
}

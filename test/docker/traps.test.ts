import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { withPromises, withoutPromises } from '../careless/run.ts'
import { listTraps, type Trap } from '../careless/trap.ts'
import { buildImage } from './build-image.ts'
import { removeOurs, whyNoDocker } from './docker.ts'
import { seenOf } from './trap-image.ts'

// Each trap fails in the engine as a careless ecosystem has it, and works with all that the engine knows to do; one of which nothing may be
// lifted works as the careless ecosystem has it, too. Where the engine leaves the author's file, that is what works.
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
const traps = listTraps().filter(({ name }) => chosen?.includes(name) !== false)

afterAll(removeOurs)

describe.skipIf(why !== undefined)('traps', () => {
  for (const trap of traps) {
    const isRight = trap.kind === 'nothing'
    test(`${trap.name} ${isRight ? 'works' : 'fails'} without promises`, async () => {
      const text = withoutPromises(trap.source, trap.project)
      if (text === undefined) throw new Error('there are no two stages')
      const said = await works(text, trap, 'off')
      if (isRight) expect(said).toBe('works')
      else expect(said).not.toBe('works')
    })
    if (trap.open !== undefined) continue
    const outcome = withPromises(trap.source, trap.project)
    const isLeft = outcome.outcome !== 'migrated'
    test(`${trap.name} works ${isLeft ? 'as it is, and is left so' : 'with promises'}`, async () => {
      expect(await works(isLeft ? trap.source : outcome.after, trap, 'on')).toBe('works')
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
    return failure === undefined ? await seenOf(tag, trap) : `is not built: ${failure}`
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

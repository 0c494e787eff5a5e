import { describe, expect, test } from 'vitest'
import { judge } from './judge.ts'
import { withPromises, withoutPromises } from './run.ts'
import { listTraps, type Trap } from './trap.ts'

// Each trap is a project of which a careless answer loses something. The engine alone must see it: it lifts the answer, or refuses it.
const traps = listTraps()

/** What is wrong with the engine's answer; empty where it is right, or a refusal that is fitting. */
function faultsOf(trap: Trap): readonly string[] {
  const outcome = withPromises(trap.source, trap.project)
  if (outcome.outcome === 'migrated') return judge(outcome.after, trap)
  const isFitting = trap.mayRefuse?.includes(outcome.code) === true
  return isFitting ? [] : [`${outcome.code}: ${outcome.reason}`]
}

describe('with promises', () => {
  for (const trap of traps.filter(({ open }) => open === undefined))
    test(`${trap.kind}: ${trap.name}`, () => {
      expect(faultsOf(trap), trap.why).toEqual([])
    })
})

for (const trap of traps.filter(({ open }) => open !== undefined))
  test(`not seen yet: ${trap.kind}: ${trap.name}`, () => {
    expect(faultsOf(trap), 'it is seen now: take "open" out of its trap.json').not.toEqual([])
  })

describe('without promises', () => {
  for (const trap of traps)
    test(`${trap.name} is ${trap.kind === 'nothing' ? 'right' : 'broken'}`, () => {
      const text = withoutPromises(trap.source, trap.project)
      if (text === undefined) throw new Error('the careless ecosystem makes no two stages of it')
      if (trap.kind === 'nothing') expect(judge(text, trap)).toEqual([])
      else expect(judge(text, trap), text).not.toEqual([])
    })
})

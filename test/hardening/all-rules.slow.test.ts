import { describe, expect, test } from 'vitest'
import { listFixtures, migrateFixture } from '../fixture.ts'

// What is migrated is migrated with every rule on, too: no rule brings about that a promise is broken, or has more to do on its own output.
describe('with every rule on', () => {
  for (const fixture of listFixtures())
    test(fixture.name, () => {
      const { settings } = fixture
      const all = migrateFixture({ ...fixture, settings: { ...settings, with: ['all'] } })
      if (all.outcome === 'migrated') return
      const usual = migrateFixture(fixture)
      expect(`${all.code}: ${all.reason}`).toBe(
        usual.outcome === 'migrated' ? 'migrated' : `${usual.code}: ${all.reason}`,
      )
    })
})

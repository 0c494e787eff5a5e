import { defineConfig } from 'vitest/config'
import { testEnvironment } from './test/state-folder.ts'

// What takes more than about three seconds: fuzzing, oracles, histories of campaigns, whole contracts of hosts.
export default defineConfig({
  test: { include: ['test/**/*.slow.test.ts'], testTimeout: 20_000, env: testEnvironment() },
})

import { configDefaults, defineConfig } from 'vitest/config'
import { testEnvironment } from './test/state-folder.ts'

export default defineConfig({
  test: {
    env: testEnvironment(),
    include: ['test/**/*.test.ts'],
    // These need a Docker Engine (`npm run test:docker`), or time (`npm run test:slow`).
    exclude: [...configDefaults.exclude, 'test/docker/**', '**/*.slow.test.ts'],
    // A busy machine loads all rules for longer than the usual five seconds.
    testTimeout: 20_000,
    // The engine is loaded once for each worker, not once for each file: half of the time. Its modules keep no state that a
    // test could see; what a test sets in the environment goes back by itself.
    isolate: false,
    unstubEnvs: true,
    restoreMocks: true,
  },
})

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
  },
})

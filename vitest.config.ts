import { configDefaults, defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // These need a Docker Engine: `npm run test:docker`.
    exclude: [...configDefaults.exclude, 'test/docker/**'],
    // A busy machine loads all rules for longer than the usual five seconds.
    testTimeout: 20_000,
  },
})

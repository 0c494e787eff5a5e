import { defineConfig } from 'vitest/config'

// Builds and runs fixtures, one at a time: an image build fills the machine by itself.
export default defineConfig({
  test: {
    include: ['test/docker/**/*.test.ts'],
    fileParallelism: false,
    testTimeout: 20 * 60_000,
    hookTimeout: 5 * 60_000,
  },
})

import { defineConfig } from 'vitest/config'
import { testEnvironment } from './test/state-folder.ts'

// Builds and runs fixtures, one at a time: an image build fills the machine by itself.
export default defineConfig({
  test: {
    env: testEnvironment(),
    include: ['test/docker/**/*.test.ts'],
    fileParallelism: false,
    testTimeout: 20 * 60_000,
    hookTimeout: 5 * 60_000,
  },
})

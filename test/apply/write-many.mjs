// Run by killed.test.ts in a process of its own: the built program with --write and a core that knows one word.
import { run } from '../../dist/src/cli/run.js'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

const cwd = process.cwd()

async function* migrateAll(_settings, jobs) {
  for (const { path } of jobs) {
    const before = readFileSync(join(cwd, path), 'utf8')
    const after = before.replaceAll('old', 'new')
    const otherFiles = [
      { path: '.dockerignore', before: null, after: 'node_modules\n'.repeat(1000) },
    ]
    const rest = {
      ecosystem: undefined,
      changes: [],
      replaced: [],
      contract: [],
      stays: [],
      origins: [],
    }
    const result = { outcome: 'migrated', before, after, otherFiles, ...rest }
    yield { path, context: join(path, '..'), result }
  }
}

const { stdin, stdout, stderr, env } = process
const interrupt = new AbortController().signal
process.exitCode = await run(
  ['--write', '.'],
  { stdin, stdout, stderr, cwd, env, now: () => 0, interrupt },
  migrateAll,
)

import { readFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import type { MigrateAll } from '../../src/cli/migrate/core/migrate-all.ts'
import type { Migrated } from '../../src/plan/outcome.ts'
import { failed, type FileReport } from '../../src/report/file-report.ts'

/** A core that needs no knowledge: 'FROM big' becomes 'FROM small', 'REFUSE' is refused, 'CRASH' fails, the rest is unchanged. */
export const fakeMigrateAll: MigrateAll = async function* (settings, jobs) {
  for (const { path, bytes } of jobs) {
    yield await Promise.resolve({
      path,
      context: dirname(path),
      result: resultFor(() =>
        (bytes ? Buffer.from(bytes) : readFileSync(resolve(settings.cwd, path))).toString(),
      ),
    })
  }
}

function resultFor(read: () => string): FileReport['result'] {
  let source: string
  try {
    source = read()
  } catch {
    return failed('unreadable', 'There is no such file.')
  }
  if (source.includes('FROM big')) return migratedFrom(source)
  if (source.includes('CRASH')) return failed('internal-error', 'msb-migrate itself failed: boom')
  const rest = { ecosystem: 'node', help: 'Take it out.', line: 2 }
  return source.includes('REFUSE')
    ? { outcome: 'refused', code: 'onbuild', reason: 'It has an ONBUILD.', ...rest }
    : { outcome: 'unchanged', code: 'nothing-to-improve', reason: 'It is small already.', ...rest }
}

/** What the fake core makes of a Dockerfile. A source with IGNORE gets a .dockerignore too. */
export function migratedFrom(before: string): Migrated {
  return {
    outcome: 'migrated',
    ecosystem: 'node',
    before,
    after: before.replace('FROM big', 'FROM small'),
    changes: [
      {
        rule: 'split-stages',
        title: 'Split into two stages',
        why: 'The build tools stay behind.',
        risk: 'review',
        assumption: 'Nothing else is needed.',
        evidence: [{ path: 'package.json', line: 7, text: '"build": "tsc"' }],
      },
    ],
    replaced: [{ line: 1, text: 'FROM big', by: 'split-stages' }],
    contract: [{ field: 'User', before: null, after: 'node', by: 'non-root-user' }],
    stays: [],
    origins: [{ line: 1, kind: 'edited', from: 1, by: 'split-stages' }],
    otherFiles: before.includes('IGNORE')
      ? [{ path: '.dockerignore', before: null, after: 'node_modules\n' }]
      : [],
  }
}

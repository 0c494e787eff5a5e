import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { migrateHere } from '../../src/cli/migrate/core/migrate-all.ts'
import { jsonReport } from '../../src/report/json/json-schema.ts'
import { runHere } from '../cli/surroundings.ts'
import type { Fixture } from '../fixture.ts'
import { pullImages } from './build-image.ts'
import { chooseFixtures, verifiedSample } from './choose-fixtures.ts'
import { whyNoDocker } from './docker.ts'

// `msb-migrate verify` over the fixtures that MSB_DOCKER names, as in fixtures.test.ts: what its own comparison calls the same, verify does, too.
const missing = await whyNoDocker()

if (missing === undefined) {
  describe('verify says same', () => {
    for (const fixture of chooseFixtures(process.env['MSB_DOCKER'], verifiedSample))
      // Servers beside it are compose's to start, and these fixtures have none.
      test.skipIf(fixture.settings.beside !== undefined)(fixture.name, async () => {
        const { verdict, reason, differences } = await verify(fixture)
        expect(differences).toEqual([])
        expect(verdict, reason).toBe('same')
      })
  })
} else {
  console.warn(`Skipped: no Docker Engine to verify with (${missing}).`)
  test.skip(`verify says same: ${missing}`)
}

async function verify(fixture: Fixture) {
  const folder = mkdtempSync(path.join(tmpdir(), 'msb-migrate-context-'))
  try {
    cpSync(fixture.context, folder, { recursive: true, verbatimSymlinks: true })
    const dockerfile = path.join(folder, fixture.settings.dockerfile ?? 'Dockerfile')
    cpSync(path.join(fixture.folder, 'input.Dockerfile'), dockerfile)
    const { stdout, stderr } = await runHere(
      ['verify', dockerfile, '--context', folder, '--format', 'json', ...(await options(fixture))],
      {
        cwd: folder,
        env: definedOf(process.env),
        migrateAll: migrateHere,
        now: () => performance.now(),
      },
    )
    const [file] = stdout === '' ? [] : jsonReport.parse(JSON.parse(stdout)).files
    if (file?.outcome !== 'migrated' || file.verification === undefined)
      throw new Error(stdout + stderr)
    return file.verification
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** What the fixture says of its builds and its runs, as verify takes it. */
async function options({ folder, settings }: Fixture): Promise<readonly string[]> {
  const pairs = (option: string, values: Readonly<Record<string, string>> = {}) =>
    Object.entries(values).flatMap(([name, value]) => [option, `${name}=${value}`])
  const args = pairs('--build-arg', settings.args)
  const before = await pullImages(path.join(folder, 'input.Dockerfile'), args)
  const after = await pullImages(path.join(folder, 'output.Dockerfile'), args)
  return [
    ...args,
    ...before,
    ...after,
    ...pairs('--env', settings.env),
    ...(settings.paths ?? []).flatMap(({ path }) => ['--path', path]),
    ...(settings.wait === undefined ? [] : ['--wait', String(settings.wait)]),
  ]
}

function definedOf(env: NodeJS.ProcessEnv): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  )
}

import { chmodSync, cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readVersion } from '../../src/cli/version.ts'
import { buildImage } from './build-image.ts'
import { docker, label, removeOurs, whyNoDocker } from './docker.ts'

// The image of the program itself, for machines without Node.
const root = path.join(import.meta.dirname, '../..')
const why = await whyNoDocker()
const tag = `msb-migrate-own:${process.pid}`
const folder = mkdtempSync(path.join(tmpdir(), 'msb-migrate-own-'))

const inImage = (...args: readonly string[]) =>
  docker(['run', '--rm', '--label', label, '--volume', `${folder}:/work`, tag, ...args])

describe.skipIf(why !== undefined)('the image of the program', () => {
  beforeAll(async () => {
    cpSync(path.join(root, 'examples/services/catalog'), folder, { recursive: true })
    // The program runs as another user than this test.
    for (const name of ['.', 'Dockerfile']) chmodSync(path.join(folder, name), 0o777)
    const dockerfile = path.join(root, 'Dockerfile')
    expect(await buildImage({ tag, dockerfile, context: root, args: {} })).toBeUndefined()
  }, 900_000)
  afterAll(async () => {
    rmSync(folder, { recursive: true, force: true })
    await removeOurs()
  })

  test('runs, and not as root', async () => {
    expect((await inImage('--version')).stdout.trim()).toBe(readVersion())
    const { stdout } = await docker(['run', '--rm', '--entrypoint', 'id', tag, '-u'])
    expect(stdout.trim()).toBe('1000')
  })

  test('migrates a mounted folder', async () => {
    const before = readFileSync(path.join(folder, 'Dockerfile'), 'utf8')
    const shown = await inImage('--dry-run')
    expect(shown.stdout).toContain('AS runtime')
    expect(readFileSync(path.join(folder, 'Dockerfile'), 'utf8')).toBe(before)
    const written = await inImage('--write', '--allow-dirty')
    expect(written.stderr).toContain('1 Dockerfile: 1 ')
    expect(readFileSync(path.join(folder, 'Dockerfile'), 'utf8')).toContain('AS runtime')
  })
})

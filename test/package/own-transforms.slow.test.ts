import { spawn, spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buildOnce, program } from '../built-program.ts'

// A team's package of transforms beside two services, and the program that is published: installed where the package looks for it.
const root = path.join(import.meta.dirname, '../..')
const folder = mkdtempSync(path.join(tmpdir(), 'msb-own-'))

beforeAll(() => {
  buildOnce()
  const sample = path.join(root, 'test/package/own-transforms')
  cpSync(sample, path.join(folder, 'node_modules/acme-transforms'), { recursive: true })
  for (const service of ['rust', 'go'])
    cpSync(path.join(sample, service), path.join(folder, service), { recursive: true })
  symlinkSync(root, path.join(folder, 'node_modules/msb-migrate'))
  const transforms = ['acme-transforms/rust', './node_modules/acme-transforms/go.mjs']
  writeFileSync(
    path.join(folder, 'msb-migrate.config.yaml'),
    `transforms:\n${transforms.map((each) => `  - ${each}\n`).join('')}`,
  )
  writeFileSync(path.join(folder, 'typed.ts'), "export { default } from 'acme-transforms/rust'\n")
  writeFileSync(path.join(folder, 'typed.yaml'), 'transforms: [./typed.ts]\n')
}, 120_000)
afterAll(() => {
  rmSync(folder, { recursive: true, force: true })
})

const own = ['--config', 'msb-migrate.config.yaml']
const run = (...argv: readonly string[]) =>
  spawnSync(process.execPath, [program, ...argv], { cwd: folder, encoding: 'utf8' })

describe('a package of transforms', () => {
  it('migrates what the program alone does not, and the rest its own way', () => {
    const { stdout, status } = run('--dry-run', '--format', 'diff', ...own, '.')
    expect(status).toBe(0)
    expect(stdout).toMatch(
      /^\+FROM debian:bookworm-slim AS runtime\n(.*\n)*\+COPY --from=builder \/app\/target\/release\/server /m,
    )
    expect(stdout).toMatch(/^\+FROM debian:bookworm-slim AS runtime\n(.*\n)*.*\/app\/app/m)
    const alone = run('--dry-run', '--no-config', '.')
    expect(alone.stdout).toContain('rust/Dockerfile:1: refused')
    expect(alone.stdout).toContain('+FROM gcr.io/distroless/')
  })

  it('is not run where nobody names the configuration', () => {
    const { stdout, status } = run('--dry-run', '.')
    expect(stdout).toContain('go/Dockerfile: failed: msb-migrate.config.yaml:1: transforms: ')
    expect(status).toBe(3)
  })

  it('is there for every command', () => {
    const inventory = run('inventory', '--format', 'csv', ...own, '.')
    expect(inventory.stdout).toMatch(/^go\/Dockerfile,migrated,acme-go,/m)
    expect(inventory.stdout).toMatch(/^rust\/Dockerfile,migrated,rust,/m)
    expect(run('explain', ...own, 'rust').stdout).toContain('rust/Dockerfile (rust)')
  })

  it('is there for coding agents', async () => {
    const server = spawn(process.execPath, [program, 'mcp', ...own], { cwd: folder })
    const answered = new Promise<string>((resolve) => {
      let text = ''
      server.stdout.on('data', (chunk: Buffer) => {
        text += chunk.toString('utf8')
        if (text.includes('"id":2')) resolve(text)
      })
    })
    const call = (id: number, method: string, params: object) =>
      server.stdin.write(`${JSON.stringify({ jsonrpc: '2.0', id, method, params })}\n`)
    call(1, 'initialize', {
      protocolVersion: '2025-06-18',
      capabilities: {},
      clientInfo: { name: 'test', version: '1' },
    })
    call(2, 'tools/call', { name: 'list_dockerfiles', arguments: { paths: ['go'] } })
    expect(await answered).toContain('acme-go')
    server.stdin.end()
    expect(await new Promise((resolve) => server.on('exit', resolve))).toBe(0)
    const wrong = run('mcp', '--config', 'none.yaml')
    expect(wrong.stderr).toContain("--config: none.yaml can't be read")
    expect(wrong.status).toBe(2)
  })

  it('is there for pull requests', () => {
    const clone = path.join(folder, 'clone')
    cpSync(path.join(folder, 'rust'), path.join(clone, 'rust'), { recursive: true })
    const git = (...argv: readonly string[]) => {
      const { status, stderr } = spawnSync('git', argv, { cwd: clone, encoding: 'utf8' })
      expect(`${status}${stderr}`).toMatch(/^0/)
    }
    git('init', '--quiet', '--initial-branch', 'main')
    git('add', '.')
    git('-c', 'user.name=Ann', '-c', 'user.email=a@b', 'commit', '--quiet', '-m', 'first')
    git('clone', '--quiet', '--bare', '.', '../host.git')
    git('remote', 'add', 'origin', '../host.git')
    git('fetch', '--quiet')
    const config = '--config=../msb-migrate.config.yaml'
    const { stdout, stderr, status } = spawnSync(
      process.execPath,
      [program, 'pr', '--push-only', config],
      { cwd: clone, encoding: 'utf8' },
    )
    expect(`${stdout}${stderr}`).toMatch(/^opened .*rust/m)
    expect(status).toBe(0)
    git('fetch', '--quiet', 'origin', 'msb-migrate/rust')
    const after = spawnSync('git', ['show', 'FETCH_HEAD:rust/Dockerfile'], { cwd: clone })
    expect(after.stdout.toString()).toContain('FROM debian:bookworm-slim AS runtime')
  })

  it('in TypeScript is for a Node that reads it', () => {
    const { stdout, stderr } = run('--dry-run', '--config', 'typed.yaml', 'rust')
    // https://nodejs.org/api/process.html#processfeaturestypescript
    const reads = 'typescript' in process.features && process.features.typescript !== false
    expect(`${stdout}${stderr}`).toContain(
      reads
        ? '+FROM debian:bookworm-slim AS runtime'
        : `typed.yaml:1: transforms: ./typed.ts: it can't be loaded: Node reads TypeScript from 22.18 on, and this is ${process.version}; run msb-migrate with a newer Node, or have it as JavaScript (.mjs).`,
    )
  })
})

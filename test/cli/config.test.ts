import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { migrateHere } from '../../src/cli/migrate/core/migrate-all.ts'
import { readConfig } from '../../src/project/config/read-config.ts'
import { ruleNames } from '../../src/cli/rule-names.ts'
import { readDirectives } from '../../src/facts/comment-directives.ts'
import { isParseFailure, parseDockerfile } from '../../src/dockerfile/parse/parse.ts'
import { folderWith, runHere } from './surroundings.ts'

const go = {
  Dockerfile:
    'FROM golang:1.22\nWORKDIR /app\nCOPY . .\nRUN go build -o /app/app .\nCMD ["/app/app"]\n',
  'go.mod': 'module example.com/a\n\ngo 1.22\n',
  'main.go': 'package main\n\nfunc main() {}\n',
}

const run = (cwd: string, ...argv: readonly string[]) =>
  runHere(argv, { cwd, migrateAll: migrateHere })

const projectWith = (files: Readonly<Record<string, string>>) =>
  folderWith({ ...go, '.git/HEAD': 'ref: refs/heads/main\n', ...files })

describe('a configuration', () => {
  test('counts for the files below it', async () => {
    const cwd = projectWith({
      'msb-migrate.config.yaml': 'stages: { builder: compile }\n',
      'plain/package.json': '{"msb-migrate": {"stages": {"builder": "make"}}}',
      'plain/Dockerfile': go.Dockerfile,
      'plain/go.mod': go['go.mod'],
      'plain/main.go': go['main.go'],
    })
    const { stdout, code } = await run(cwd, '-d', 'Dockerfile', 'plain/Dockerfile')
    expect(stdout).toContain('+FROM golang:1.22 AS compile\n')
    expect(stdout).toContain('+FROM golang:1.22 AS make\n')
    expect(code).toBe(0)
    const without = await run(cwd, '-d', '--no-config', 'Dockerfile')
    expect(without.stdout).toContain('AS builder\n')
  })

  test('that is wrong fails its files, with the line and the nearest name', async () => {
    const cwd = projectWith({ 'msb-migrate.config.yaml': 'safe: true\nstagse: {}\n' })
    const { stdout, code } = await run(cwd, '-d', 'Dockerfile')
    expect(stdout).toContain(
      'Dockerfile: failed: msb-migrate.config.yaml:2: there is no key "stagse"; did you mean stages? [configuration]\n  Correct it, or use --no-config.\n',
    )
    expect(code).toBe(3)
  })

  test('can leave files alone, and switch rules off unless they are asked for', async () => {
    const cwd = projectWith({
      'msb-migrate.config.yaml': 'rules: { split-stages: false }\nignore: old/\n',
      'old/Dockerfile': go.Dockerfile,
    })
    const json = async (...argv: readonly string[]) => {
      const { stdout } = await run(cwd, '--format', 'json', ...argv)
      return stdout
    }
    expect(await json('old/Dockerfile')).toContain(
      '"reason":"msb-migrate.config.yaml:2 says that this file is left alone."',
    )
    expect(await json('Dockerfile')).not.toContain('AS builder')
    expect(await json('--only', 'split-stages', 'Dockerfile')).toContain('AS builder')
  })

  test('can switch rules on that are off unless asked for, and off for good', async () => {
    const shell = go.Dockerfile.replace('CMD ["/app/app"]', 'CMD /app/app')
    const source = shell.replace('FROM golang', 'FROM scratch AS x\nFROM golang')
    const text = async (rules: string, ...argv: readonly string[]) => {
      const cwd = projectWith({
        Dockerfile: source,
        'msb-migrate.config.yaml': `rules: ${rules}\n`,
      })
      const { stdout } = await run(cwd, '--format', 'json', ...argv, 'Dockerfile')
      return stdout
    }
    const on = '{ exec-form: true }'
    const off = '{ exec-form: false }'
    const wanted = (shown: string) => shown.includes('"rule":"exec-form"')
    expect(wanted(await text('{}'))).toBe(false)
    expect(wanted(await text('{}', '--with', 'exec-form'))).toBe(true)
    expect(wanted(await text('{}', '--with', 'all'))).toBe(true)
    expect(wanted(await text('{}', '--only', 'all'))).toBe(true)
    expect(wanted(await text(on))).toBe(true)
    expect(wanted(await text(on, '--skip', 'exec-form'))).toBe(false)
    expect(wanted(await text(on, '--only', 'layer-order'))).toBe(false)
    expect(wanted(await text(off, '--with', 'all'))).toBe(false)
    expect(wanted(await text(off, '--only', 'all'))).toBe(false)
    expect(wanted(await text(off, '--only', 'exec-form'))).toBe(true)
  })

  test('that is a program is run only where it is named', async () => {
    const cwd = projectWith({
      'msb-migrate.config.mjs': "throw new Error('it ran')\n",
      'named.mjs': 'export default { stages: { builder: "made" } }\n',
      'empty.mjs': 'export const a = 1\n',
      'wrong.mjs': 'export default { safe: 1 }\n',
    })
    const unnamed = await run(cwd, '-d', 'Dockerfile')
    expect(unnamed.stdout).toContain('AS builder\n')
    const hint =
      'hint: msb-migrate.config.mjs is a program, and is run only where it is named: --config msb-migrate.config.mjs\n'
    expect(unnamed.stderr).toContain(hint)
    expect((await run(cwd, '-dq', 'Dockerfile')).stderr).toBe('')
    expect((await run(cwd, '-d', '--no-config', 'Dockerfile')).stderr).not.toContain('hint')
    expect((await run(cwd, '-d', '--config', 'named.mjs', 'Dockerfile')).stdout).toContain(
      'AS made\n',
    )
    for (const [file, said] of [
      ['msb-migrate.config.mjs', "--config: msb-migrate.config.mjs can't be loaded: it ran"],
      ['empty.mjs', "--config: empty.mjs can't be loaded: it has no default export"],
      ['wrong.mjs', '--config: wrong.mjs: safe: Invalid input: expected boolean, received number.'],
      ['none.yaml', "--config: none.yaml can't be read: ENOENT"],
    ] as const)
      expect(await run(cwd, '-d', '--config', file, 'Dockerfile')).toEqual({
        code: 2,
        stdout: '',
        stderr: `msb-migrate: ${said}\n`,
      })
  })

  test('says on which image the runtime stage stands, and what speaks against it', async () => {
    const cwd = projectWith({ 'msb-migrate.config.yaml': 'runtime:\n  go: debian:bookworm-slim\n' })
    const { stdout } = await run(cwd, '-d', 'Dockerfile')
    expect(stdout).toContain('+FROM debian:bookworm-slim AS runtime\n')
    expect(stdout).toContain('  msb-migrate.config.yaml:2  debian:bookworm-slim\n')
    const other = projectWith({ 'msb-migrate.config.yaml': 'runtime:\n  go: nginx:1.27\n' })
    expect((await run(other, '-d', 'Dockerfile')).stdout).toContain(
      '* The runtime stage is not on nginx:1.27, as msb-migrate.config.yaml:2 wants: it starts /docker-entrypoint.sh.\n',
    )
    const printed = await run(other, '--print-config', 'Dockerfile')
    expect(JSON.parse(printed.stdout)).toMatchObject([{ runtime: { go: 'nginx:1.27' } }])
  })

  test('can be printed', async () => {
    const cwd = projectWith({
      'msb-migrate.config.yaml': 'facts:\n  writes: [/data]\nrules:\n  layer-order: false\n',
    })
    const { stdout } = await run(cwd, '--print-config', 'Dockerfile')
    expect(JSON.parse(stdout)).toMatchObject([
      {
        dockerfile: 'Dockerfile',
        config: join(cwd, 'msb-migrate.config.yaml'),
        rules: { 'layer-order': false, 'split-stages': true },
        facts: { writes: [{ text: '/data', said: 'msb-migrate.config.yaml:2' }] },
      },
    ])
  })
})

describe('docs/configuration.md', () => {
  const page = readFileSync(join(import.meta.dirname, '../../docs/configuration.md'), 'utf8')
  const blocks = (kind: string) =>
    [...page.matchAll(new RegExp(`^\`\`\`${kind}\\n([^]*?)^\`\`\``, 'gm'))].map(
      ([, text = '']) => text,
    )

  test('has examples that are read', () => {
    const configs = blocks('yaml').map((text) =>
      readConfig({ path: '/msb-migrate.config.yaml', text }, ruleNames),
    )
    expect(configs.length).toBeGreaterThan(2)
    expect(new Set(configs.map(({ kind }) => kind))).toEqual(new Set(['config']))
    const [comments = ''] = blocks('dockerfile')
    const dockerfile = parseDockerfile(`${comments}FROM scratch\n`)
    if (isParseFailure(dockerfile)) throw new Error(dockerfile.reason)
    const { unknown, ignoredAt, skipped, statements } = readDirectives(dockerfile)
    expect(unknown).toBeUndefined()
    expect(ignoredAt).toBe(1)
    expect(skipped.map(({ rule }) => rule)).toEqual(['non-root-user', 'layer-order'])
    expect(skipped.every(({ rule }) => ruleNames.includes(rule))).toBe(true)
    expect(statements.keep.map(({ text }) => text)).toEqual(['views/', 'locale/'])
  })
})

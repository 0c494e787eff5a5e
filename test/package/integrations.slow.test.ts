import { spawnSync } from 'node:child_process'
import { chmodSync, cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { parse } from 'yaml'
import { z } from 'zod'
import { buildOnce, program } from '../built-program.ts'

// What other people's tools run: the action's step and pre-commit's hooks, with an npx that starts the program of this checkout.
const root = path.join(import.meta.dirname, '../..')
const folder = mkdtempSync(path.join(tmpdir(), 'msb-integrations-'))
const bin = path.join(folder, 'bin')
const service = path.join(folder, 'with blank')

beforeAll(() => {
  buildOnce()
  cpSync(path.join(root, 'examples/services/catalog'), service, { recursive: true })
  cpSync(path.join(root, 'examples/services/catalog'), path.join(folder, 'plain'), {
    recursive: true,
  })
  cpSync(path.join(root, 'test/package/npx'), path.join(bin, 'npx'), { recursive: true })
  chmodSync(path.join(bin, 'npx'), 0o755)
})
afterAll(() => {
  rmSync(folder, { recursive: true, force: true })
})

const { version } = z
  .object({ version: z.string() })
  .parse(JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')))
const readYaml = (name: string): unknown => parse(readFileSync(path.join(root, name), 'utf8'))

function shell(script: string, env: NodeJS.ProcessEnv = {}) {
  const own = {
    PATH: `${bin}${path.delimiter}${process.env['PATH']}`,
    MSB_PROGRAM: program,
    ...env,
  }
  return spawnSync('bash', ['-e', '-o', 'pipefail', '-c', script], {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, GITHUB_STEP_SUMMARY: '', ...own },
  })
}

const action = z
  .object({
    inputs: z.record(z.string(), z.object({ default: z.string() })),
    runs: z.object({
      steps: z.array(z.object({ env: z.record(z.string(), z.string()), run: z.string() })),
    }),
  })
  .parse(readYaml('action.yml'))

function runAction(inputs: Readonly<Record<string, string>>, own: NodeJS.ProcessEnv = {}) {
  const [step] = action.runs.steps
  if (step === undefined) throw new Error('the action has no step')
  const env: NodeJS.ProcessEnv = { ...own }
  for (const [name, value] of Object.entries(step.env)) {
    const input = /^\$\{\{ inputs\.(\w+) \}\}$/.exec(value)?.[1] ?? ''
    env[name] = inputs[input] ?? action.inputs[input]?.default
  }
  return shell(step.run, env)
}

test('the action writes annotations and a summary, and fails where something would change', () => {
  const summary = path.join(folder, 'summary.md')
  writeFileSync(summary, '')
  const paths = 'with blank\n\nplain\n'
  const { status, stdout } = runAction({ paths }, { GITHUB_STEP_SUMMARY: summary })
  expect(status).toBe(1)
  expect(stdout).toContain('::notice file=with blank/Dockerfile')
  expect(stdout).toContain('::notice file=plain/Dockerfile')
  expect(readFileSync(summary, 'utf8')).toContain('plain/Dockerfile')
})

test('the inputs of the action are no commands', () => {
  const { status, stderr } = runAction({ paths: '$(touch made)', options: '--dry-run' })
  expect(status).toBe(2)
  expect(stderr).toContain('no Dockerfile at "$(touch made)"')
  expect(shell('test -e made').status).toBe(1)
})

const hooks = z
  .array(z.object({ id: z.string(), entry: z.string() }))
  .parse(readYaml('.pre-commit-hooks.yaml'))

test.each(hooks)('the hook $id starts this version', ({ entry }) => {
  expect(entry).toContain(`npx --yes msb-migrate@${version} `)
})

test('the hooks check, and write', () => {
  const [check, write] = hooks
  const before = readFileSync(path.join(service, 'Dockerfile'), 'utf8')
  expect(shell(`${check?.entry} 'with blank/Dockerfile'`).status).toBe(1)
  expect(readFileSync(path.join(service, 'Dockerfile'), 'utf8')).toBe(before)
  expect(shell(`${write?.entry} 'with blank/Dockerfile'`).status).toBe(0)
  expect(readFileSync(path.join(service, 'Dockerfile'), 'utf8')).not.toBe(before)
})

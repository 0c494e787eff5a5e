import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { migrateHere } from '../../src/cli/migrate/core/migrate-all.ts'
import { newSettings } from '../../src/cli/verify/verify-machine.ts'
import { readNamedConfig } from '../../src/cli/named-config.ts'
import { readVerifyChoice } from '../../src/cli/verify/verify-arguments.ts'
import { folderWith, runHere } from './surroundings.ts'

const dockerfile = 'FROM golang:1.22\nWORKDIR /app\nCOPY . .\nRUN make\nCMD ["/app/app"]\n'

/** Refuses every file of Go, which the built-in transform would take. */
const refusing = `export default {
  name: 'ours',
  title: 'Services of ours',
  matches: ({ final }) => final.base.family === 'golang',
  split: () => ({ kind: 'refused', code: 'no-start-command', reason: 'Ours says no.' }),
}
`
const answering = (answer: string, more = '') =>
  refusing.replace(/split: .*/, `split() { ${answer} },${more}`)

const project = (files: Readonly<Record<string, string>>) =>
  folderWith({
    ...{ '.git/HEAD': 'ref: refs/heads/main\n', Dockerfile: dockerfile },
    ...{ 'go.mod': 'module a\n', 'main.go': 'package main\n\nfunc main() {}\n' },
    ...files,
  })

const run = (cwd: string, ...argv: readonly string[]) =>
  runHere(argv, { cwd, migrateAll: migrateHere })

const listing = (...modules: readonly string[]) =>
  `transforms:\n${modules.map((each) => `  - ${each}\n`).join('')}`

describe('transforms of a configuration', () => {
  it('that nobody named are not run, and its files fail', async () => {
    const mark = 'throw new Error("it ran")\n'
    const cwd = project({
      'msb-migrate.config.yaml': `safe: true\n${listing('./ours.mjs')}`,
      'ours.mjs': mark,
      'b/package.json': '{\n  "msb-migrate": { "transforms": ["./ours.mjs"] }\n}\n',
      'b/ours.mjs': mark,
      'b/Dockerfile': dockerfile,
      'c/msb-migrate.config.json': '{ "transforms": ["acme"] }',
      'c/node_modules/acme/index.js': mark,
      'c/Dockerfile': dockerfile,
    })
    const { stdout, code } = await run(cwd, '-d', 'Dockerfile', 'b/Dockerfile', 'c/Dockerfile')
    const why =
      'transforms: code of a repository is run only for a configuration that --config names. [configuration]\n'
    expect(stdout).toContain(`Dockerfile: failed: msb-migrate.config.yaml:2: ${why}`)
    expect(stdout).toContain(`b/Dockerfile: failed: b/package.json:2: ${why}`)
    expect(stdout).toContain(`c/Dockerfile: failed: c/msb-migrate.config.json:1: ${why}`)
    expect(stdout).not.toContain('it ran')
    expect(code).toBe(3)
    const printed = await run(cwd, '--print-config', 'Dockerfile')
    expect(printed.code).toBe(2)
    expect(printed.stderr).toContain('a configuration that --config names')
    expect((await run(cwd, '-d', '--no-config', 'Dockerfile')).stdout).not.toContain('failed')
  })

  it('are asked before those of the program, by every command', async () => {
    const cwd = project({ 'own.yaml': listing('./a/ours.mjs'), 'a/ours.mjs': refusing })
    for (const argv of [['-d'], ['inventory'], ['explain'], ['verify', '--no-run']]) {
      const { stdout, stderr } = await run(cwd, ...argv, '--config', 'own.yaml', 'Dockerfile')
      expect(`${stdout}${stderr}`).toMatch(/Ours says no|no-start-command/)
    }
    const { stdout } = await run(cwd, '--print-config', '--config', 'own.yaml', 'Dockerfile')
    expect(JSON.parse(stdout)).toMatchObject([
      { transforms: [{ name: 'ours', module: './a/ours.mjs', said: 'own.yaml:2' }] },
    ])
  })

  it('look at images that verify has built', async () => {
    const cwd = project({
      'own.yaml': listing('./ours.mjs'),
      'ours.mjs': answering('', " inspection: { packageFolders: ['site-of-ours'] },"),
    })
    const choice = readVerifyChoice(true, {
      ...{ flag: () => false, flagOrNot: () => undefined, text: () => undefined },
      ...{ each: () => [], list: () => [] },
    })
    if (choice === undefined) throw new Error('no choice')
    const { inspections } = await newSettings(choice, await readNamedConfig('own.yaml', cwd))
    expect(inspections[0]).toEqual({ packageFolders: ['site-of-ours'] })
    expect(inspections.length).toBeGreaterThan(1)
  })

  it('may be packages, modules of CommonJS, and be listed by a program', async () => {
    const cwd = project({
      'own.mjs':
        "export default { transforms: ['acme/go', '@acme/php', './plain.cjs', new URL('./ours.mjs', import.meta.url).href] }\n",
      'ours.mjs': refusing,
      'plain.cjs': `exports.__esModule = true\nexports.default = ${refusing.replace('export default ', '').replace('ours', 'plain')}`,
      'node_modules/acme/package.json':
        '{ "type": "module", "exports": { "./go": { "import": "./dist/go.js" } } }',
      'node_modules/acme/dist/go.js': refusing.replace('ours', 'acme'),
      'node_modules/@acme/php/package.json': '{ "type": "module", "main": "lib/a.js" }',
      'node_modules/@acme/php/lib/a.js': refusing.replace('ours', 'acme-php'),
    })
    const { stdout } = await run(cwd, '--print-config', '--config', 'own.mjs', 'Dockerfile')
    expect(JSON.parse(stdout)).toMatchObject([
      {
        transforms: [
          { name: 'acme', said: 'own.mjs' },
          { name: 'acme-php' },
          { name: 'plain' },
          { name: 'ours' },
        ],
      },
    ])
  })
})

describe('a module that is no transform', () => {
  const none = 'its default export is no ecosystem: it has no `split`'
  it.each([
    ['./none.mjs', "it can't be loaded: there is no such file"],
    ['./empty.mjs', "it can't be loaded: it has no default export"],
    ['./throws.mjs', "it can't be loaded: not today"],
    ['./tooling.mjs', none],
    ['./rule.mjs', 'its default export is a rule, and these can only be ecosystems'],
    ['./text.mjs', 'its default export is no ecosystem: it is no object'],
    ['./wrong.mjs', 'its default export is no ecosystem: `matches` is no function'],
    ['./go.mjs', 'there is a transform "go" already'],
    ['./upper.mjs', 'its default export is no ecosystem: its `name` is to be of a-z, 0-9 and -'],
    ['ours.mjs', "it can't be loaded: it is no package; a file is named ./ours.mjs"],
    ['acme', "it can't be loaded: Can't resolve 'acme' in "],
  ])('%s is said with its line', async (module, said) => {
    const cwd = project({
      'own.yaml': `safe: true\n${listing('./ours.mjs', module)}`,
      'ours.mjs': refusing,
      'empty.mjs': 'export const a = 1\n',
      'throws.mjs': "throw new Error('not today')\n",
      'tooling.mjs': "export default { name: 'a', title: 'A', matches: () => true }\n",
      'rule.mjs': "export default { name: 'a', title: 'A', apply: () => undefined }\n",
      'text.mjs': "export default 'ours'\n",
      'wrong.mjs': refusing.replace(/matches: .*/, 'matches: true,'),
      'go.mjs': refusing.replace('ours', 'go'),
      'upper.mjs': refusing.replace('ours', 'Ours'),
    })
    const { code, stdout, stderr } = await run(cwd, '-d', '--config', 'own.yaml', 'Dockerfile')
    expect(stderr).toContain(`msb-migrate: --config: own.yaml:4: transforms: ${module}: ${said}`)
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
  })

  it('nor one that another is named like', async () => {
    const cwd = project({
      'own.yaml': listing('./a.mjs', './b.mjs'),
      'a.mjs': refusing,
      'b.mjs': refusing,
    })
    const { stderr } = await run(cwd, '-d', '--config', 'own.yaml', 'Dockerfile')
    expect(stderr).toContain('own.yaml:3: transforms: ./b.mjs: ./a.mjs is named "ours", too.')
  })

  it('nor a value that is no name of one', async () => {
    const cwd = project({ 'own.mjs': 'export default { transforms: [{ name: "a" }] }\n' })
    const { stderr } = await run(cwd, '-d', '--config', 'own.mjs', 'Dockerfile')
    expect(stderr).toContain(
      'own.mjs: transforms[0]: a module is named by its path or its package.',
    )
  })
})

describe('a transform that fails', () => {
  it.each([
    ["throw new Error('not today')", '`split` fails: not today'],
    ['', '`split` answers with neither a split nor a refusal'],
    [
      "return Promise.resolve({ kind: 'split' })",
      '`split` answers with neither a split nor a refusal',
    ],
    [
      "return { kind: 'refused', code: 'ours', reason: 'a' }",
      '`split` refuses with the code "ours"',
    ],
    [
      "return { kind: 'unchanged', code: 'nothing-to-leave-behind' }",
      '`split` refuses without a reason',
    ],
    [
      "return { kind: 'split', runtimeBases: [], artifacts: [], change: {} }",
      '`split` answers without `runtimeBases`',
    ],
    [
      "return { kind: 'split', runtimeBases: [{}], change: {} }",
      '`split` answers without `artifacts`',
    ],
    [
      "return { kind: 'split', runtimeBases: [{}], artifacts: [] }",
      '`split` answers without a `change`',
    ],
  ])('%j costs its files alone, with the line that lists it', async (answer, said) => {
    const cwd = project({
      'own.yaml': listing('./ours.mjs'),
      'ours.mjs': answering(answer),
      'b/Dockerfile': 'FROM ruby:3\nCMD ["irb"]\n',
    })
    const { code, stdout } = await run(
      cwd,
      '-d',
      '--config',
      'own.yaml',
      'Dockerfile',
      'b/Dockerfile',
    )
    expect(stdout).toContain(`Dockerfile: failed: own.yaml:2: transforms: ./ours.mjs: ${said}`)
    expect(stdout).toContain('[configuration]\n  Mend the transform, or use --no-config.')
    expect(stdout).toContain('b/Dockerfile: unchanged')
    expect(code).toBe(3)
  })

  const stages = 'FROM golang:1.22 AS a\nFROM golang:1.22\nCOPY --from=a /x /x\nCMD ["/x"]\n'
  it.each([
    ['matches', dockerfile],
    ['purposeOf', dockerfile],
    ['isBuild', stages],
    ['prepare', dockerfile],
    ['behaviour', stages],
  ])('%s is named', async (member, text) => {
    const throwing = `  ${member}() { throw new Error('not today') },\n`
    const rest = refusing.replace(member === 'matches' ? /^ *matches: .*\n/m : /(?!)/, '')
    const cwd = project({
      'own.yaml': listing('./ours.mjs'),
      'ours.mjs': rest.replace('  title:', `${throwing}  title:`),
      Dockerfile: text,
    })
    const { stdout } = await run(cwd, '-d', '--config', join(cwd, 'own.yaml'), 'Dockerfile')
    expect(stdout).toContain(`./ours.mjs: \`${member}\` fails: not today.`)
  })
})

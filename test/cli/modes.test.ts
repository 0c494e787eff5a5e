import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { describe, expect, it } from 'vitest'
import { jsonReport } from '../../src/report/json/json-schema.ts'
import { folderWith, runHere } from './surroundings.ts'

const four = {
  'a/Dockerfile': 'FROM big\nCMD a\n',
  'b/Dockerfile': 'FROM x\nREFUSE\n',
  'c/Dockerfile': 'FROM x\n',
  'd/Dockerfile': 'CRASH\n',
}

describe('dry run', () => {
  it('prints diffs, reasons and a summary, and writes nothing', async () => {
    const cwd = folderWith(four)
    const ran = await runHere(['-d', '.'], { cwd })
    expect(ran.stdout).toMatchSnapshot()
    expect(ran.stderr).toBe(
      '4 Dockerfiles: 1 would change, 1 unchanged (nothing-to-improve), 1 refused (onbuild), 1 failed (internal-error) · 0.0 s\n',
    )
    expect(ran.code).toBe(3)
    expect(readFileSync(join(cwd, 'a/Dockerfile'), 'utf8')).toBe(four['a/Dockerfile'])
  })

  it('is what happens without a terminal, and in CI', async () => {
    const cwd = folderWith({ Dockerfile: 'FROM big\n' })
    const plain = await runHere([], { cwd })
    const ci = await runHere([], { cwd, terminal: true, env: { CI: 'true', NO_COLOR: '1' } })
    for (const ran of [plain, ci]) {
      expect(ran.stdout).toContain('+FROM small')
      expect(ran.code).toBe(0)
    }
  })

  it('prints a patch that git apply takes, text between the diffs or not', async () => {
    for (const format of ['diff', 'pretty']) {
      const cwd = folderWith({
        'a b/Dockerfile': 'FROM big\nCMD a',
        'ü/Dockerfile': 'FROM big\r\n# IGNORE\r\n',
        'no/Dockerfile': 'REFUSE',
      })
      const { stdout } = await runHere(['--format', format, '.'], { cwd })
      execFileSync('git', ['apply', '--whitespace=nowarn'], { cwd, input: stdout })
      expect(readFileSync(join(cwd, 'a b/Dockerfile'), 'utf8')).toBe('FROM small\nCMD a')
      expect(readFileSync(join(cwd, 'ü/Dockerfile'), 'utf8')).toBe('FROM small\r\n# IGNORE\r\n')
      expect(readFileSync(join(cwd, 'ü/.dockerignore'), 'utf8')).toBe('node_modules\n')
    }
  })

  it('says on standard error what a diff leaves out', async () => {
    const ran = await runHere(['--format', 'diff'], { cwd: folderWith(four) })
    expect(ran.stderr).toContain('b/Dockerfile:2: refused: It has an ONBUILD. [onbuild]\n')
    const quiet = await runHere(['--format', 'diff', '-q'], { cwd: folderWith(four) })
    expect(quiet.stderr).toBe(
      'd/Dockerfile: failed: msb-migrate itself failed: boom [internal-error]\n',
    )
  })
})

describe('--format json', () => {
  it('is as the schema says, in the order of paths', async () => {
    const { stdout, code } = await runHere(['--format', 'json', 'd', 'a', 'b', 'c'], {
      cwd: folderWith(four),
    })
    const report = jsonReport.parse(JSON.parse(stdout))
    expect(
      report.files.map(({ path, context, outcome }) => `${path} ${context ?? ''} ${outcome}`),
    ).toEqual([
      'a/Dockerfile a migrated',
      'b/Dockerfile b refused',
      'c/Dockerfile c unchanged',
      'd/Dockerfile d failed',
    ])
    expect(report.summary).toEqual({ files: 4, migrated: 1, unchanged: 1, refused: 1, failed: 1 })
    expect(code).toBe(3)
  })

  it('is whole without any file', async () => {
    const { stdout, code } = await runHere(['--format', 'json', '--allow-unmatched'], {
      cwd: folderWith({}),
    })
    expect(jsonReport.parse(JSON.parse(stdout)).files).toEqual([])
    expect(code).toBe(0)
  })

  it('gives paths as they were typed, those beside the Dockerfile too', async () => {
    const cwd = folderWith({ 'a/Dockerfile': 'FROM big\n# IGNORE\n' })
    for (const [typed, folder] of [
      ['./a//Dockerfile', 'a'],
      [join(cwd, 'a'), join(cwd, 'a')],
    ] as const) {
      const { stdout } = await runHere(['--format', 'json', typed], { cwd })
      const [file] = jsonReport.parse(JSON.parse(stdout)).files
      expect(file?.path).toBe(`${folder}/Dockerfile`)
      expect(file?.outcome === 'migrated' && file.otherFiles[0]?.path).toBe(
        `${folder}/.dockerignore`,
      )
    }
  })
})

describe('--check', () => {
  it('lists what would change and exits with 1', async () => {
    const cwd = folderWith({ 'a/Dockerfile': 'FROM big\n', 'b/Dockerfile': 'FROM x\n' })
    const ran = await runHere(['--check', '.'], { cwd })
    expect(ran).toMatchObject({ code: 1, stdout: 'a/Dockerfile\n' })
    expect((await runHere(['-c', 'b'], { cwd })).code).toBe(0)
    expect((await runHere(['-c', '--format', 'diff', 'a'], { cwd })).stdout).toContain(
      '+FROM small',
    )
  })

  it('exits with 3 where a file failed', async () => {
    expect((await runHere(['-c'], { cwd: folderWith(four) })).code).toBe(3)
  })
})

describe('--write', () => {
  it('writes, lists what it wrote, and does nothing the second time', async () => {
    const cwd = folderWith({ 'a/Dockerfile': 'FROM big\n# IGNORE\n', 'b/Dockerfile': 'FROM x\n' })
    const ran = await runHere(['--write', '.'], { cwd })
    expect(ran).toMatchObject({ code: 0, stdout: 'a/Dockerfile\n' })
    expect(ran.stderr).toContain('2 Dockerfiles: 1 changed, 1 unchanged')
    expect(readFileSync(join(cwd, 'a/Dockerfile'), 'utf8')).toBe('FROM small\n# IGNORE\n')
    expect(readFileSync(join(cwd, 'a/.dockerignore'), 'utf8')).toBe('node_modules\n')
    expect((await runHere(['--write', '.'], { cwd })).stdout).toBe('')
  })

  it('leaves files that git could not bring back, unless told otherwise', async () => {
    const cwd = folderWith({ 'a/Dockerfile': 'FROM big\n', 'b/Dockerfile': 'FROM x\n' })
    const git = (...args: string[]) =>
      execFileSync('git', ['-c', 'user.name=x', '-c', 'user.email=x', ...args], { cwd })
    git('init', '-q')
    git('add', 'b')
    git('commit', '-qm', 'x')
    const refused = await runHere(['--write', '.'], { cwd })
    expect(refused.code).toBe(3)
    expect(refused.stderr).toContain(
      'Git has no committed copy of a/Dockerfile as it is now. [uncommitted-changes]',
    )
    git('add', 'a')
    git('commit', '-qm', 'x')
    expect((await runHere(['--write', '.'], { cwd })).code).toBe(0)
    expect((await runHere(['--write', '.'], { cwd })).stderr).toContain('2 unchanged')
  })

  it('takes --allow-dirty', async () => {
    const cwd = folderWith({ Dockerfile: 'FROM big\n' })
    execFileSync('git', ['init', '-q'], { cwd })
    expect((await runHere(['--write', '--allow-dirty', '.'], { cwd })).code).toBe(0)
    expect(readFileSync(join(cwd, 'Dockerfile'), 'utf8')).toBe('FROM small\n')
  })
})

describe('--stdin-filepath', () => {
  const through = (argv: readonly string[], text: string) =>
    runHere(['--stdin-filepath', 'a/Dockerfile', ...argv], {
      cwd: folderWith({}),
      stdin: Readable.from([text]),
    })

  it('prints the new Dockerfile, or the old one where it stays', async () => {
    expect(await through([], 'FROM big\r\n')).toMatchObject({ code: 0, stdout: 'FROM small\r\n' })
    expect(await through([], 'FROM x\n')).toMatchObject({ code: 0, stdout: 'FROM x\n' })
    const refused = await through([], 'REFUSE')
    expect(refused).toMatchObject({ code: 0, stdout: 'REFUSE' })
    expect(refused.stderr).toContain('It has an ONBUILD.')
  })

  it('takes a format', async () => {
    expect((await through(['--format', 'diff'], 'FROM big\n')).stdout).toContain(
      '+++ b/a/Dockerfile',
    )
    expect(await through(['--check'], 'FROM big\n')).toMatchObject({
      code: 1,
      stdout: 'a/Dockerfile\n',
    })
    expect((await through(['--write'], 'FROM big\n')).code).toBe(2)
  })
})

describe('--output', () => {
  it('takes the payload, without colours', async () => {
    const cwd = folderWith({ Dockerfile: 'FROM big\n' })
    const ran = await runHere(['-d', '-o', 'out.txt', '--color'], { cwd, terminal: true })
    expect(ran.stdout).toBe('')
    expect(readFileSync(join(cwd, 'out.txt'), 'utf8')).toContain('\n+FROM small\n')
  })

  it("is refused where it would empty an input, or can't be written", async () => {
    const cwd = folderWith({ Dockerfile: 'FROM big\n' })
    expect(await runHere(['-d', '-o', './Dockerfile'], { cwd })).toMatchObject({
      code: 2,
      stdout: '',
    })
    expect(readFileSync(join(cwd, 'Dockerfile'), 'utf8')).toBe('FROM big\n')
    const missing = await runHere(['-d', '-o', 'no/such/file'], { cwd })
    expect(missing.stderr).toBe("msb-migrate: --output: no/such/file can't be written (ENOENT)\n")
    expect(existsSync(join(cwd, 'no'))).toBe(false)
  })
})

describe('colour', () => {
  const cwdOf = () => folderWith({ Dockerfile: 'FROM big\n' })
  const green = '\u001b[32m+FROM small'

  it('is for terminals, and for those who ask', async () => {
    expect((await runHere(['-d'], { cwd: cwdOf(), terminal: true })).stdout).toContain(green)
    expect((await runHere(['-d', '--color'], { cwd: cwdOf() })).stdout).toContain(green)
    expect((await runHere(['-d'], { cwd: cwdOf(), env: { FORCE_COLOR: '1' } })).stdout).toContain(
      green,
    )
  })

  it('is left out where it is not wanted', async () => {
    expect((await runHere(['-d'], { cwd: cwdOf() })).stdout).not.toContain('\u001b')
    expect(
      (await runHere(['-d', '--no-color'], { cwd: cwdOf(), terminal: true })).stdout,
    ).not.toContain('\u001b')
    expect(
      (await runHere(['-d'], { cwd: cwdOf(), terminal: true, env: { NO_COLOR: '1' } })).stdout,
    ).not.toContain('\u001b')
    expect(
      (await runHere(['-d'], { cwd: cwdOf(), terminal: true, env: { FORCE_COLOR: '0' } })).stdout,
    ).not.toContain('\u001b')
  })

  it('never lets a Dockerfile write escape sequences to a terminal', async () => {
    const cwd = folderWith({ Dockerfile: 'FROM big\n# \u001b[2J\r\n' })
    const { stdout } = await runHere(['-d', '--no-color'], { cwd, terminal: true })
    expect(stdout).toContain(' # ^[[2J\n')
  })
})

it('stops at Ctrl-C with exit code 130', async () => {
  const interrupt = new AbortController()
  interrupt.abort()
  const cwd = folderWith({ Dockerfile: 'FROM big\n' })
  const ran = await runHere(['--write', '.'], { cwd, interrupt: interrupt.signal })
  expect(ran.code).toBe(130)
  expect(readFileSync(join(cwd, 'Dockerfile'), 'utf8')).toBe('FROM big\n')
})

import { execFileSync } from 'node:child_process'
import {
  chmodSync,
  existsSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { journalPlace } from '../../src/cli/undo/journal-place.ts'
import { folderWith, type Ran, runHere } from './surroundings.ts'

const files = {
  'a/Dockerfile': '\ufeffFROM big\r\n# IGNORE\r\n',
  'b/Dockerfile': 'FROM big\nCMD b\n',
}

function textsIn(cwd: string): Readonly<Record<string, string>> {
  const names = readdirSync(cwd, { recursive: true, encoding: 'utf8' }).filter((name) =>
    /(Dockerfile|\.dockerignore)$/.test(name),
  )
  return Object.fromEntries(
    names.sort().map((name) => [name, readFileSync(join(cwd, name), 'utf8')]),
  )
}

/** A user with a folder of state of his own. */
function userIn(cwd: string): (...argv: readonly string[]) => Promise<Ran> {
  const env = { XDG_STATE_HOME: folderWith({}) }
  return (...argv) => runHere(argv, { cwd, env })
}

describe('undo', () => {
  it('takes the last run back, then the one before, then nothing', async () => {
    const cwd = folderWith(files)
    const run = userIn(cwd)
    const wrote = await run('--write', 'a')
    expect(wrote.stderr).toMatch(/\nTo take it back: msb-migrate undo\n$/)
    await run('--write', 'b')
    const first = await run('undo')
    expect(first).toMatchObject({ code: 0, stdout: 'b/Dockerfile: taken back\n' })
    expect(first.stderr).toMatch(/^Of the run of \d{4}-\d\d-\d\d \d\d:\d\d UTC 1 file was taken/)
    const second = await run('undo')
    expect(second.stdout).toBe('a/Dockerfile: taken back\na/.dockerignore: removed\n')
    expect(textsIn(cwd)).toEqual(files)
    expect(await run('undo')).toMatchObject({
      code: 0,
      stdout: '',
      stderr:
        'There is nothing to take back: no run of yours wrote there, or all was taken back.\n',
    })
  })

  it('says with --dry-run what would be taken back, as a diff that applies, and writes nothing', async () => {
    const cwd = folderWith(files)
    const run = userIn(cwd)
    await run('--write', '.')
    const after = textsIn(cwd)
    const dry = await run('undo', '--dry-run')
    expect(dry.code).toBe(0)
    expect(dry.stdout).toContain('-FROM small\n+FROM big\n CMD b\n')
    expect(dry.stdout).toContain('--- a/a/.dockerignore\n+++ /dev/null\n')
    expect(dry.stderr).toContain('undo would take back 3 files.')
    expect(textsIn(cwd)).toEqual(after)
    execFileSync('git', ['apply', '--whitespace=nowarn'], { cwd, input: dry.stdout })
    expect(textsIn(cwd)).toEqual(files)
  })

  it('leaves and lists what has changed since, exit code 3, and takes it back once it can be', async () => {
    const cwd = folderWith({ ...files, 'c/Dockerfile': 'FROM big\n' })
    const run = userIn(cwd)
    await run('--write', 'c')
    await run('--write', 'a', 'b')
    const path = join(cwd, 'b/Dockerfile')
    const after = readFileSync(path, 'utf8')
    writeFileSync(path, `${after}# mine\n`)
    const part = await run('undo')
    expect(part.code).toBe(3)
    expect(part.stdout).toBe('a/Dockerfile: taken back\na/.dockerignore: removed\n')
    expect(part.stderr).toContain('b/Dockerfile: left: It has been changed since.\n')
    expect(part.stderr).toContain('2 files were taken back; 1 file left as it is.\n')
    writeFileSync(path, after)
    expect((await run('undo')).stdout).toBe('b/Dockerfile: taken back\n')
    expect((await run('undo')).stdout).toBe('c/Dockerfile: taken back\n')
  })

  it('goes on to the run before where the last one can not be taken back again', async () => {
    const cwd = folderWith(files)
    const run = userIn(cwd)
    await run('--write', 'a')
    await run('--write', 'b')
    writeFileSync(join(cwd, 'b/Dockerfile'), 'mine\n')
    expect(await run('undo')).toMatchObject({ code: 3, stdout: '' })
    const next = await run('undo')
    expect(next).toMatchObject({
      code: 3,
      stdout: 'a/Dockerfile: taken back\na/.dockerignore: removed\n',
    })
    expect(next.stderr).toContain('b/Dockerfile: left: It has been changed since.\n')
    expect(readFileSync(join(cwd, 'b/Dockerfile'), 'utf8')).toBe('mine\n')
  })

  it('is about the repository around the working directory, and about paths that are named', async () => {
    const root = folderWith({ 'one/a/Dockerfile': 'FROM big\n', 'two/b/Dockerfile': 'FROM big\n' })
    for (const name of ['one', 'two']) execFileSync('git', ['init', '-q', join(root, name)])
    const env = { XDG_STATE_HOME: folderWith({}) }
    const at = (cwd: string, ...argv: readonly string[]): Promise<Ran> =>
      runHere(argv, { cwd: join(root, cwd), env })
    const wrote = await at('one', '--write', '--allow-dirty', '.', '../two')
    expect(wrote.stderr).toContain('To take it back: msb-migrate undo . ../two\n')
    expect((await at('one/a', 'undo')).stdout).toBe('Dockerfile: taken back\n')
    expect((await at('one', 'undo', '../two/b')).stdout).toBe('../two/b/Dockerfile: taken back\n')
    await at('', '--write', '--allow-dirty', '.')
    expect((await at('', 'undo')).stdout).toBe(
      'one/a/Dockerfile: taken back\ntwo/b/Dockerfile: taken back\n',
    )
  })

  it('puts its record into the folder for state, and nothing into the project', async () => {
    const cwd = folderWith({ Dockerfile: 'FROM big\n' })
    const state = folderWith({})
    await runHere(['--write', '.'], { cwd, env: { XDG_STATE_HOME: state } })
    expect(readdirSync(cwd)).toEqual(['Dockerfile'])
    expect(
      readdirSync(state, { recursive: true, encoding: 'utf8' }).map((name) =>
        name.replace(/[0-9a-f]{16}/, 'KEY'),
      ),
    ).toEqual([
      'msb-migrate',
      'msb-migrate/undo',
      'msb-migrate/undo/KEY',
      'msb-migrate/undo/KEY/000001.jsonl',
    ])
  })

  it('writes all the same where no record can be kept, and says so', async () => {
    const cwd = folderWith({ Dockerfile: 'FROM big\n' })
    const state = join(folderWith({ file: '' }), 'file')
    const ran = await runHere(['--write', '-q', '.'], { cwd, env: { XDG_STATE_HOME: state } })
    expect(ran.code).toBe(0)
    expect(ran.stderr).toMatch(/^warning: undo can't take back one file of this run: .*ENOTDIR\n$/)
    expect(readFileSync(join(cwd, 'Dockerfile'), 'utf8')).toBe('FROM small\n')
  })

  it('says nothing of it where nothing was written', async () => {
    const cwd = folderWith({ Dockerfile: 'FROM x\n' })
    const run = userIn(cwd)
    expect((await run('--write', '.')).stderr).not.toContain('undo')
    expect((await run('--dry-run', '.')).stderr).not.toContain('undo')
  })

  it('writes through a link, as the run did', async () => {
    const cwd = folderWith({ 'real/Dockerfile.x': 'FROM big\n', 'link/x': '' })
    symlinkSync('../real/Dockerfile.x', join(cwd, 'link/Dockerfile'))
    const run = userIn(cwd)
    await run('--write', 'link/Dockerfile')
    expect((await run('undo')).stdout).toBe('real/Dockerfile.x: taken back\n')
    expect(readFileSync(join(cwd, 'link/Dockerfile'), 'utf8')).toBe('FROM big\n')
  })

  it('says of a record that it does not understand, and of one that may not be read', async () => {
    const cwd = folderWith(files)
    const state = folderWith({})
    const env = { XDG_STATE_HOME: state }
    await runHere(['--write', 'a'], { cwd, env })
    await runHere(['--write', 'b'], { cwd, env })
    const journals = join(state, 'msb-migrate/undo')
    const journal = join(journals, readdirSync(journals)[0] ?? '')
    writeFileSync(join(journal, '000003.jsonl'), '{"version":7}\n')
    const ran = await runHere(['undo'], { cwd, env })
    expect(ran.stdout).toBe('b/Dockerfile: taken back\n')
    expect(ran.stderr).toContain('000003.jsonl is no record that this version understands\n')
    if (process.getuid?.() === 0) return
    chmodSync(journals, 0)
    expect((await runHere(['undo'], { cwd, env })).code).toBe(2)
    chmodSync(journals, 0o700)
  })

  it('does not mind a folder of that name', async () => {
    const cwd = folderWith({ 'undo/Dockerfile': 'FROM big\n' })
    const run = userIn(cwd)
    await run('--write', './undo')
    expect(readFileSync(join(cwd, 'undo/Dockerfile'), 'utf8')).toBe('FROM small\n')
    await run('undo', 'undo')
    expect(readFileSync(join(cwd, 'undo/Dockerfile'), 'utf8')).toBe('FROM big\n')
  })

  it('finds a run of a folder above that is no repository by the paths that are named', async () => {
    const cwd = folderWith({ 'x/Dockerfile': 'FROM big\n', 'y/Dockerfile': 'FROM big\n' })
    const env = { XDG_STATE_HOME: folderWith({}) }
    await runHere(['--write', '.'], { cwd, env })
    const ran = await runHere(['undo'], { cwd: join(cwd, 'x'), env })
    expect(ran.stdout).toBe('Dockerfile: taken back\n')
    expect((await runHere(['undo'], { cwd, env })).stdout).toBe('y/Dockerfile: taken back\n')
  })

  it('is of one user: another home has no record', async () => {
    const cwd = folderWith({ Dockerfile: 'FROM big\n' })
    await runHere(['--write', '.'], { cwd, env: { XDG_STATE_HOME: folderWith({}) } })
    const ran = await runHere(['undo'], { cwd, env: { XDG_STATE_HOME: folderWith({}) } })
    expect(ran).toMatchObject({ code: 0, stdout: '' })
    expect(existsSync(join(cwd, 'Dockerfile'))).toBe(true)
  })
})

describe('where the record is', () => {
  it.each([
    [{ XDG_STATE_HOME: '/s', HOME: '/h' }, 'linux', '/s/msb-migrate/undo'],
    [{ XDG_STATE_HOME: 'relative', HOME: '/h' }, 'linux', '/h/.local/state/msb-migrate/undo'],
    [{ HOME: '/h' }, 'darwin', '/h/Library/Application Support/msb-migrate/undo'],
    [{ HOME: '/h', LOCALAPPDATA: '/l' }, 'win32', '/l/msb-migrate/undo'],
    [{ HOME: '/h' }, 'win32', '/h/AppData/Local/msb-migrate/undo'],
  ] as const)('%j on %s: %s', (env, platform, place) => {
    expect(journalPlace(env, platform)).toBe(place)
  })
})

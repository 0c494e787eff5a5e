import { execFileSync } from 'node:child_process'
import { chmodSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { describe, expect, it } from 'vitest'
import { migrateHere } from '../../src/cli/migrate/core/migrate-all.ts'
import { findDockerfiles } from '../../src/cli/migrate/find-dockerfiles.ts'
import type { ListGitFiles } from '../../src/cli/migrate/search-folder.ts'
import { isDockerfileName } from '../../src/project/dockerfile-name.ts'
import { listGitFiles } from '../../src/project/git/git.ts'
import { folderWith, runHere } from './surroundings.ts'

const from = 'FROM x\n'

async function find(args: readonly string[], cwd: string): Promise<readonly string[]> {
  return (await findDockerfiles(args, cwd, listGitFiles)).paths
}

it('knows the names that Dockerfiles have', () => {
  const names = [
    'Dockerfile',
    'Dockerfile.dev',
    'api.Dockerfile',
    'api.dockerfile',
    'dockerfile',
    'Containerfile',
    'Containerfile.x',
    'Dockerfile_server',
    'Dockerfile-dev',
    'DOCKERFILE_api',
  ]
  const others = [
    'Dockerfile.dockerignore',
    '.dockerignore',
    'dockerfile.go',
    'Dockerfiles',
    'MyDockerfile',
    'Dockerfile.',
    'Dockerfile_test.go',
    'Dockerfile-notes.md',
  ]
  expect(names.filter((name) => !isDockerfileName(name))).toEqual([])
  expect(others.filter(isDockerfileName)).toEqual([])
})

describe('a path is a file, else a folder, else a pattern', () => {
  it('takes a file whatever its name', async () => {
    const cwd = folderWith({ 'build[1].txt': from, 'build1.txt': from })
    expect(await find(['build[1].txt'], cwd)).toEqual(['build[1].txt'])
  })

  it('searches a folder to the bottom, but not links, node_modules and .git', async () => {
    const cwd = folderWith({
      'x/Dockerfile': from,
      'x/a/b/Dockerfile.dev': from,
      'x/.devcontainer/Dockerfile': from,
      'x/Dockerfile.dockerignore': '',
      'x/node_modules/m/Dockerfile': from,
      'x/.git/Dockerfile': from,
    })
    symlinkSync('..', join(cwd, 'x/a/loop'))
    symlinkSync('Dockerfile', join(cwd, 'x/Dockerfile.link'))
    expect(await find(['x'], cwd)).toEqual([
      'x/.devcontainer/Dockerfile',
      'x/Dockerfile',
      'x/a/b/Dockerfile.dev',
    ])
  })

  it('expands patterns itself, to any depth', async () => {
    const cwd = folderWith({
      's/Dockerfile': from,
      's/a/Dockerfile': from,
      's/a/b/c/Dockerfile': from,
      's/a/x.txt': from,
    })
    const all = ['s/Dockerfile', 's/a/Dockerfile', 's/a/b/c/Dockerfile']
    expect(await find(['./s/**/Dockerfile'], cwd)).toEqual(all)
    expect(await find([join(cwd, 's/**/Dockerfile')], cwd)).toEqual(
      all.map((path) => join(cwd, path)),
    )
    expect(await find(['s/*'], cwd)).toEqual(all)
    expect(await find(['s/**'], cwd)).toEqual(all)
    expect(await find(['s/{a,b}/Dockerfile'], cwd)).toEqual(['s/a/Dockerfile'])
    expect(await find(['../**/a/Dockerfile'], join(cwd, 's/a'))).toEqual(['../a/Dockerfile'])
  })

  it('gives each file once, sorted, as it was typed first', async () => {
    const cwd = folderWith({ 'b/Dockerfile': from, 'a/Dockerfile': from })
    expect(await find(['b', './b/Dockerfile', '**/Dockerfile', join(cwd, 'a')], cwd)).toEqual([
      'a/Dockerfile',
      'b/Dockerfile',
    ])
  })

  it('leaves out what git ignores, unless the file itself is named', async () => {
    const cwd = folderWith({
      '.gitignore': 'vendor\n',
      Dockerfile: from,
      'vendor/Dockerfile': from,
      'new/Dockerfile': from,
    })
    execFileSync('git', ['init', '-q'], { cwd })
    execFileSync('git', ['add', 'Dockerfile'], { cwd })
    expect(await find(['.'], cwd)).toEqual(['Dockerfile', 'new/Dockerfile'])
    expect(await find(['**/Dockerfile'], cwd)).toEqual(['Dockerfile', 'new/Dockerfile'])
    expect(await find(['vendor/Dockerfile'], cwd)).toEqual(['vendor/Dockerfile'])
  })

  it('takes odd names', async () => {
    const cwd = folderWith({ 'a b\nü/Dockerfile': from })
    expect(await find(['.'], cwd)).toEqual(['a b\nü/Dockerfile'])
  })

  it('takes no ignore file for a Dockerfile', async () => {
    const cwd = folderWith({
      Dockerfile: from,
      'Dockerfile.a': from,
      'Dockerfile.dockerignore': '',
    })
    expect(await find(['Dockerfile*'], cwd)).toEqual(['Dockerfile', 'Dockerfile.a'])
  })
})

describe('what a search does not get to see is said, with --quiet too', () => {
  it('names that are no UTF-8, of files and of folders', async () => {
    const cwd = folderWith({ Dockerfile: from, 'a/x': '' })
    const bytes = (text: string) =>
      Buffer.concat([Buffer.from(`${cwd}/`), Buffer.from(text, 'latin1')])
    writeFileSync(bytes('Dockerfile.\xff'), from)
    mkdirSync(bytes('b\xff'))
    const ran = await runHere(['-c', '-q', '.'], { cwd })
    expect(ran.stderr).toBe(
      'warning: Dockerfiles may be missing: b\uFFFD is no UTF-8, Dockerfile.\uFFFD is no UTF-8\n',
    )
  })

  it('folders that may not be read', async () => {
    const closed: ListGitFiles = () =>
      Promise.resolve({ paths: ['Dockerfile'], repositories: [], unread: ['data'] })
    const found = await findDockerfiles(['.'], folderWith({ Dockerfile: from }), closed)
    expect(found).toMatchObject({
      paths: ['Dockerfile'],
      leftOut: [{ path: 'data', why: 'may not be read' }],
    })
  })

  // Root may read all.
  it.skipIf(process.getuid?.() === 0)('folders without git, too', async () => {
    const cwd = folderWith({ 'closed/Dockerfile': from, Dockerfile: from })
    chmodSync(join(cwd, 'closed'), 0)
    const ran = await runHere(['-c', '-q', '.'], { cwd })
    chmodSync(join(cwd, 'closed'), 0o755)
    expect(ran.stderr).toBe('warning: Dockerfiles may be missing: closed may not be read\n')
  })

  it('submodules are searched; those that are not checked out are named', async () => {
    const cwd = folderWith({
      'sub/Dockerfile': from,
      'sub/deep/Dockerfile': from,
      Dockerfile: from,
    })
    mkdirSync(join(cwd, 'empty'))
    const git = (folder: string, ...args: readonly string[]) =>
      execFileSync('git', ['-C', join(cwd, folder), ...args], { stdio: 'ignore' })
    git('.', 'init', '-q')
    git('sub', 'init', '-q')
    for (const name of ['sub', 'empty'])
      git('.', 'update-index', '--add', '--cacheinfo', `160000,${'1'.repeat(40)},${name}`)
    expect(await find(['.'], cwd)).toEqual(['Dockerfile', 'sub/Dockerfile', 'sub/deep/Dockerfile'])
    expect(await find(['**/Dockerfile'], cwd)).toEqual([
      'Dockerfile',
      'sub/Dockerfile',
      'sub/deep/Dockerfile',
    ])
    const ran = await runHere(['-c', '-q', '.'], { cwd })
    expect(ran.stderr).toContain('empty is a submodule that is not checked out')
  })
})

describe('a path that the system does not look at', () => {
  it('is reported as a file that fails, as by --files-from', async () => {
    const cwd = folderWith({ Dockerfile: 'FROM big\n' })
    symlinkSync('loop', join(cwd, 'loop'))
    const long = `${'x'.repeat(300)}/Dockerfile`
    const ran = await runHere(['-d', 'Dockerfile', 'loop', long], { cwd, migrateAll: migrateHere })
    expect(ran.code).toBe(3)
    expect(ran.stdout).toContain('loop: failed: It is a link that leads nowhere. [unreadable]')
    expect(ran.stdout).toContain("It can't be read (ENAMETOOLONG). [unreadable]")
  })
})

describe('arguments without a match', () => {
  it('end the run before anything is done', async () => {
    const cwd = folderWith({ Dockerfile: 'FROM big\n' })
    const ran = await runHere(['--write', 'Dockerfile', 'typo/Dockerfile', 'x/**'], { cwd })
    expect(ran).toMatchObject({
      code: 2,
      stdout: '',
      stderr:
        'msb-migrate: no Dockerfile at "typo/Dockerfile", "x/**"; --allow-unmatched accepts that\n',
    })
  })

  it('are fine with --allow-unmatched', async () => {
    const cwd = folderWith({ Dockerfile: 'FROM big\n' })
    expect(await runHere(['-c', 'Dockerfile', 'typo', '--allow-unmatched'], { cwd })).toMatchObject(
      { code: 1 },
    )
  })

  it('are the working directory where none was given', async () => {
    expect((await runHere([], { cwd: folderWith({}) })).stderr).toContain(
      'no Dockerfile in the working directory',
    )
  })
})

describe('--files-from', () => {
  it('reads lines or NUL from a file or standard input', async () => {
    const cwd = folderWith({
      'a/Dockerfile': 'FROM big\n',
      'b c/Dockerfile': 'FROM big\n',
      list: 'b c/Dockerfile\r\na/Dockerfile\n',
    })
    const both = 'a/Dockerfile\nb c/Dockerfile\n'
    expect((await runHere(['-c', '--files-from', 'list'], { cwd })).stdout).toBe(both)
    const stdin = Readable.from([Buffer.from('b c/Dockerfile\0a/Dockerfile\0')])
    expect((await runHere(['-c', '--files-from', '-'], { cwd, stdin })).stdout).toBe(both)
  })

  it('counts a file that is not there as failed, and goes on', async () => {
    const cwd = folderWith({ Dockerfile: 'FROM big\n', list: 'gone/Dockerfile\nDockerfile\n' })
    const ran = await runHere(['-d', '--files-from', 'list'], { cwd })
    expect(ran.code).toBe(3)
    expect(ran.stdout).toContain('gone/Dockerfile: failed: There is no such file. [unreadable]')
    expect(ran.stdout).toContain('+FROM small')
  })

  it('says so where the list itself is missing', async () => {
    const ran = await runHere(['--files-from', 'nope'], { cwd: folderWith({}) })
    expect(ran).toMatchObject({
      code: 2,
      stderr: "msb-migrate: --files-from: nope can't be read (ENOENT)\n",
    })
  })
})

describe('an unquoted ** that the shell read as *', () => {
  const files = { 's/a/Dockerfile': from, 's/b/Dockerfile': from, 's/c/d/Dockerfile': from }
  const others = { ...files, 's/x/Dockerfile': from }

  it('brings a hint where deeper files exist', async () => {
    const ran = await runHere(['-d', './s/a/Dockerfile', './s/b/Dockerfile'], {
      cwd: folderWith(files),
    })
    expect(ran.stderr).toContain(
      "hint: a deeper one was not given (s/c/d/Dockerfile); shells expand an unquoted ** to one level only: quote it, 's/**/Dockerfile'\n",
    )
  })

  it.each([
    [['s/a/x.Dockerfile', 's/b/y.Dockerfile', 's/c/d/z.Dockerfile'], "'s/**/*.Dockerfile'"],
    [
      ['a/docker/Dockerfile', 'b/docker/Dockerfile', 'c/d/docker/Dockerfile'],
      "'**/docker/Dockerfile'",
    ],
    [['s/a/Dockerfile', 's/b/Dockerfile.dev', 's/c/d/Dockerfile'], "'s/**/Dockerfile*'"],
  ])('%j', async (paths, pattern) => {
    const cwd = folderWith(Object.fromEntries(paths.map((path) => [path, from])))
    const ran = await runHere(['-d', ...paths.slice(0, 2)], { cwd })
    expect(ran.stderr).toContain(`quote it, ${pattern}`)
  })

  it('brings none otherwise', async () => {
    for (const args of [
      ['s/a/Dockerfile'],
      ['s/**/Dockerfile'],
      ['s/a/Dockerfile', 's/c/d/Dockerfile'],
      ['s'],
      ['-q', 's/a/Dockerfile', 's/b/Dockerfile'],
      // Not all of one level.
      ['s/a/Dockerfile', 's/x/Dockerfile'],
    ]) {
      const cwd = folderWith(args.includes('s/x/Dockerfile') ? others : files)
      expect((await runHere(['-d', ...args], { cwd })).stderr).not.toContain('hint')
    }
  })
})

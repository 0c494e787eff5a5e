import { execFileSync } from 'node:child_process'
import { chmodSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { describe, expect, it } from 'vitest'
import { findDockerfiles } from '../../src/cli/migrate/find-dockerfiles.ts'
import { isDockerfileName } from '../../src/project/dockerfile-name.ts'
import { listGitFiles } from '../../src/project/git.ts'
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
  ]
  const others = [
    'Dockerfile.dockerignore',
    '.dockerignore',
    'dockerfile.go',
    'Dockerfiles',
    'MyDockerfile',
    'Dockerfile.',
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

  it('takes odd names, and leaves folders that it may not read', async () => {
    const cwd = folderWith({ 'a b\nü/Dockerfile': from, 'closed/Dockerfile': from })
    chmodSync(join(cwd, 'closed'), 0)
    const found = await find(['.'], cwd)
    chmodSync(join(cwd, 'closed'), 0o755)
    expect(found).toContain('a b\nü/Dockerfile')
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

  it('brings a hint where deeper files exist', async () => {
    const ran = await runHere(['-d', './s/a/Dockerfile', './s/b/Dockerfile'], {
      cwd: folderWith(files),
    })
    expect(ran.stderr).toContain(
      "hint: a deeper one was not given (s/c/d/Dockerfile); shells expand an unquoted ** to one level only: quote it, 's/**/Dockerfile'\n",
    )
  })

  it('brings none otherwise', async () => {
    for (const args of [
      ['s/a/Dockerfile'],
      ['s/**/Dockerfile'],
      ['s/a/Dockerfile', 's/c/d/Dockerfile'],
      ['s'],
      ['-q', 's/a/Dockerfile', 's/b/Dockerfile'],
    ]) {
      expect((await runHere(['-d', ...args], { cwd: folderWith(files) })).stderr).not.toContain(
        'hint',
      )
    }
  })
})

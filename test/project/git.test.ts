import { execFileSync } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test, vi } from 'vitest'
import { readListing } from '../../src/project/git/git-answers.ts'
import { GitError, gitRoot, listGitFiles, uncommittedChanges } from '../../src/project/git/git.ts'
import { tempFolder } from './temp-folder.ts'

function git(folder: string, ...args: readonly string[]): void {
  const config = [
    '-c',
    'user.name=t',
    '-c',
    'user.email=t@example.com',
    '-c',
    'commit.gpgsign=false',
  ]
  execFileSync('git', [...config, ...args], { cwd: folder, stdio: 'ignore' })
}

function repository(files: Readonly<Record<string, string>>): string {
  const root = tempFolder(files)
  git(root, 'init', '-q')
  git(root, 'add', '-A')
  git(root, 'commit', '-q', '-m', 'first')
  return root
}

describe('gitRoot', () => {
  test('is the nearest folder with a .git, folder or file', () => {
    const root = tempFolder({
      '.git/HEAD': '',
      'a/b/c': '',
      'sub/.git': 'gitdir: ../x',
      'sub/d/e': '',
    })
    expect(gitRoot(path.join(root, 'a', 'b'))).toBe(root)
    expect(gitRoot(path.join(root, 'sub', 'd'))).toBe(path.join(root, 'sub'))
    expect(gitRoot(path.join(root, 'gone', 'too'))).toBe(root)
  })

  test('is undefined outside of one', () => {
    expect(gitRoot('/')).toBeUndefined()
  })
})

describe('uncommittedChanges', () => {
  test('are changed, staged and untracked files, under any name', async () => {
    const names = ['clean', 'changed', 'staged', ' blank ü', 'new\nline', '-dash', 'a"quote']
    const root = repository(Object.fromEntries(names.map((name) => [`d/${name}/Dockerfile`, ''])))
    const file = (name: string): string => path.join(root, 'd', name, 'Dockerfile')
    for (const name of names.slice(1)) writeFileSync(file(name), 'x')
    git(root, 'add', file('staged'))
    mkdirSync(path.join(root, 'new', 'deep'), { recursive: true })
    writeFileSync(path.join(root, 'new', 'deep', 'Dockerfile'), '')
    writeFileSync(path.join(root, 'newer'), '')
    const asked = [
      ...names.map(file),
      path.join(root, 'new', 'deep', 'Dockerfile'),
      path.join(root, 'newer'),
    ]
    expect(await uncommittedChanges(asked)).toEqual(new Set(asked.slice(1)))
  })

  test('are looked up in each repository, and nowhere else', async () => {
    const one = repository({ D: '' })
    const two = repository({ D: '' })
    const none = tempFolder({ D: '' })
    writeFileSync(path.join(two, 'D'), 'x')
    const asked = [one, two, none].map((root) => path.join(root, 'D'))
    expect(await uncommittedChanges(asked)).toEqual(new Set([path.join(two, 'D')]))
    expect(await uncommittedChanges([])).toEqual(new Set())
  })

  test("can't be known where git refuses", async () => {
    const root = repository({ D: '' })
    writeFileSync(path.join(root, '.git', 'config'), '[broken')
    await expect(uncommittedChanges([path.join(root, 'D')])).rejects.toThrow(GitError)
  })

  test('start no program that the repository names', async () => {
    const root = repository({ D: '' })
    const hook = path.join(root, 'hook.sh')
    writeFileSync(hook, `#!/bin/sh\ntouch ${root}/ran\n`)
    chmodSync(hook, 0o755)
    git(root, 'config', 'core.fsmonitor', hook)
    await uncommittedChanges([path.join(root, 'D')])
    await listGitFiles(root)
    expect(existsSync(path.join(root, 'ran'))).toBe(false)
  })
})

describe('listGitFiles', () => {
  test('has tracked and new files, not ignored ones, relative to the folder', async () => {
    const root = repository({
      '.gitignore': 'dist\n',
      'a/b c/Dockerfile': '',
      'a/gone': '',
      top: '',
    })
    for (const name of ['a/new\nline', 'a/ü']) writeFileSync(path.join(root, name), '')
    mkdirSync(path.join(root, 'a', 'dist'))
    writeFileSync(path.join(root, 'a', 'dist', 'x'), '')
    rmSync(path.join(root, 'a', 'gone'))
    expect(await listGitFiles(path.join(root, 'a'))).toEqual({
      paths: ['b c/Dockerfile', 'gone', 'new\nline', 'ü'],
      repositories: [],
      unread: [],
    })
  })

  test('names repositories inside of it, tracked or not', async () => {
    const root = repository({ D: '' })
    for (const name of ['sub', 'new']) {
      mkdirSync(path.join(root, name))
      git(path.join(root, name), 'init', '-q')
    }
    const id = '1'.repeat(40)
    git(root, 'update-index', '--add', '--cacheinfo', `160000,${id},sub`)
    expect(await listGitFiles(root)).toEqual({
      paths: ['D'],
      repositories: ['new', 'sub'],
      unread: [],
    })
  })

  test('folders that git may not read', () => {
    const warning = "warning: could not open directory 'a b/': Permission denied\n"
    expect(readListing(['D'], warning)).toEqual({ paths: ['D'], repositories: [], unread: ['a b'] })
  })

  test('is undefined outside of a repository, and where git refuses', async () => {
    expect(await listGitFiles(tempFolder({ x: '' }))).toBeUndefined()
    expect(await listGitFiles(tempFolder({ '.git/HEAD': 'broken' }))).toBeUndefined()
  })
})

test('without git nothing is known, and nothing fails', async () => {
  const root = repository({ D: '' })
  writeFileSync(path.join(root, 'D'), 'x')
  vi.stubEnv('PATH', '/nowhere')
  try {
    expect(await listGitFiles(root)).toBeUndefined()
    expect(await uncommittedChanges([path.join(root, 'D')])).toEqual(new Set())
  } finally {
    vi.unstubAllEnvs()
  }
})

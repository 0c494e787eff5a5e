import { chmodSync, symlinkSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test, vi } from 'vitest'
import { openProject } from '../../src/project/open-project.ts'
import type { EntryKind } from '../../src/project/entry-kind.ts'
import { createProjectCache } from '../../src/project/project-cache.ts'
import type { Entries } from '../../src/project/project-cache.ts'
import type { Project } from '../../src/project/project.ts'
import { tempFolder } from './temp-folder.ts'

function open(
  files: Readonly<Record<string, string | Uint8Array>>,
  dockerfile = 'Dockerfile',
): Project {
  return openProject({ root: tempFolder(files), dockerfilePath: dockerfile })
}

describe('files and folders', () => {
  test('are known by paths relative to the context', () => {
    const project = open({ 'src/app.ts': 'x', 'package.json': '{}', 'empty/': '' })
    expect(project.dockerfile).toBe('Dockerfile')
    expect(project.isFile('src/app.ts')).toBe(true)
    expect(project.isFile('./src//app.ts')).toBe(true)
    expect(project.isFile('src')).toBe(false)
    expect(project.isFolder('src/')).toBe(true)
    expect(project.isFolder('')).toBe(true)
    expect(project.isFolder('empty')).toBe(true)
    expect(project.isFile('src/app.ts/x')).toBe(false)
    expect(project.list('')).toEqual(['empty', 'package.json', 'src'])
    expect(project.list('missing')).toEqual([])
    expect(project.files()).toEqual(['package.json', 'src/app.ts'])
    expect(project.files('src')).toEqual(['src/app.ts'])
  })

  test('are told apart by case', () => {
    const project = open({ 'App.js': '' })
    expect(project.isFile('App.js')).toBe(true)
    expect(project.isFile('app.js')).toBe(false)
  })

  test('may have odd names', () => {
    const names = [' a b', 'new\nline', 'ünï', '[x]', "it's", '-f', '.hidden']
    const project = open(Object.fromEntries(names.map((name) => [`d/${name}`, name])))
    expect(project.list('d')).toEqual([...names].sort())
    for (const name of names) expect(project.read(`d/${name}`)).toBe(name)
  })

  test('above the context are not there', () => {
    const root = tempFolder({ 'secret.txt': 's', 'app/x': '' })
    const project = openProject({ root: path.join(root, 'app'), dockerfilePath: '../Dockerfile' })
    expect(project.dockerfile).toBeUndefined()
    expect(project.isFile('../secret.txt')).toBe(false)
    expect(project.read('x/../../secret.txt')).toBeUndefined()
    expect(project.isFile('y/../x')).toBe(true)
  })

  test('a context that is not there has none', () => {
    const project = openProject({ root: '/nowhere/at/all', dockerfilePath: undefined })
    expect(project.files()).toEqual([])
    expect(project.isFile('x')).toBe(false)
    expect(project.dockerfile).toBeUndefined()
    expect(project.usages()).toEqual([])
  })
})

describe('reading', () => {
  test('gives texts, not binaries, nothing over 2 MB, nothing unreadable', () => {
    const root = tempFolder({
      'a.txt': '\uFEFFä\r\n',
      'binary.png': new Uint8Array([137, 80, 0, 1]),
      'at-limit': 'x'.repeat(2 * 1024 * 1024),
      'over-limit': 'x'.repeat(2 * 1024 * 1024 + 1),
      'closed.txt': 'x',
    })
    chmodSync(path.join(root, 'closed.txt'), 0)
    const project = openProject({ root, dockerfilePath: 'Dockerfile' })
    expect(project.read('a.txt')).toBe('\uFEFFä\r\n')
    expect(project.read('binary.png')).toBeUndefined()
    expect(project.read('at-limit')).toHaveLength(2 * 1024 * 1024)
    expect(project.read('over-limit')).toBeUndefined()
    if (process.getuid?.() !== 0) expect(project.read('closed.txt')).toBeUndefined()
    expect(project.read('missing')).toBeUndefined()
    expect(project.read('')).toBeUndefined()
    expect(project.isFile('binary.png')).toBe(true)
  })

  test('understands JSON as configuration files have it', () => {
    const project = open({
      'tsconfig.json':
        '\uFEFF{ // main\n "a": "//x", /* y */ "b": ["1,]", 2,], "c": {"d": 1, /* z */ },\n}',
      'strict.json': '{"a": "/* no comment */", "n": null}',
      'broken.json': '{',
    })
    expect(project.json('tsconfig.json')).toEqual({ a: '//x', b: ['1,]', 2], c: { d: 1 } })
    expect(project.json('strict.json')).toEqual({ a: '/* no comment */', n: null })
    expect(project.json('broken.json')).toBeUndefined()
    expect(project.json('missing.json')).toBeUndefined()
  })

  test('happens only when asked for, and once a run', () => {
    const root = tempFolder({ 'a/x': '', 'b/y': '', '.dockerignore': 'z' })
    const cache = createProjectCache()
    const entries = vi.fn(cache.entries)
    const readText = vi.fn(cache.readText)
    const project = openProject({
      root,
      dockerfilePath: 'Dockerfile',
      cache: { ...cache, entries, readText },
    })
    expect(entries).not.toHaveBeenCalled()
    project.isFile('a/x')
    expect(entries.mock.calls.map(([folder]) => path.basename(folder))).not.toContain('b')
    expect(readText).toHaveBeenCalledTimes(1)
    project.read('a/x')
    project.read('a/x')
    expect(readText).toHaveBeenCalledTimes(2)
  })
})

describe('links', () => {
  test('are followed within the tree only', () => {
    const root = tempFolder({ 'outside/secret': 's', 'app/src/a.ts': 'a', 'app/real.txt': 'r' })
    const app = path.join(root, 'app')
    symlinkSync('real.txt', path.join(app, 'link.txt'))
    symlinkSync('src', path.join(app, 'linked'))
    symlinkSync('../outside', path.join(app, 'out'))
    symlinkSync('../outside/secret', path.join(app, 'secret'))
    symlinkSync('/etc', path.join(app, 'etc'))
    symlinkSync('nothing', path.join(app, 'dangling'))
    symlinkSync('loop', path.join(app, 'loop'))
    symlinkSync('..', path.join(app, 'src', 'up'))
    const project = openProject({ root: app, dockerfilePath: 'Dockerfile' })
    expect(project.read('link.txt')).toBe('r')
    expect(project.read('linked/a.ts')).toBe('a')
    expect(project.isFolder('linked')).toBe(true)
    expect(project.isFolder('out')).toBe(false)
    expect(project.read('out/secret')).toBeUndefined()
    expect(project.read('secret')).toBeUndefined()
    expect(project.isFolder('etc')).toBe(false)
    expect(project.list('')).toEqual(['link.txt', 'linked', 'real.txt', 'src'])
    expect(project.files()).toEqual(['link.txt', 'real.txt', 'src/a.ts'])
    expect(project.isFile('src/up/src/up/real.txt')).toBe(true)
  })

  test('work where the context itself stands behind one', () => {
    const root = tempFolder({ 'real/a': 'a' })
    symlinkSync('a', path.join(root, 'real', 'b'))
    symlinkSync('real', path.join(root, 'app'))
    const project = openProject({ root: path.join(root, 'app'), dockerfilePath: 'Dockerfile' })
    expect(project.read('b')).toBe('a')
    expect(project.files()).toEqual(['a', 'b'])
  })
})

describe('walks', () => {
  test('leave out .git and node_modules unless asked for', () => {
    const project = open({
      '.git/config': '',
      'node_modules/a/index.js': '',
      'node_modules/a/node_modules/b/index.js': '',
      'packages/x/node_modules/c/index.js': '',
      'packages/x/index.js': '',
    })
    expect(project.files()).toEqual(['packages/x/index.js'])
    expect(project.files('node_modules')).toEqual([
      'node_modules/a/index.js',
      'node_modules/a/node_modules/b/index.js',
    ])
    expect(project.files('.git')).toEqual(['.git/config'])
    expect(project.isFile('node_modules/a/index.js')).toBe(true)
  })

  test('stop at 20,000 entries', () => {
    const many = (kind: EntryKind): Entries =>
      new Map(Array.from({ length: 300 }, (_, index) => [`${kind}${index}`, kind]))
    const folders = many('folder')
    const files = many('file')
    const entries = vi.fn((folder: string) => (folder === '/big' ? folders : files))
    const cache = { ...createProjectCache(), entries, readText: () => undefined }
    const project = openProject({ root: '/big', dockerfilePath: 'Dockerfile', cache })
    const found = project.files()
    expect(found.length).toBeGreaterThan(19_900)
    expect(found.length).toBeLessThan(20_000)
    expect(found).toEqual([...found].sort())
    expect(new Set(entries.mock.calls.map(([folder]) => folder)).size).toBeLessThan(70)
  })
})

describe('.dockerignore', () => {
  test('hides files and folders', () => {
    const project = open({
      '.dockerignore': '# comment\nnode_modules\n*.md\nsecret/\n',
      'README.md': '',
      'docs/x.md': '',
      'node_modules/a/x.js': '',
      'secret/key': '',
    })
    expect(project.ignoreFile?.path).toBe('.dockerignore')
    expect(project.isFile('README.md')).toBe(false)
    expect(project.read('README.md')).toBeUndefined()
    expect(project.isIgnored('README.md')).toBe(true)
    expect(project.isFile('docs/x.md')).toBe(true)
    expect(project.isFolder('node_modules')).toBe(false)
    expect(project.isFile('node_modules/a/x.js')).toBe(false)
    expect(project.files('node_modules')).toEqual([])
    expect(project.isFolder('secret')).toBe(false)
    expect(project.list('')).toEqual(['.dockerignore', 'docs'])
  })

  test('keeps an ignored folder with what exceptions keep below it', () => {
    const project = open({
      '.dockerignore': '*\n!package.json\n!config/deep/*.json\n',
      'package.json': '{}',
      'config/a.json': '',
      'config/deep/b.json': '',
      'config/deep/b.yml': '',
      'other/deep/b.json': '',
    })
    expect(project.isFolder('config')).toBe(true)
    expect(project.isIgnored('config')).toBe(false)
    expect(project.isIgnored('config/a.json')).toBe(true)
    expect(project.isFolder('other')).toBe(false)
    expect(project.isIgnored('other')).toBe(true)
    expect(project.list('')).toEqual(['config', 'package.json'])
    expect(project.list('config')).toEqual(['deep'])
    expect(project.files()).toEqual(['config/deep/b.json', 'package.json'])
  })

  test('with exceptions for folders that hold nothing hides them', () => {
    const project = open({ '.dockerignore': 'a\n!a/b/*.js\n', 'a/b/x.ts': '' })
    expect(project.isFolder('a')).toBe(false)
    expect(project.files()).toEqual(['.dockerignore'])
  })

  test('hides links, and links to what it hides', () => {
    const root = tempFolder({ '.dockerignore': 'hidden\nlink2\n', 'hidden/x': '', y: '' })
    symlinkSync('hidden/x', path.join(root, 'link1'))
    symlinkSync('y', path.join(root, 'link2'))
    symlinkSync('y', path.join(root, 'link3'))
    const project = openProject({ root, dockerfilePath: 'Dockerfile' })
    expect(project.list('')).toEqual(['.dockerignore', 'link3', 'y'])
  })

  test("gives way to the Dockerfile's own ignore file", () => {
    const files = {
      '.dockerignore': 'a',
      'docker/api.Dockerfile.dockerignore': 'b',
      a: '',
      b: '',
    }
    const project = open(files, 'docker/api.Dockerfile')
    expect(project.ignoreFile).toEqual({ path: 'docker/api.Dockerfile.dockerignore', text: 'b' })
    expect(project.isFile('a')).toBe(true)
    expect(project.isFile('b')).toBe(false)
    expect(open(files, 'docker/web.Dockerfile').ignoreFile?.path).toBe('.dockerignore')
  })

  test('beside a Dockerfile outside the context counts too', () => {
    const root = tempFolder({ 'docker/Dockerfile.dockerignore': 'b', 'app/a': '', 'app/b': '' })
    const project = openProject({
      root: path.join(root, 'app'),
      dockerfilePath: path.join(root, 'docker', 'Dockerfile'),
    })
    expect(project.ignoreFile?.path).toBe('../docker/Dockerfile.dockerignore')
    expect(project.list('')).toEqual(['a'])
  })
})

describe('COPY sources', () => {
  const files = {
    'package.json': '',
    'package-lock.json': '',
    'src/a.ts': '',
    'src/b.ts': '',
    'src/lib/c.ts': '',
    'lib/d.ts': '',
    '.env': '',
    'x[1]': '',
  }
  test.each([
    ['.', ['']],
    ['./', ['']],
    ['/', ['']],
    ['package*.json', ['package-lock.json', 'package.json']],
    ['./package.json', ['package.json']],
    ['/src/', ['src']],
    ['../src', ['src']],
    ['src/*.ts', ['src/a.ts', 'src/b.ts']],
    ['*/[ab].ts', ['src/a.ts', 'src/b.ts']],
    ['src/?.ts', ['src/a.ts', 'src/b.ts']],
    ['src/*/c.ts', ['src/lib/c.ts']],
    ['.e*', ['.env']],
    ['x[[]1]', ['x[1]']],
    ['missing', []],
    ['missing*', []],
    ['src/a.ts/*', []],
  ])('%s', (pattern, expected) => {
    expect(open(files).match(pattern)).toEqual(expected)
  })

  test('that are ignored match nothing', () => {
    const project = open({ ...files, '.dockerignore': 'package-lock.json\nsrc/b.ts' })
    expect(project.match('package*.json')).toEqual(['package.json'])
    expect(project.match('src/*.ts')).toEqual(['src/a.ts'])
    expect(project.match('src/b.ts')).toEqual([])
  })
})

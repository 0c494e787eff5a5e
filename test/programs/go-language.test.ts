import { expect, test } from 'vitest'
import { behaviourOf } from '../../src/programs/behaviour.ts'
import { followModules } from '../../src/programs/module-graph.ts'
import { absolutePath } from '../../src/programs/path-value.ts'
import { goLanguage } from '../../src/programs/readers/go/language.ts'
import { shell } from '../../src/programs/readers/shell.ts'
import type { Project } from '../../src/project/project.ts'
import { memoryProject } from '../memory-project.ts'

/** Follows the package at the context's root, which stands in /srv. */
function follow(files: Record<string, string>) {
  const project = memoryProject(files)
  const language = goLanguage(project, {
    imagePath: (path) => `/app/${path}`,
    modules: [
      { path: 'example.com/app', folder: '' },
      { path: 'example.com/app/beside', folder: 'other' },
      { path: 'example.com/away', folder: undefined },
    ],
    build: { tags: new Set(['extra']), cgo: undefined },
    inWorkspace: (path) => (path === 'old/style' ? 'src/old/style' : undefined),
  })
  return followModules({
    read: (path) => project.read(path),
    files: (folder) => project.files(folder),
    languages: [language, shell(project)],
    env: () => undefined,
    cwd: '/srv',
    imagePath: (path) => `/srv/${path}`,
    contextPath: (path) => (path.startsWith('/srv/') ? path.slice(5) : undefined),
  })(language.filesOf(''))
}

/** The texts of files that a package reads. */
function readIn(project: Project, tags: readonly string[]) {
  const language = goLanguage(project, {
    imagePath: (path) => `/app/${path}`,
    modules: [{ path: 'example.com/app', folder: '' }],
    build: { tags: new Set(tags), cgo: undefined },
    inWorkspace: () => undefined,
  })
  const facts = language.read('main.go', project.read('main.go') ?? '', () => undefined)
  return facts?.paths.filter(({ use }) => use === 'reads').map(({ value }) => value.path)
}

test('names are those of the files that are compiled together, as they are written now', () => {
  const project = memoryProject({
    'main.go': 'package main\nimport "os"\nfunc main() { os.ReadFile(place) }\n',
    'a.go': '//go:build prod\n\npackage main\n\nconst place = "/prod"\n',
    'b.go': '//go:build !prod\n\npackage main\n\nconst place = "/dev"\n',
  })
  const later = project.withFiles([
    { path: 'b.go', after: '//go:build !prod\n\npackage main\n\nconst place = "/other"\n' },
  ])
  for (let i = 0; i < 2; i++) {
    expect(readIn(project, ['prod'])).toEqual(['/prod'])
    expect(readIn(project, [])).toEqual(['/dev'])
    expect(readIn(later, [])).toEqual(['/other'])
  }
})

const importing = (...paths: readonly string[]) =>
  `package main\n${paths.map((path) => `import _ "${path}"\n`).join('')}func main() {}\n`

test('packages are all of their files that are compiled, of each place where Go looks for them', () => {
  const graph = follow({
    'main.go': importing(
      'fmt',
      'example.com/app/a',
      'example.com/app/beside/b',
      'example.com/c',
      'old/style',
      './near',
      'example.com/unknown',
      'example.com/away/d',
    ),
    'main_test.go': importing('example.com/app/tests'),
    'extra.go': '//go:build extra\n\npackage main\n',
    'other.go': '//go:build other\n\npackage main\n',
    'a/a.go': 'package a\n',
    'a/a_windows.go': 'package a\n',
    'other/b/b.go': 'package b\n',
    'vendor/example.com/c/c.go': 'package c\nimport "os"\nfunc init() { os.Create("/c") }\n',
    'src/old/style/s.go': 'package style\n',
    'near/n.go': 'package near\n',
  })
  expect(graph.modules.map(({ path }) => path).toSorted()).toEqual([
    'a/a.go',
    'extra.go',
    'main.go',
    'near/n.go',
    'other/b/b.go',
    'src/old/style/s.go',
    'vendor/example.com/c/c.go',
  ])
  expect(graph.packages.map(({ name }) => name)).toEqual(['example.com/unknown'])
  expect(graph.nowhere.map(({ name }) => name)).toEqual(['example.com/away/d'])
  expect(graph.gap).toBeUndefined()
})

test('what a program does, the scripts that it starts and the functions of its other packages included', () => {
  const graph = follow({
    'main.go':
      'package main\nimport ("os"; "os/exec"; "example.com/app/paths")\nfunc main() { os.Create(paths.Below("a")); exec.Command("sh", "work.sh").Run() }\n',
    'paths/paths.go':
      'package paths\nimport "path/filepath"\nfunc Below(name string) string { return filepath.Join("/data", name) }\n',
    'work.sh': 'curl https://example.com\n',
  })
  const { writes, starts, gaps } = behaviourOf(graph, ({ value }) => {
    const path = absolutePath(value, { cwd: '/srv', ownFolder: undefined })
    return path === undefined ? [] : [path]
  })
  expect(writes).toMatchObject([{ path: '/data/a', isFolder: false }])
  expect(starts.map(({ name }) => name)).toEqual(['sh', 'curl'])
  expect(gaps).toEqual([])
})

test('what is no Go, and what does not parse', () => {
  expect(follow({ 'main.go': 'not Go' }).gap).toBe("main.go can't be read")
  expect(follow({ 'main.go': 'package main\nfunc {\n' }).gaps).toMatchObject([
    { what: 'loads', path: 'main.go', at: { line: 2 } },
  ])
})

test('of a package of others its constraints and imports are read, and nothing below them', () => {
  const body = 'func init() { os.Mkdir("/c", 0o755) /* no end'
  const { modules, packages, gaps } = follow({
    'main.go': importing('example.com/c'),
    'vendor/example.com/c/a.go': `/* var */ package c // type\nimport (\n\t"os"\n\t. "C"\n)\n${body}`,
    'vendor/example.com/c/b.go': `//go:build !extra\n\npackage c\nimport "example.com/b"\n`,
    'vendor/example.com/c/c.go':
      '//go:build extra\n\npackage c; import typed "example.com/d"; var x',
  })
  expect(modules.map(({ path }) => path)).toEqual([
    'main.go',
    'vendor/example.com/c/a.go',
    'vendor/example.com/c/c.go',
  ])
  expect(modules.flatMap(({ imports }) => imports.map(({ specifier }) => specifier))).toEqual([
    'example.com/c',
    'os',
    'C',
    'example.com/d',
  ])
  expect(packages.map(({ name }) => name)).toEqual(['example.com/d'])
  expect(gaps).toEqual([])
})

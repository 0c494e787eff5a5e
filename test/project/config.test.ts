import { expect, test } from 'vitest'
import { findConfig } from '../../src/project/config/find-config.ts'
import { settingsFor } from '../../src/project/config/file-settings.ts'
import { readConfig } from '../../src/project/config/read-config.ts'
import type { ProjectCache } from '../../src/project/project-cache.ts'

const rules = ['split-stages', 'non-root-user']
const read = (text: string, path = '/repo/msb-migrate.config.yaml') =>
  readConfig({ path, text }, rules)

function disk(files: Readonly<Record<string, string>>): Pick<ProjectCache, 'entries' | 'readText'> {
  return {
    entries: (folder) =>
      new Map(
        Object.keys(files).flatMap((file): [string, 'file'][] => {
          const name = file.slice(folder === '/' ? 1 : folder.length + 1)
          return file.startsWith(folder) && !name.includes('/') ? [[name, 'file']] : []
        }),
      ),
    readText: (file) => files[file],
  }
}

const findIn = (files: Readonly<Record<string, string>>, folder: string) =>
  findConfig(folder, { ...emptyCache, ...disk(files) })?.path

const emptyCache: ProjectCache = {
  entries: () => new Map(),
  followLink: () => undefined,
  gitRoot: () => undefined,
  isClosed: () => false,
  isExecutable: () => false,
  readText: () => undefined,
  usesByFolder: new Map(),
  manifestsByFolder: new Map(),
}

test('the nearest configuration counts, up to the root of the repository', () => {
  const files = {
    '/repo/.git': '',
    '/repo/msb-migrate.config.yaml': '',
    '/repo/a/package.json': '{"name":"a"}',
    '/repo/b/package.json': '{"msb-migrate":{"safe":true}}',
    '/repo/c/msb-migrate.config.json': '{}',
    '/repo/c/msb-migrate.config.yml': '',
    '/msb-migrate.config.yaml': '',
    '/other/.git': '',
  }
  expect(findIn(files, '/repo/a')).toBe('/repo/msb-migrate.config.yaml')
  expect(findIn(files, '/repo/b')).toBe('/repo/b/package.json')
  expect(findIn(files, '/repo/c/deep/er')).toBe('/repo/c/msb-migrate.config.yml')
  expect(findIn(files, '/other/x')).toBeUndefined()
})

test.each(['msb-migrate.config.js', 'msb-migrate.config.ts', '.msb-migraterc'])(
  '%s is never looked for',
  (name) => {
    expect(findIn({ [`/repo/${name}`]: '' }, '/repo')).toBeUndefined()
  },
)

test.each([
  ['facs: {}', 1, 'there is no key "facs"'],
  ['safe: true\nfacts:\n  kep: []', 3, 'there is no key "kep"'],
  ['overrides:\n  - files: a/**\n    stage: {}', 3, 'there is no key "stage"'],
  ['overrides:\n  - safe: true', 2, 'overrides[0].files: Invalid input'],
  ['rules:\n  non-root: false', 2, 'there is no rule "non-root"'],
  ['overrides:\n  - files: a\n    rules: { x: true }', 3, 'there is no rule "x"'],
  ['user:\n  id: 0', 2, 'user.id: Too small: expected number to be >=1'],
  ['user:\n  name: www-data', 2, 'user.name: images have a user or a group of this name'],
  ['facts:\n  start: " "', 2, 'facts.start: a command is missing'],
  ['facts:\n  start: []', 2, /^facts\.start: /],
  ['facts:\n  strat: a', 2, 'there is no key "strat"'],
  ['images:\n  - from: node\n    too: b', 3, 'there is no key "too"'],
  ['images:\n  - from: a/*\n    to: b', 2, /^images\[0\]: `from` and `to` both end in/],
  ['images:\n  - from: node\n    to: b:1', 2, /^images\[0\]: a digest or a tag in `to`/],
  ['images:\n  - from: a/*/b\n    to: b', 2, /^images\[0\]\.from: an image is named/],
  ['stages:\n  builder: A B', 2, /^stages\.builder: a stage is named with/],
  ['stages:\n  runtime: scratch', 2, 'stages.runtime: Docker keeps this name for itself'],
  [
    'facts:\n  programs: [git, tools/run.sh]',
    2,
    /^facts\.programs\[1\]: a program is named without its path/,
  ],
  ['- a', 1, /^the whole: Invalid input: expected object/],
  ['a: [', 1, 'it is no YAML'],
  ['a: &a [*a', 1, 'it is no YAML'],
])('%j is wrong in line %i', (text, line, reason) => {
  expect(read(text)).toMatchObject({
    kind: 'fault',
    line,
    reason: typeof reason === 'string' ? reason : (expect.stringMatching(reason) as string),
  })
})

test('a long one is not read, and an empty one says nothing', () => {
  expect(read(' '.repeat(300_000))).toMatchObject({ kind: 'fault' })
  for (const text of ['', '# nothing\n', '{}', '\uFEFFsafe: true\r\n'])
    expect(read(text)).toMatchObject({ kind: 'config' })
})

test('the key of package.json has its lines', () => {
  const text = '{\n  "name": "a",\n  "msb-migrate": {\n    "saf": true\n  }\n}\n'
  expect(read(text, '/repo/package.json')).toMatchObject({ line: 4, unknown: { name: 'saf' } })
})

test('overrides count for the Dockerfiles that they name, the later one first; facts are added up', () => {
  const config = read(`rules: { non-root-user: false }
user: { name: web }
facts:
  keep: [views/]
ignore: [legacy/]
overrides:
  - files: [services/*/Dockerfile, '!services/b/Dockerfile']
    rules: { non-root-user: true }
    stages: { builder: build }
    facts:
      writes: [/data]
      keep: [locale]
  - files: services/a/
    safe: true
    user: { id: 2000 }
`)
  if (config.kind !== 'config') throw new Error(config.reason)
  const settings = (path: string) => settingsFor(config, `/repo/${path}`, '/repo/services/a', '/')
  const a = settings('services/a/Dockerfile')
  expect(a.rules.get('non-root-user')).toBe(true)
  expect(a).toMatchObject({ safe: true, ignored: undefined })
  expect(a.preferences).toMatchObject({
    stages: { builder: 'build' },
    user: { name: 'web', id: 2000 },
    statements: { reads: undefined, programs: undefined },
  })
  expect(a.preferences.statements.keep.map(({ text, evidence }) => [text, evidence.line])).toEqual([
    ['views/', 4],
    ['locale', 12],
  ])
  expect(a.preferences.statements.writes).toEqual([
    {
      text: '/data',
      evidence: { path: '../../msb-migrate.config.yaml', line: 11, text: '/data' },
    },
  ])
  const b = settings('services/b/Dockerfile')
  expect(b.rules.get('non-root-user')).toBe(false)
  expect(b.preferences.statements.writes).toBeUndefined()
  expect(settings('legacy/x/Dockerfile').ignored).toEqual({ line: 5 })
  expect(settingsFor(config, '/elsewhere/Dockerfile', '/elsewhere', '/repo').rules.size).toBe(1)
  // One that is named may lie anywhere.
  const named = settingsFor(config, '/else/services/a/Dockerfile', '/else/services/a', '/else')
  expect(named.safe).toBe(true)
  expect(named.preferences.statements.keep[0]?.evidence.path).toBe('msb-migrate.config.yaml')
  expect(settingsFor(config, '/else/legacy/Dockerfile', '/', '/else').ignored).toEqual({ line: 5 })
})

test('images of an override count before those of all', () => {
  const config = read(
    'images: [{from: a, to: b}]\noverrides: [{files: x/, images: [{from: c, to: d}]}]',
  )
  if (config.kind !== 'config') throw new Error(config.reason)
  expect(settingsFor(config, '/repo/x/Dockerfile', '/repo', '/').preferences.images).toEqual([
    { from: 'c', to: 'd' },
    { from: 'a', to: 'b' },
  ])
})

test.each([
  [
    'runtime:\n  go: cgr.dev/chainguard/static',
    2,
    'runtime.go: what cgr.dev/chainguard/static holds',
  ],
  [
    'overrides:\n  - files: a\n    runtime: { node: acme/node }',
    3,
    'overrides[0].runtime.node: what acme/node',
  ],
  ['runtime:\n  php: php:8.3-fpm', 2, 'there is no key "php"'],
  ['runtime:\n  go: gcr.io/distroless/*', 2, 'runtime.go: an image is named as in FROM'],
  // What an override says of images holds for its own files.
  [
    'runtime:\n  go: acme/go\noverrides:\n  - files: a\n    images: [{from: alpine, to: acme/go}]',
    2,
    'runtime.go: what acme/go holds is not known; `images` can say of which public image it is a copy',
  ],
])('an image for the runtime stage has to be known: %j', (text, line, reason) => {
  const config = read(text)
  expect(config).toMatchObject({ kind: 'fault', line })
  expect(config.kind === 'fault' && config.reason).toContain(reason)
})

test('images for the runtime stage may be copies of known ones, and the later one counts', () => {
  const config = read(`images: [{from: alpine, to: acme/alpine}]
runtime: { go: acme/alpine:3.20, node: node:20-slim }
overrides:
  - files: b/
    images: [{from: nginx, to: acme/web}]
    runtime:
      go: acme/alpine:3.21
      static-frontend: acme/web:1.27
`)
  if (config.kind !== 'config') throw new Error(config.reason)
  const wanted = (path: string) =>
    [...settingsFor(config, `/repo/${path}`, '/repo', '/').preferences.runtime].map(
      ([name, { text, evidence }]) => `${name} ${text} ${evidence.path}:${evidence.line}`,
    )
  const file = 'msb-migrate.config.yaml'
  expect(wanted('a/Dockerfile')).toEqual([
    `go acme/alpine:3.20 ${file}:2`,
    `node node:20-slim ${file}:2`,
  ])
  expect(wanted('b/Dockerfile')).toEqual([
    `go acme/alpine:3.21 ${file}:7`,
    `node node:20-slim ${file}:2`,
    `static-frontend acme/web:1.27 ${file}:8`,
  ])
})

test('a start is one command or several, and the later one counts', () => {
  const config = read(`facts:
  start: node a.js
overrides:
  - files: b/
    facts:
      start:
        - nginx
        - node b.js
`)
  if (config.kind !== 'config') throw new Error(config.reason)
  const startOf = (path: string) =>
    settingsFor(config, `/repo/${path}`, '/repo', '/').preferences.statements.start?.map(
      ({ text, evidence }) => `${evidence.line} ${text}`,
    )
  expect(startOf('a/Dockerfile')).toEqual(['2 node a.js'])
  expect(startOf('b/Dockerfile')).toEqual(['7 nginx', '8 node b.js'])
})

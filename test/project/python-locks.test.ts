import { describe, expect, test } from 'vitest'
import { readPdmLock } from '../../src/project/lock-files/pdm.ts'
import { readPipfileLock } from '../../src/project/lock-files/pipfile.ts'
import { readPoetryLock } from '../../src/project/lock-files/poetry.ts'
import type { LockChoice, PythonLocked } from '../../src/project/lock-files/python-lock.ts'
import { readUvLock } from '../../src/project/lock-files/uv.ts'
import { mayHold } from '../../src/project/requirements/marker.ts'

const linux: ReadonlyMap<string, string> = new Map([
  ['sys_platform', 'linux'],
  ['python_version', '3.12'],
])
const choice = (hasDev = false, named: readonly string[] = []): LockChoice => ({
  hasDev,
  named,
  isInstalled: (marker) => mayHold(marker, (name) => linux.get(name)),
})

/** `flask@3.0:2`: name, version, line. */
const said = (found: readonly PythonLocked[] | undefined) =>
  found?.map(({ name, version, line }) => `${name}@${version ?? '?'}:${line ?? '?'}`)

describe('poetry.lock', () => {
  const first = `[[package]]
name = "Flask"
version = "2.0"
category = "main"
optional = false

[[package]]
name = "pytest"
version = "7.0"
category = "dev"
optional = false

[metadata]
lock-version = "1.1"

[metadata.files]
Flask = [
    {file = "Flask-2.0-py3-none-any.whl", hash = "sha256:a"},
    {file = "Flask-2.0.tar.gz", hash = "sha256:b"},
]
`
  test('of version 1, by category, with its files', () => {
    const found = readPoetryLock(first, choice(), undefined)
    expect(said(found)).toEqual(['Flask@2.0:1'])
    expect(found?.[0]?.wheels).toEqual(['Flask-2.0-py3-none-any.whl'])
    expect(said(readPoetryLock(first, choice(true), undefined))).toEqual([
      'Flask@2.0:1',
      'pytest@7.0:7',
    ])
  })

  const second = `[[package]]
name = "celery"
version = "5.3"
optional = false
files = []

[package.dependencies]
Kombu = ">=5"
tzdata = {version = "*", markers = "sys_platform == \\"win32\\""}

[[package]]
name = "kombu"
version = "5.4"
optional = false
files = [{file = "kombu-5.4-py3-none-any.whl"}]

[[package]]
name = "black"
version = "24.1"
optional = false
files = []

[metadata]
lock-version = "2.0"
`
  test('of version 2 without groups, by what the manifest asks for', () => {
    expect(said(readPoetryLock(second, choice(), ['Celery']))).toEqual([
      'celery@5.3:1',
      'kombu@5.4:11',
    ])
    expect(said(readPoetryLock(second, choice(true), ['celery']))).toHaveLength(3)
    expect(said(readPoetryLock(second, choice(), undefined))).toHaveLength(3)
  })

  test('of version 2.1, by groups and markers', () => {
    const entry = (name: string, more: string) =>
      `[[package]]\nname = "${name}"\nversion = "1"\noptional = ${String(more.includes('extra'))}\n${more}\n`
    const lock =
      entry('a', 'groups = ["main", "dev"]') +
      entry('b', 'groups = ["dev"]') +
      entry('c', 'groups = ["main"]\nmarkers = "sys_platform == \'win32\'"') +
      entry('d', 'groups = ["main", "dev"]\nmarkers = {main = "sys_platform == \'linux\'"}') +
      entry('e', 'groups = ["main"]\nmarkers = "extra == \\"web\\""') +
      entry('f', 'groups = ["worker"]') +
      '[metadata]\nlock-version = "2.1"\n'
    const names = (own: LockChoice) => readPoetryLock(lock, own, [])?.map(({ name }) => name)
    expect(names(choice())).toEqual(['a', 'd'])
    expect(names(choice(false, ['web']))).toEqual(['a', 'd', 'e'])
    expect(names(choice(false, ['worker']))).toEqual(['a', 'd', 'e', 'f'])
    expect(names(choice(true))).toEqual(['a', 'b', 'd', 'f'])
  })

  test.each(['', 'not = [toml', '[tool]\na = 1\n'])('none: %j', (source) => {
    expect(readPoetryLock(source, choice(), undefined)).toBeUndefined()
  })
})

describe('uv.lock', () => {
  const lock = `version = 1

[[package]]
name = "app"
version = "0.1.0"
source = { virtual = "." }
dependencies = [
    { name = "uvicorn", extra = ["standard"] },
    { name = "colorama", marker = "sys_platform == 'win32'" },
]

[package.optional-dependencies]
web = [{ name = "jinja2" }]

[package.dev-dependencies]
dev = [{ name = "pytest" }]

[[package]]
name = "colorama"
version = "0.4"
source = { registry = "https://example.org/simple" }

[[package]]
name = "jinja2"
version = "3.1"
source = { registry = "https://example.org/simple" }

[[package]]
name = "own"
version = "1"
source = { git = "https://example.org/own?rev=1#abc" }

[[package]]
name = "pytest"
version = "8.0"
source = { registry = "https://example.org/simple" }

[[package]]
name = "uvicorn"
version = "0.30"
source = { registry = "https://example.org/simple" }
dependencies = [{ name = "own" }]
wheels = [
    { url = "https://example.org/uvicorn-0.30-py3-none-any.whl", hash = "sha256:a" },
]

[package.optional-dependencies]
standard = [{ name = "uvloop" }]

[[package]]
name = "uvloop"
version = "0.19"
source = { registry = "https://example.org/simple" }
sdist = { url = "https://example.org/uvloop-0.19.tar.gz" }
`
  const names = (own: LockChoice) => readUvLock(lock, own)?.map(({ name }) => name)

  test('what the project brings along', () => {
    expect(names(choice())).toEqual(['app', 'own', 'uvicorn', 'uvloop'])
    expect(names(choice(false, ['web']))).toEqual(['app', 'jinja2', 'own', 'uvicorn', 'uvloop'])
    expect(names(choice(true))).toContain('pytest')
  })

  test('members of a workspace', () => {
    const entry = (name: string, folder: string, need: string) =>
      `[[package]]\nname = "${name}"\nversion = "1"\nsource = { editable = "${folder}" }\ndependencies = [{ name = "${need}" }]\n`
    const workspace =
      entry('root', '.', 'a') +
      entry('api', 'services/api', 'b') +
      ['a', 'b']
        .map(
          (name) => `[[package]]\nname = "${name}"\nversion = "1"\nsource = { registry = "r" }\n`,
        )
        .join('')
    const of = (member?: string) =>
      readUvLock(workspace, { ...choice(), member })?.map(({ name }) => name)
    expect(of()).toEqual(['root', 'a'])
    expect(of('API')).toEqual(['api', 'b'])
    expect(of('*')).toEqual(['root', 'api', 'a', 'b'])
  })

  test('files, folders, repositories', () => {
    const found = readUvLock(lock, choice())
    expect(found?.map(({ folder }) => folder)).toEqual(['.', undefined, undefined, undefined])
    expect(found?.map(({ isFromSource }) => isFromSource)).toEqual([false, true, false, false])
    expect(found?.map(({ wheels }) => wheels)).toEqual([
      undefined,
      undefined,
      ['uvicorn-0.30-py3-none-any.whl'],
      [],
    ])
  })
})

test('pdm.lock', () => {
  const lock = `[metadata]
groups = ["default", "dev"]

[[package]]
name = "requests"
version = "2.31"
groups = ["default", "dev"]
files = [{file = "requests-2.31-py3-none-any.whl", hash = "sha256:a"}]

[[package]]
name = "ruff"
version = "0.4"
groups = ["dev"]
files = [{url = "https://example.org/ruff-0.4-py3-none-manylinux_2_17_x86_64.whl"}]

[[package]]
name = "pywin32"
version = "306"
groups = ["default"]
marker = "sys_platform == 'win32'"
files = []
`
  expect(said(readPdmLock(lock, choice()))).toEqual(['requests@2.31:4'])
  expect(said(readPdmLock(lock, choice(true)))).toEqual(['requests@2.31:4', 'ruff@0.4:10'])
})

test('Pipfile.lock', () => {
  const data = {
    _meta: { 'pipfile-spec': 6 },
    default: {
      django: { version: '==5.0', hashes: [] },
      tzdata: { version: '==1', markers: "sys_platform == 'win32'" },
      own: { git: 'https://example.org/own.git', ref: 'abc' },
    },
    develop: { pytest: { version: '==8.0' } },
  }
  const source = JSON.stringify(data, undefined, 4)
  expect(said(readPipfileLock(data, source, choice()))).toEqual(['django@5.0:6', 'own@?:14'])
  expect(said(readPipfileLock(data, source, choice(true)))).toContain('pytest@8.0:20')
  expect(readPipfileLock({}, '{}', choice())).toBeUndefined()
})

test('a large lock file is read in time that grows with it', () => {
  const entry = (i: number) => `[[package]]
name = "package-${i}"
version = "1.0.${i}"
source = { registry = "https://example.org/simple" }
dependencies = [{ name = "package-${i + 1}" }]
wheels = [
${`    { url = "https://example.org/package-${i}-1.0-cp312-cp312-manylinux_2_17_x86_64.whl" },\n`.repeat(8)}]

`
  const lock = (count: number) =>
    `[[package]]\nname = "app"\nversion = "1"\nsource = { virtual = "." }\ndependencies = [{ name = "package-0" }]\n\n` +
    Array.from({ length: count }, (_, i) => entry(i)).join('')
  const text = lock(6000)
  expect(text.length).toBeGreaterThan(5_000_000)
  const start = performance.now()
  expect(readUvLock(text, choice())).toHaveLength(6001)
  expect(performance.now() - start).toBeLessThan(5000)
})

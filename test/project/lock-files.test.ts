import { expect, test } from 'vitest'
import { lockedPackages } from '../../src/project/lock-files/locked-packages.ts'
import { openProject } from '../../src/project/open-project.ts'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

/** The packages of a production install that needs `a` in a folder with one lock file. */
function packagesOf(name: string, text: string, wanted = ['c']): readonly string[] | undefined {
  const root = mkdtempSync(path.join(tmpdir(), 'msb-lock-'))
  writeFileSync(path.join(root, name), text)
  const project = openProject({ root, dockerfilePath: path.join(root, 'Dockerfile') })
  return lockedPackages(project, '', new Map([['a', '^1.0.0']]), wanted)
    ?.map((item) => `${item.name}@${item.version}`)
    .sort()
}

const all = ['@x/c@3.0.0', 'a@1.0.1', 'b@2.0.0']

test.each<[string, string]>([
  [
    'package-lock.json',
    JSON.stringify({
      lockfileVersion: 3,
      packages: {
        '': { name: 'app' },
        'node_modules/a': { version: '1.0.1' },
        'node_modules/a/node_modules/b': { version: '2.0.0' },
        'node_modules/@x/c': { version: '3.0.0', devOptional: true },
        'node_modules/d': { version: '4.0.0', dev: true },
      },
    }),
  ],
  [
    'package-lock.json',
    JSON.stringify({
      lockfileVersion: 1,
      dependencies: {
        a: { version: '1.0.1', dependencies: { b: { version: '2.0.0' } } },
        '@x/c': { version: '3.0.0' },
        d: { version: '4.0.0', dev: true },
      },
    }),
  ],
  [
    'yarn.lock',
    `# yarn lockfile v1


a@^1.0.0, a@^1.0.1:
  version "1.0.1"
  dependencies:
    "@x/c" ">= 3"
    b "^2.0.0"

b@^2.0.0:
  version "2.0.0"

"@x/c@>= 3":
  version "3.0.0"

d@^4.0.0:
  version "4.0.0"
`,
  ],
  [
    'yarn.lock',
    `__metadata:
  version: 8

"a@npm:^1.0.0, a@npm:^1.0.1":
  version: 1.0.1
  dependencies:
    "@x/c": "npm:^3.0.0"
    b: "npm:^2.0.0"

"b@npm:^2.0.0":
  version: 2.0.0

"@x/c@npm:^3.0.0":
  version: 3.0.0

"d@npm:^4.0.0":
  version: 4.0.0
`,
  ],
  [
    'pnpm-lock.yaml',
    `lockfileVersion: '9.0'
importers:
  .:
    dependencies:
      a:
        specifier: ^1.0.0
        version: 1.0.1(b@2.0.0)
packages:
  a@1.0.1: {}
snapshots:
  a@1.0.1(b@2.0.0):
    dependencies:
      '@x/c': 3.0.0
      b: 2.0.0
  b@2.0.0: {}
  '@x/c@3.0.0': {}
  d@4.0.0: {}
`,
  ],
  [
    'pnpm-lock.yaml',
    `lockfileVersion: 5.4
dependencies:
  a: 1.0.1
packages:
  /a/1.0.1:
    dependencies:
      '@x/c': 3.0.0
      b: 2.0.0
  /b/2.0.0: {}
  /@x/c/3.0.0: {}
`,
  ],
  [
    'bun.lock',
    `{
  "lockfileVersion": 1,
  "packages": {
    "a": ["a@1.0.1", "", { "dependencies": { "b": "^2.0.0", "@x/c": "^3.0.0" } }, "sha512-x"],
    "b": ["b@2.0.0", "", {}, "sha512-x"],
    "@x/c": ["@x/c@3.0.0", "", {}, "sha512-x"],
    "d": ["d@4.0.0", "", {}, "sha512-x"],
  }
}`,
  ],
])('%s', (name, text) => {
  expect(packagesOf(name, text)).toEqual(all)
})

test('a lock file that can not be read, or that has nothing of what is wanted', () => {
  expect(packagesOf('yarn.lock', 'a@^1.0.0:\n  version "1.0.1"\n', ['z'])).toBeUndefined()
  expect(packagesOf('pnpm-lock.yaml', '{ c')).toBeUndefined()
  expect(packagesOf('package-lock.json', '[]')).toBeUndefined()
})

import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { isSameImage } from '../../src/project/consumers/dockerfiles/image-name.ts'
import { openProject } from '../../src/project/open-project.ts'
import { tempFolder } from './temp-folder.ts'

/** What other Dockerfiles do with the image of the one on top. */
function uses(files: Readonly<Record<string, string>>) {
  const root = tempFolder({ '.git/HEAD': '', Dockerfile: 'FROM node:20\n', ...files })
  const project = openProject({ root, dockerfilePath: path.join(root, 'Dockerfile') })
  return project
    .usages()
    .filter(({ kind }) => kind === 'dockerfile')
    .flatMap(({ path: file, line, takes, carriesOut, command }) => {
      const did = carriesOut ?? takes[0] ?? command
      return did === undefined ? [] : [[`${file}:${line}`, did]]
    })
}

const compose = 'services:\n  app:\n    build: .\n    image: acme/shop\n'
const tests = (base: string) => `ARG REGISTRY\nARG TAG\nFROM ${base}\nRUN npm test\n`

describe('what other Dockerfiles do with an image', () => {
  test.each<[string, Readonly<Record<string, string>>, string]>([
    ['the name that compose gives it', { 'compose.yaml': compose }, 'acme/shop'],
    ['a registry in front', { 'compose.yaml': compose }, 'ghcr.io/acme/shop:1.4'],
    ['a variable in front', { 'compose.yaml': compose }, '${REGISTRY}/shop:${TAG}'],
    [
      'the tag of a script',
      { 'build.sh': 'docker build -t shop .\ndocker build -t e2e e2e\n' },
      'shop',
    ],
    [
      'the tag of a workflow',
      {
        '.github/workflows/ci.yml':
          'jobs:\n  a:\n    steps:\n      - uses: docker/build-push-action@v6\n        with:\n          context: .\n          tags: ghcr.io/acme/shop:${{ github.sha }}\n',
      },
      'ghcr.io/acme/shop:main',
    ],
    [
      'the tag of a bake file',
      { 'docker-bake.hcl': 'target "app" {\n  tags = ["acme/shop"]\n}\n' },
      'acme/shop',
    ],
    [
      'the name that compose gives it by itself',
      { 'compose.yaml': 'name: acme\nservices:\n  shop:\n    build: .\n' },
      'acme-shop',
    ],
    [
      'a context of compose',
      {
        'compose.yaml':
          'services:\n  app:\n    build: .\n  e2e:\n    build:\n      context: e2e\n      additional_contexts:\n        base: service:app\n',
      },
      'base',
    ],
    [
      'a context of bake',
      {
        'docker-bake.hcl':
          'target "app" {\n}\ntarget "e2e" {\n  context = "e2e"\n  contexts = { base = "target:app" }\n}\n',
      },
      'base',
    ],
    [
      'a context on the command line',
      {
        'build.sh':
          'docker build -t shop .\ndocker build --build-context base=docker-image://shop e2e\n',
      },
      'base',
    ],
  ])('%s', (_what, files, base) => {
    expect(uses({ ...files, 'e2e/Dockerfile': tests(base) })).toEqual([
      ['e2e/Dockerfile:4', 'RUN npm test'],
    ])
  })

  test.each<[string, string, readonly (readonly [string, string | readonly string[]])[]]>([
    [
      'a base by an argument',
      'ARG BASE=acme/shop\nFROM $BASE\nUSER root\nCOPY . .\n',
      [['e2e/Dockerfile:4', 'COPY . .']],
    ],
    [
      'a copy',
      'FROM nginx\nCOPY --from=acme/shop /app/dist /srv/\n',
      [['e2e/Dockerfile:2', '/app/dist']],
    ],
    [
      'a copy by way of a stage',
      'FROM acme/shop AS shop\nFROM nginx\nCOPY --from=shop app/dist /srv/\n',
      [['e2e/Dockerfile:3', '/app/dist']],
    ],
    [
      'a mount',
      'FROM nginx\nRUN --mount=from=acme/shop,source=/app/dist,target=/d cp -r /d /srv\n',
      [['e2e/Dockerfile:2', '/app/dist']],
    ],
    [
      'another command',
      'FROM acme/shop\nLABEL a=b\nCMD ["node", "worker.js"]\n',
      [['e2e/Dockerfile:1', ['node', 'worker.js']]],
    ],
    [
      'a command for a shell',
      'FROM acme/shop\nCMD node worker.js\n',
      [['e2e/Dockerfile:1', ['/bin/sh', '-c', 'node worker.js']]],
    ],
    ['another image', 'FROM acme/other\nRUN npm test\n', []],
    ['a stage of that name', 'FROM node:20 AS acme/shop\nFROM nginx\nRUN true\n', []],
  ])('%s', (_what, text, expected) => {
    expect(uses({ 'compose.yaml': compose, 'e2e/Dockerfile': text })).toEqual(expected)
  })

  test('a name that a context takes is no image', () => {
    const files = {
      'compose.yaml': `${compose}  e2e:\n    build:\n      context: e2e\n      additional_contexts:\n        acme/shop: ../shop\n`,
      'e2e/Dockerfile': 'FROM nginx\nCOPY --from=acme/shop /dist /srv\n',
    }
    expect(uses(files)).toEqual([])
  })
})

test.each<[string, string, boolean]>([
  ['acme/shop', 'docker.io/acme/shop:2', true],
  ['acme/shop', 'acme/shop@sha256:0a', true],
  ['shop', 'shop:latest', true],
  ['shop', 'shop:2', false],
  ['shop', 'shop:${TAG}', true],
  ['$CI_REGISTRY_IMAGE/shop', 'registry.example.com/acme/shop', true],
  ['localhost:5000/shop', 'shop', true],
  ['nginx', 'nginx:alpine', false],
  ['acme/shop', 'shop', false],
  ['${IMAGE}', '${IMAGE}', false],
])('%s is %s: %s', (one, other, is) => {
  expect(isSameImage(one, other)).toBe(is)
})

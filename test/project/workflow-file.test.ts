import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { findBuildCommands } from '../../src/project/consumers/docker-build-command.ts'
import { openProject } from '../../src/project/open-project.ts'
import { matrixRows } from '../../src/project/consumers/workflow-matrix.ts'
import { tempFolder } from './temp-folder.ts'

function workflow(text: string, dockerfile = 'Dockerfile', context = '') {
  const root = tempFolder({ '.git/HEAD': '', [dockerfile]: '', '.github/workflows/ci.yml': text })
  const project = openProject({
    root: path.join(root, context),
    dockerfilePath: path.join(root, dockerfile),
  })
  return project.usages()
}

const steps = (text: string): string => `on: push\njobs:\n  image:\n    steps:\n${text}`

describe('docker/build-push-action', () => {
  test('with its inputs', () => {
    const text = steps(`      - uses: actions/checkout@v4
      - name: build
        uses: docker/build-push-action@v6
        with:
          context: ./services/api
          file: ./services/api/Dockerfile
          target: runtime
          build-args: |
            A=1
            B=x=y
`)
    expect(workflow(text, 'services/api/Dockerfile', 'services/api')).toEqual([
      {
        path: '../../.github/workflows/ci.yml',
        line: 6,
        kind: 'workflow',
        name: 'image',
        target: 'runtime',
        platforms: [],
        command: undefined,
        entrypoint: undefined,
        mounts: [],
        rights: [],
        isReadOnly: false,
        tmpfs: [],
        served: [],
        syncs: [],
        takes: [],
        carriesOut: undefined,
        ports: [],
        settings: new Map(),
        buildArgs: new Map([
          ['A', '1'],
          ['B', 'x=y'],
        ]),
        environment: [],
        envFiles: [],
        healthcheck: undefined,
        user: undefined,
      },
    ])
  })

  test.each([
    ['Dockerfile', ''],
    ['docker/D', 'with: { file: docker/D }'],
    ['app/Dockerfile', 'with: { context: "{{defaultContext}}:app" }'],
    ['app/D', 'with: { context: "{{defaultContext}}:app", file: D }'],
    ['app/Dockerfile', 'with: { context: "${{ github.workspace }}/app" }'],
  ])('%s: %s', (dockerfile, inputs) => {
    const text = steps(`      - uses: docker/build-push-action@v6\n        ${inputs}\n`)
    expect(workflow(text, dockerfile)).toHaveLength(1)
  })

  test('once for each folder of a matrix, not for each platform', () => {
    const text = `jobs:
  image:
    strategy:
      matrix:
        service: [api, web]
        platform: [linux/amd64, linux/arm64]
    steps:
      - uses: docker/build-push-action@v6
        with:
          context: services/\${{ matrix.service }}
          platforms: \${{ matrix.platform }}
`
    expect(workflow(text, 'services/web/Dockerfile')).toMatchObject([{ line: 8 }])
    expect(workflow(text, 'services/db/Dockerfile')).toEqual([])
  })

  test('with a path that only the run knows: no use', () => {
    const text = steps(
      '      - uses: docker/build-push-action@v6\n        with: { context: "${{ env.DIR }}" }\n',
    )
    expect(workflow(text)).toEqual([])
  })
})

describe('docker build in run', () => {
  test('with a working directory, flags and continuations', () => {
    const text = steps(`      - working-directory: services
        run: |
          docker build -t x:\${{ github.sha }} \\
            --build-arg A=1 --target prod -f api/Dockerfile .
`)
    expect(workflow(text, 'services/api/Dockerfile')).toMatchObject([
      { line: 5, target: 'prod', buildArgs: new Map([['A', '1']]) },
    ])
  })

  test('with defaults of the job', () => {
    const text = `jobs:
  image:
    defaults: { run: { working-directory: app } }
    steps:
      - run: cd sub && docker build .
`
    expect(workflow(text, 'app/sub/Dockerfile')).toHaveLength(1)
  })

  test.each([
    'docker build - < Dockerfile',
    'docker build https://github.com/a/b',
    'docker build $DIR',
    '# docker build .',
    'echo docker build .',
    'docker build',
  ])('no use: %s', (script) => {
    expect(workflow(steps(`      - run: ${JSON.stringify(script)}\n`))).toEqual([])
  })

  test('is found among other commands', () => {
    const found = findBuildCommands(`set -e
sudo docker buildx build --platform linux/arm64 --push -t "a b" --file=x/D --no-cache 'some dir' && echo ok
cd web; podman build --target t . | tee log
docker image build -q .`)
    expect(found).toEqual([
      {
        context: 'some dir',
        dockerfile: 'x/D',
        target: undefined,
        platforms: ['linux/arm64'],
        buildArgs: [],
        tags: ['a b'],
        contexts: [],
        folder: '.',
        line: 1,
      },
      {
        context: '.',
        dockerfile: undefined,
        target: 't',
        platforms: [],
        buildArgs: [],
        tags: [],
        contexts: [],
        folder: './web',
        line: 2,
      },
      {
        context: '.',
        dockerfile: undefined,
        target: undefined,
        platforms: [],
        buildArgs: [],
        tags: [],
        contexts: [],
        folder: './web',
        line: 3,
      },
    ])
  })
})

test.each([
  'docker build .\n\t- x: [',
  'docker build',
  'jobs: [docker build .]',
  'jobs: { a: { steps: "docker build ." } }',
  'jobs: { a: { steps: [null, 5, docker build .] } }',
])('a workflow that is none: %j', (text) => {
  expect(workflow(text)).toEqual([])
})

test('the runs of a matrix', () => {
  const rows = (matrix: unknown) => matrixRows(matrix).map((row) => Object.fromEntries(row))
  expect(rows(undefined)).toEqual([{}])
  expect(rows('${{ fromJSON(x) }}')).toEqual([{}])
  expect(rows({ a: [1, 2], include: [{ a: 1, b: 'x' }, { a: 3 }] })).toEqual([
    { 'matrix.a': '1', 'matrix.b': 'x' },
    { 'matrix.a': '2' },
    { 'matrix.a': '3' },
  ])
  expect(rows({ include: [{ image: { dir: 'a' } }] })).toEqual([{ 'matrix.image.dir': 'a' }])
  expect(matrixRows({ a: Array(100).fill(1), b: Array(100).fill(2), c: [] })).toHaveLength(1)
  expect(matrixRows({ a: Array(100).fill(1), b: Array(100).fill(2) })).toHaveLength(256)
})

import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { openProject } from '../../src/project/open-project.ts'
import type { Usage } from '../../src/project/project.ts'
import { tempFolder } from './temp-folder.ts'

/** The usages of ./Dockerfile beside one docker-compose.yml, or of another Dockerfile among other files. */
function usages(
  files: string | Readonly<Record<string, string>>,
  dockerfile = 'Dockerfile',
  context = '',
): readonly Usage[] {
  const all = typeof files === 'string' ? { 'docker-compose.yml': files } : files
  const root = tempFolder({ '.git/HEAD': '', [dockerfile]: 'FROM scratch\n', ...all })
  return openProject({
    root: path.join(root, context),
    dockerfilePath: path.join(root, dockerfile),
  }).usages()
}

test('a service with everything', () => {
  expect(
    usages(`version: '3'
services:
  db:
    image: postgres
  # the program
  web:
    build:
      context: .
      dockerfile: Dockerfile
      target: \${TARGET:-dev}
      args:
        NODE_ENV: production
        PORT: 80
        EMPTY:
    command: npm run dev
    entrypoint: ["sh", "-c"]
    user: 1000
    environment:
      A: 1
      B:
    volumes:
      - .:/app
      - ./src/:/app/src/:ro
      - /app/node_modules
      - data:/data
      - /srv/uploads:/uploads
`),
  ).toEqual([
    {
      path: 'docker-compose.yml',
      line: 6,
      kind: 'compose',
      name: 'web',
      target: 'dev',
      platforms: [],
      command: 'npm run dev',
      entrypoint: ['sh', '-c'],
      rights: [],
      isReadOnly: false,
      tmpfs: [],
      served: [],
      takes: [],
      carriesOut: undefined,
      syncs: [],
      ports: [],
      settings: new Map([['A', '1']]),
      mounts: [
        { from: 'project', source: '', target: '/app' },
        { from: 'project', source: 'src', target: '/app/src' },
        { from: 'volume', source: '', target: '/app/node_modules' },
        { from: 'volume', source: 'data', target: '/data' },
        { from: 'host', source: '/srv/uploads', target: '/uploads' },
      ],
      buildArgs: new Map([
        ['NODE_ENV', 'production'],
        ['PORT', '80'],
        ['EMPTY', ''],
      ]),
      environment: ['A', 'B'],
      envFiles: [],
      healthcheck: undefined,
      user: '1000',
    },
  ])
})

test('files of variables: what they set, and that one is not there', () => {
  const [web] = usages({
    'docker-compose.yml': `services:
  web:
    build: .
    env_file:
      - .env
      - path: deploy/web.env
        required: false
      - \${STAGE}.env
`,
    '.env': '# local\nPORT=80\nexport NAME = x\n',
  })
  expect(web?.envFiles).toEqual([
    {
      path: '.env',
      names: ['PORT', 'NAME'],
      settings: new Map([
        ['PORT', '80'],
        ['NAME', 'x'],
      ]),
    },
    { path: 'deploy/web.env', names: undefined, settings: new Map() },
  ])
  const [short] = usages('services: { web: { build: ., env_file: web.env } }')
  expect(short?.envFiles).toEqual([{ path: 'web.env', names: undefined, settings: new Map() }])
})

test('the short form of build, and lists for args and environment', () => {
  const [web] = usages(`services:
  web:
    build: .
    environment: [A=1, B, "C=x=y"]
  other:
    build: ./elsewhere
`)
  expect(web).toMatchObject({ name: 'web', target: undefined, environment: ['A', 'B', 'C'] })
  const [args] = usages('services: { web: { build: { args: [A=1, B, "C=x=y"] } } }')
  expect(args?.buildArgs).toEqual(
    new Map([
      ['A', '1'],
      ['B', ''],
      ['C', 'x=y'],
    ]),
  )
})

test('several services and files build one Dockerfile; the main file comes first', () => {
  const found = usages({
    'compose.dev.yaml': 'services: { web: { build: { context: ., target: dev } } }',
    'docker-compose.yml': 'services: { web: { build: . }, worker: { build: ., command: work } }',
    'docker-compose.prod.yaml': 'services: { web: { build: . } }',
    'composer.yml': 'services: { not: { build: . } }',
  })
  expect(found.map(({ path, name, target }) => [path, name, target])).toEqual([
    ['docker-compose.yml', 'web', undefined],
    ['docker-compose.yml', 'worker', undefined],
    ['compose.dev.yaml', 'web', 'dev'],
    ['docker-compose.prod.yaml', 'web', undefined],
  ])
})

test('an override file adds to the service of the same name', () => {
  const found = usages({
    'docker-compose.yml': 'services: { web: { build: . } }',
    'docker-compose.override.yml':
      'services:\n  web:\n    command: [npm, run, dev]\n    volumes: [".:/app"]\n  db:\n    command: x\n',
    'docker-compose.prod.yml': 'services: { web: { image: registry/web, command: y } }',
  })
  expect(found.map(({ path, line, command }) => [path, line, command])).toEqual([
    ['docker-compose.yml', 1, undefined],
    ['docker-compose.override.yml', 2, ['npm', 'run', 'dev']],
  ])
  expect(found[1]?.mounts).toEqual([{ from: 'project', source: '', target: '/app' }])
})

describe('places', () => {
  test('above the Dockerfile, with paths as seen from the context', () => {
    const files = {
      'docker-compose.yml':
        'services:\n  api:\n    build: ./services/api\n    volumes: ["./services/api/src:/app/src", "./shared:/shared"]\n',
    }
    expect(usages(files, 'services/api/Dockerfile', 'services/api')).toMatchObject([
      {
        path: '../../docker-compose.yml',
        line: 2,
        mounts: [
          { from: 'project', source: 'src', target: '/app/src' },
          { from: 'project', source: '../../shared', target: '/shared' },
        ],
      },
    ])
  })

  test('the Dockerfile is named from the context, not from the compose file', () => {
    const files = {
      'deploy/compose.yml':
        'services: { api: { build: { context: .., dockerfile: docker/api.Dockerfile } } }',
    }
    expect(usages(files, 'docker/api.Dockerfile')).toMatchObject([{ path: 'deploy/compose.yml' }])
  })

  test('a Dockerfile beside its compose file is found once', () => {
    const files = {
      'docker/compose.yml': 'services: { api: { build: { context: .., dockerfile: docker/D } } }',
    }
    expect(usages(files, 'docker/D')).toHaveLength(1)
  })

  test('a Dockerfile in lower case', () => {
    expect(usages('services: { web: { build: . } }', 'dockerfile')).toHaveLength(1)
  })

  test('not above the git repository', () => {
    const files = { 'docker-compose.yml': 'services: { a: { build: ./repo } }', 'repo/.git/x': '' }
    expect(usages(files, 'repo/Dockerfile', 'repo')).toEqual([])
  })

  test.each(['https://github.com/a/b.git', 'git@github.com:a/b', '${SOMEWHERE}', '$SOMEWHERE/x'])(
    'a context elsewhere: %s',
    (context) => {
      expect(usages(`services: { web: { build: "${context}" } }`)).toEqual([])
      expect(usages(`services: { web: { build: { context: "${context}" } } }`)).toEqual([])
    },
  )
})

test.each([
  ['.:/app', 'project', '', '/app'],
  ['./:/app', 'project', '', '/app'],
  ['../other:/other', 'project', '../other', '/other'],
  ['${PWD}:/app', 'project', '', '/app'],
  ['$PWD/src:/app/src:cached', 'project', 'src', '/app/src'],
  ['${SRC:-./src}:/app', 'project', 'src', '/app'],
  ['${SRC}:/app', 'volume', '${SRC}', '/app'],
  ['data:/data', 'volume', 'data', '/data'],
  ['data:/data:rw,z', 'volume', 'data', '/data'],
  ['/data', 'volume', '', '/data'],
  ['/data:ro', 'volume', '', '/data'],
  ['~/x:/x', 'host', '~/x', '/x'],
  ['/var/run/docker.sock:/run/docker.sock', 'host', '/var/run/docker.sock', '/run/docker.sock'],
  ['C:\\x:/x', 'host', 'C:\\x', '/x'],
])('the short mount %s', (written, from, source, target) => {
  const [web] = usages(`services: { web: { build: ., volumes: [${JSON.stringify(written)}] } }`)
  expect(web?.mounts).toEqual([{ from, source, target }])
})

test('a mount that says where to only by an error', () => {
  const [web] = usages('services: { web: { build: ., volumes: ["${SRC:?say where}:/app", ""] } }')
  expect(web?.mounts).toMatchObject([{ from: 'volume', target: '/app' }])
})

test('long mounts', () => {
  const [web] = usages(`services:
  web:
    build: .
    volumes:
      - type: bind
        source: ./src
        target: /app/src
      - { type: bind, source: lib, target: /app/lib, read_only: true }
      - { type: bind, source: /srv, target: /srv }
      - { type: volume, source: data, target: /data }
      - { type: volume, target: /anonymous }
      - { type: tmpfs, target: /tmp }
      - { type: bind }
      - 5
      - null
`)
  expect(web?.mounts).toEqual([
    { from: 'project', source: 'src', target: '/app/src' },
    { from: 'project', source: 'lib', target: '/app/lib' },
    { from: 'host', source: '/srv', target: '/srv' },
    { from: 'volume', source: 'data', target: '/data' },
    { from: 'volume', source: '', target: '/anonymous' },
    { from: 'volume', source: '', target: '5' },
  ])
})

describe('YAML at length', () => {
  test('anchors, merge keys and extends', () => {
    const found = usages(`
x-base: &base
  build: &build
    context: .
  environment: &env { A: 1 }
services:
  web:
    <<: *base
    command: web
  worker:
    <<: [*base]
    environment: { <<: *env, B: 2 }
    build: { <<: *build, target: worker }
  job:
    extends: { service: worker }
    command: job
    environment: { C: 3 }
  old:
    extends: job
  far:
    extends: { file: common.yml, service: x }
    build: .
  loop:
    extends: loop
    build: .
`)
    expect(
      found.map(({ name, target, environment, command }) => [name, target, environment, command]),
    ).toEqual([
      ['web', undefined, ['A'], 'web'],
      ['worker', 'worker', ['A', 'B'], undefined],
      ['job', 'worker', ['A', 'B', 'C'], 'job'],
      ['old', 'worker', ['A', 'B', 'C'], 'job'],
      ['far', undefined, [], undefined],
      ['loop', undefined, [], undefined],
    ])
  })

  test('a file without the word services, as the first ones were', () => {
    expect(usages('web:\n  build: .\n')).toMatchObject([{ name: 'web', line: 1 }])
  })

  test('tags, as overrides use them', () => {
    expect(usages('services: { web: { build: ., ports: !reset [] } }')).toHaveLength(1)
  })

  test.each([
    ['broken', 'services:\n  web: {build: .\n x: ['],
    ['tabs', 'services:\n\tweb:\n\t\tbuild: .\n'],
    ['a list', '- build: .'],
    ['a text', 'build'],
    ['empty', ''],
    ['nothing', 'services:\n# build\n'],
    ['services as a list', 'services: [build]'],
    ['a service that is a text', 'services: { web: build }'],
    ['a build that is a list', 'services: { web: { build: [.] } }'],
    ['an inline Dockerfile', 'services: { web: { build: { dockerfile_inline: FROM x } } }'],
    ['two documents', 'a: 1\n---\nservices: { web: { build: . } }'],
    ['a template', '{{- if .x }}\nservices: { web: { build: . } }\n{{- end }}'],
    ['an unknown alias', 'services: { web: { build: *nothing } }'],
    ['deep nesting', `services: { build: ${'['.repeat(20_000)}`],
    [
      'aliases that multiply',
      `a: &a [build, x]\n${Array.from({ length: 20 }, (_, i) => `${'bcdefghijklmnopqrstuvw'[i]}: &${'bcdefghijklmnopqrstuvw'[i]} [*${'abcdefghijklmnopqrstuv'[i]}, *${'abcdefghijklmnopqrstuv'[i]}]`).join('\n')}\n`,
    ],
    ['over 2 MB', `services: { web: { build: . } }\n#${'x'.repeat(2 * 1024 * 1024)}`],
    ['binary', 'services: { web: { build: . } }\0'],
  ])('no use: %s', (_name, text) => {
    expect(usages(text)).toEqual([])
  })
})

describe('paths with variables', () => {
  const compose = (context: string, more = '') =>
    `services:\n  web:\n    build: { context: '${context}' }\n    volumes: ['${context}:/app']\n${more}`
  const sources = (files: Readonly<Record<string, string>>, dockerfile?: string) =>
    usages(files, dockerfile).map(({ name, mounts }) => `${name} ${mounts[0]?.from ?? ''}`)

  test.each([
    ['${APP_PATH}', 'Dockerfile'],
    ['$APP_PATH/api', 'api/Dockerfile'],
    ['${PWD}', 'Dockerfile'],
    ['${APP_PATH:-./api}', 'api/Dockerfile'],
  ])('%s', (context, dockerfile) => {
    expect(sources({ 'compose.yml': compose(context) }, dockerfile)).toEqual(['web project'])
  })

  test('a variable of the .env beside it', () => {
    const files = { 'compose.yml': compose('${APP_PATH}'), '.env': 'APP_PATH=./api\n' }
    expect(sources(files, 'api/Dockerfile')).toEqual(['web project'])
    expect(sources(files)).toEqual([])
  })

  test('not where another service builds it, or another variable might be it', () => {
    const known = '  own:\n    build: .\n'
    expect(sources({ 'compose.yml': compose('${APP_PATH}', known) })).toEqual(['own '])
    const other = "  api:\n    build: '${API_PATH}'\n"
    expect(sources({ 'compose.yml': compose('${APP_PATH}', other) })).toEqual([])
  })
})

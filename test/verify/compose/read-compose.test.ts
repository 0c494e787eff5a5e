import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openProject } from '../../../src/project/open-project.ts'
import { createProjectCache } from '../../../src/project/project-cache.ts'
import { givenToBuild } from '../../../src/verify/compose/given-to-build.ts'
import { readCompose } from '../../../src/verify/compose/read-compose.ts'
import { readEnvironment } from '../../../src/verify/compose/read-environment.ts'
import { composeNotes, runNotes } from '../../../src/verify/judge/run-notes.ts'
import { smokeEnvironment } from '../../../src/verify/judge/smoke.ts'
import { folderWith } from '../../cli/surroundings.ts'
import { dockerWith } from './machine.ts'

const ownFiles = {
  'docker-compose.yml': `
services:
  api:
    build: ./api
    ports: ["8080:80", "127.0.0.1:9000:9001/tcp", 7000, { target: 7001 }, "53:53/udp", "\${P:-1}:5000"]
    expose: ["3000"]
    env_file: [.env.api, { path: none.env, required: false }, gone.env]
    environment:
      - URL=postgres://\${DB_USER}:\${DB_PASS:-secret}@db/$$x
      - FROM_SHELL
      - NOT_SET
      - A=over
      - EMPTY=
      - UNKNOWN=x\${NOBODY}
    volumes: ["./data:/data", "cache:/cache"]
    stdin_open: true
    tty: true
    depends_on: { db: { condition: service_healthy } }
    links: ["redis:cache"]
  db:
    image: postgres
  redis:
    image: redis
`,
  '.env': 'DB_USER=me\nDB_PASS=\n',
  '.env.api': 'A=1\nexport B="two words"\n# C=3\n',
}

async function composeOf(
  files: Readonly<Record<string, string>>,
  env: Record<string, string> = {},
  answer?: unknown,
) {
  const root = folderWith({ 'api/Dockerfile': 'FROM node\n', ...files })
  const project = openProject({
    root: join(root, 'api'),
    dockerfilePath: join(root, 'api/Dockerfile'),
    cache: createProjectCache(),
  })
  const { docker, calls } = dockerWith(answer)
  const compose = await readCompose(project.usages()[0], project.root, { docker, env })
  const given = compose && (await readEnvironment(compose.service, compose, env))
  return { root, compose, given, calls }
}

test('a compose service, read without compose: environment, ports, mounts, dependencies', async () => {
  const { compose, given } = await composeOf(ownFiles, { FROM_SHELL: 'yes', DB_USER: 'you' })
  expect(compose?.service).toMatchObject({
    name: 'api',
    ports: [80, 9001, 7000, 7001, 5000, 3000],
    mounts: [
      { from: 'project', target: '/data' },
      { from: 'volume', target: '/cache' },
    ],
    hasOpenInput: true,
    hasTerminal: true,
  })
  expect([...(compose?.service.dependsOn ?? [])]).toEqual([
    ['db', false],
    ['redis', false],
  ])
  expect(given?.missingFiles).toEqual(['gone.env'])
  expect(Object.fromEntries(given?.environment ?? [])).toEqual({
    A: 'over',
    B: 'two words',
    URL: 'postgres://you:secret@db/$x',
    FROM_SHELL: 'yes',
    EMPTY: '',
    UNKNOWN: 'x',
  })
  const notes = [...composeNotes(compose), ...runNotes(compose, given?.missingFiles ?? [], false)]
  expect(notes.map(({ message }) => message)).toEqual([
    'docker-compose.yml is read by msb-migrate itself, without files that compose would lay over it: `docker compose config` gives no answer (it is not installed, or too old)',
    'docker-compose.yml starts db, redis before it; --with-dependencies does so here',
    'docker-compose.yml mounts something at /data, /cache; here nothing is mounted',
    'docker-compose.yml names gone.env, which is not there; --env and --env-file give variables',
  ])
})

/** What Docker Compose 2 prints for such a file. */
const recorded = {
  name: 'shop',
  services: {
    api: {
      build: {
        context: './api',
        dockerfile: 'Dockerfile',
        args: { VERSION: '2', FROM_HERE: null },
        additional_contexts: { shared: './lib' },
        secrets: [{ source: 'npm', target: 'npmrc' }],
        ssh: ['default'],
      },
      command: ['node', 'server.js', '--price=$$5'],
      depends_on: {
        db: { condition: 'service_healthy', required: true },
        seed: { condition: 'service_completed_successfully', required: true },
      },
      entrypoint: null,
      environment: { DEBUG: null, FROM_FILE: 'one', PRICE: '$$5' },
      healthcheck: { test: ['CMD-SHELL', 'curl -f localhost:3000'], interval: '5s', retries: 3 },
      networks: { default: null },
      ports: [
        { mode: 'ingress', target: 3000, published: '3000', protocol: 'tcp' },
        { mode: 'ingress', target: 53, published: '53', protocol: 'udp' },
      ],
      profiles: ['web'],
      volumes: [
        { type: 'bind', source: './data', target: '/data', bind: { create_host_path: true } },
        { type: 'bind', source: '/etc/localtime', target: '/etc/localtime', read_only: true },
        { type: 'volume', source: 'cache', target: '/cache', volume: {} },
      ],
    },
    db: { command: null, entrypoint: null, image: 'postgres:16', shm_size: '67108864' },
    seed: { command: null, entrypoint: null, image: 'seeds' },
  },
  networks: { default: { name: 'shop_default', ipam: {} } },
  secrets: { npm: { name: 'shop_npm', file: './npmrc' } },
}

test('a compose service as docker compose config says it', async () => {
  const files = {
    'compose.yaml': 'services: { api: { build: ./api } }',
    'compose.override.yaml': 'services: { api: { ports: ["3000:3000"] } }',
  }
  const { root, compose, given, calls } = await composeOf(files, { DEBUG: 'yes' }, recorded)
  expect(calls).toEqual([
    [
      ...['compose', '--file', `${root}/compose.yaml`, '--file', `${root}/compose.override.yaml`],
      ...['--profile', '*', 'config', '--format', 'json', '--no-path-resolution'],
    ],
  ])
  expect(composeNotes(compose)).toEqual([])
  expect(compose?.service).toMatchObject({
    command: ['node', 'server.js', '--price=$5'],
    entrypoint: undefined,
    ports: [3000],
    mounts: [
      { from: 'project', source: `${root}/data`, target: '/data' },
      { from: 'host', source: '/etc/localtime', target: '/etc/localtime' },
      { from: 'volume', source: 'cache', target: '/cache' },
    ],
  })
  expect([...(compose?.service.dependsOn ?? [])]).toEqual([
    ['db', false],
    ['seed', true],
  ])
  expect(compose && givenToBuild(compose, { FROM_HERE: 'here' })).toEqual({
    args: { VERSION: '2', FROM_HERE: 'here' },
    contexts: { shared: `${root}/lib` },
    secrets: [`id=npmrc,"src=${root}/npmrc"`],
    ssh: ['default'],
    platform: undefined,
  })
  expect(Object.fromEntries(given?.environment ?? [])).toEqual({
    DEBUG: 'yes',
    FROM_FILE: 'one',
    PRICE: '$5',
  })
})

test('no compose service', async () => {
  expect((await composeOf({})).compose).toBeUndefined()
})

test('what a command of --smoke finds', () => {
  const target = {
    half: 'after',
    image: 'x:after',
    container: 'c',
    url: 'http://127.0.0.1:49153',
    port: 3000,
    published: new Map([
      [3000, 49153],
      [9090, 49154],
    ]),
  } as const
  expect(smokeEnvironment(target)).toEqual({
    SMOKE_HALF: 'after',
    SMOKE_IMAGE: 'x:after',
    SMOKE_CONTAINER: 'c',
    SMOKE_URL: 'http://127.0.0.1:49153',
    SMOKE_HOST: '127.0.0.1',
    SMOKE_PORT: '49153',
    SMOKE_PORT_3000: '49153',
    SMOKE_PORT_9090: '49154',
  })
})

import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openProject } from '../../../src/project/open-project.ts'
import { createProjectCache } from '../../../src/project/project-cache.ts'
import { readComposeRun } from '../../../src/verify/run/compose-run.ts'
import { runNotes } from '../../../src/verify/judge/run-notes.ts'
import { smokeEnvironment } from '../../../src/verify/judge/smoke.ts'
import { folderWith } from '../../cli/surroundings.ts'

function composeRun(files: Readonly<Record<string, string>>, env: Record<string, string> = {}) {
  const root = folderWith({ 'api/Dockerfile': 'FROM node\n', ...files })
  const project = openProject({
    root: join(root, 'api'),
    dockerfilePath: join(root, 'api/Dockerfile'),
    cache: createProjectCache(),
  })
  return readComposeRun(project.usages()[0], project.root, env)
}

test('a compose service: environment, ports, mounts, dependencies', async () => {
  const run = await composeRun(
    {
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
    },
    { FROM_SHELL: 'yes', DB_USER: 'you' },
  )
  expect(run).toMatchObject({
    name: 'api',
    ports: [80, 9001, 7000, 7001, 5000, 3000],
    mounts: ['/data', '/cache'],
    terminal: ['--interactive', '--tty'],
    dependsOn: ['db', 'redis'],
    missingFiles: ['gone.env'],
  })
  expect(Object.fromEntries(run?.environment ?? [])).toEqual({
    A: 'over',
    B: 'two words',
    URL: 'postgres://you:secret@db/$x',
    FROM_SHELL: 'yes',
    EMPTY: '',
    UNKNOWN: 'x',
  })
  expect(runNotes(run, false).map(({ message }) => message)).toEqual([
    'docker-compose.yml starts db, redis before it; --with-dependencies does so here',
    'docker-compose.yml mounts something at /data, /cache; here nothing is mounted',
    'docker-compose.yml names gone.env, which is not there; --env and --env-file give variables',
  ])
})

test('no compose service', async () => {
  expect(await composeRun({})).toBeUndefined()
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

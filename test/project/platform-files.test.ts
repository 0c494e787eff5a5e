import path from 'node:path'
import { expect, test } from 'vitest'
import { openProject } from '../../src/project/open-project.ts'
import { tempFolder } from './temp-folder.ts'

/** What is run in the image of ./Dockerfile, or what is said of it, one line each. */
function uses(files: Readonly<Record<string, string>>): readonly string[] {
  const root = tempFolder({ '.git/HEAD': '', Dockerfile: 'FROM scratch\n', ...files })
  const project = openProject({ root, dockerfilePath: path.join(root, 'Dockerfile') })
  return project
    .usages()
    .map(({ path: file, line, kind, command, entrypoint, mounts, rights, isReadOnly }) =>
      [
        `${file}:${line}`,
        kind,
        ...[entrypoint ?? [], command ?? []].flat(),
        ...mounts.flatMap(({ from, source, target }) =>
          from === 'host' ? [`${source} at ${target}`] : [],
        ),
        ...rights,
        ...(isReadOnly ? ['read-only'] : []),
      ].join(' '),
    )
}

test.each<[string, Record<string, string>, string[]]>([
  [
    'fly.toml',
    {
      'fly.toml':
        'app = "shop"\n[deploy]\nrelease_command = "npx prisma migrate deploy"\n[processes]\nweb = "node server.js"\n[[mounts]]\nsource = "data"\ndestination = "/data"\n',
    },
    [
      'fly.toml:1 platform a volume of Fly at /data',
      'fly.toml:3 platform npx prisma migrate deploy a volume of Fly at /data',
      'fly.toml:5 platform node server.js a volume of Fly at /data',
    ],
  ],
  ['fly.toml of a finished image', { 'fly.toml': '[build]\nimage = "nginx"\n' }, []],
  ['a broken fly.toml', { 'fly.toml': '[build\n' }, ['fly.toml:1 platform']],
  [
    'heroku.yml',
    {
      'heroku.yml':
        'build:\n  docker:\n    web: Dockerfile\nrelease:\n  image: web\n  command:\n    - npx knex migrate:latest\nrun:\n  worker:\n    command:\n      - node worker.js\n    image: web\n',
    },
    [
      'heroku.yml:3 platform',
      'heroku.yml:4 platform /bin/sh -c npx knex migrate:latest',
      'heroku.yml:9 platform /bin/sh -c node worker.js',
    ],
  ],
  [
    'render.yaml',
    {
      'render.yaml':
        'services:\n  - type: web\n    runtime: docker\n    name: shop\n    preDeployCommand: bin/migrate\n    disk:\n      mountPath: /data\n  - type: web\n    runtime: node\n',
    },
    [
      'render.yaml:2 platform a disk of Render at /data',
      'render.yaml:2 platform /bin/sh -c bin/migrate a disk of Render at /data',
    ],
  ],
  [
    'railway.json',
    { 'railway.json': '{\n  "deploy": { "startCommand": "node dist/main.js" }\n}\n' },
    ['railway.json:2 platform /bin/sh -c node dist/main.js'],
  ],
  [
    'railway.toml of another builder',
    { 'railway.toml': '[build]\nbuilder = "nixpacks"\n[deploy]\nstartCommand = "a"\n' },
    [],
  ],
  [
    'Procfile',
    { Procfile: 'web: node a.js\nrelease: npm run migrate\n' },
    ['Procfile:2 platform /bin/sh -c npm run migrate'],
  ],
  [
    'dev containers',
    {
      '.devcontainer/devcontainer.json':
        '{ // of this project\n "build": { "dockerfile": "../Dockerfile", "context": ".." }, }',
      '.devcontainer/gpu/devcontainer.json': '{ "dockerFile": "../../Dockerfile" }',
      '.devcontainer/other/devcontainer.json': '{ "image": "alpine" }',
    },
    [
      '.devcontainer/devcontainer.json:1 devcontainer',
      '.devcontainer/gpu/devcontainer.json:1 devcontainer',
    ],
  ],
  [
    'dev containers of compose services',
    {
      '.devcontainer/devcontainer.json':
        '{ "dockerComposeFile": ["../compose.yml", "compose.yml"], "service": "web" }',
      '.devcontainer/compose.yml': 'services:\n  web:\n    command: sleep infinity\n',
      'compose.yml': 'services:\n  web:\n    build: .\n',
      '.devcontainer/db/devcontainer.json':
        '{ "dockerComposeFile": "../../compose.yml", "service": "db" }',
    },
    ['compose.yml:2 compose', '.devcontainer/devcontainer.json:1 devcontainer'],
  ],
  [
    'app.json',
    {
      'app.json':
        '{\n "scripts": {\n  "dokku": { "predeploy": "bin/migrate" },\n  "postdeploy": "bin/seed"\n },\n "cron": [\n  { "command": "node sweep.js", "schedule": "@daily" }\n ]\n}\n',
    },
    ['app.json:3 platform /bin/sh -c bin/migrate', 'app.json:7 platform /bin/sh -c node sweep.js'],
  ],
  [
    'app.json of Heroku, which builds the Dockerfile',
    { 'app.json': '{ "stack": "container", "scripts": { "postdeploy": "bin/seed" } }\n' },
    ['app.json:1 platform /bin/sh -c bin/seed'],
  ],
  ['app.json of Expo', { 'app.json': '{ "expo": { "name": "shop" } }\n' }, []],
  [
    'skaffold.yaml',
    {
      'skaffold.yaml':
        'apiVersion: skaffold/v4beta6\nkind: Config\nbuild:\n  artifacts:\n    - image: api\n      context: .\n      docker: { dockerfile: Dockerfile, target: web }\n    - image: jobs\n      ko: {}\n',
    },
    ['skaffold.yaml:5 platform'],
  ],
  [
    'rights in compose',
    {
      'compose.yml':
        'services:\n  web:\n    build: .\n    privileged: true\n    read_only: true\n    cap_add: [NET_RAW]\n    devices: ["/dev/ttyUSB0:/dev/ttyUSB0"]\n    volumes: ["/var/run/docker.sock:/var/run/docker.sock:ro", "data:/data"]\n',
    },
    [
      'compose.yml:2 compose /var/run/docker.sock at /var/run/docker.sock privileged NET_RAW /dev/ttyUSB0:/dev/ttyUSB0 read-only',
    ],
  ],
  [
    'a workflow that runs the image',
    {
      '.github/workflows/ci.yml':
        'jobs:\n  test:\n    steps:\n      - run: docker build -t app:ci .\n      - run: docker run --rm -e CI=1 app:ci npm test\n      - run: docker run --entrypoint npx app:ci eslint .\n      - run: docker run -d app:ci\n      - run: docker run other npm test\n',
    },
    [
      '.github/workflows/ci.yml:4 workflow',
      '.github/workflows/ci.yml:5 workflow npm test',
      '.github/workflows/ci.yml:6 workflow npx eslint .',
    ],
  ],
  [
    'a workflow that runs a compose service',
    {
      'docker-compose.yml': 'services:\n  web:\n    build: .\n',
      '.github/workflows/ci.yml':
        'jobs:\n  test:\n    steps:\n      - run: docker compose -f docker-compose.yml run --rm web npm test\n',
    },
    ['docker-compose.yml:2 compose', '.github/workflows/ci.yml:4 workflow npm test'],
  ],
])('%s', (_name, files, expected) => {
  expect(uses(files)).toEqual(expected)
})

test('compose: an image that another service builds, a file that is extended, copies of changed files, volumes of the host', () => {
  const root = tempFolder({
    '.git/HEAD': '',
    Dockerfile: 'FROM scratch\n',
    'compose.yml': `
services:
  web:
    build: .
    image: shop
    develop:
      watch:
        - { action: sync+restart, path: ./src, target: /app/src }
        - { action: rebuild, path: package.json }
  worker:
    image: shop
    command: node worker.js
  cron:
    extends: { file: base.yml, service: job }
    build: .
    volumes: ['kept:/data']
volumes:
  kept: { driver_opts: { type: none, o: bind, device: /srv/data } }
`,
    'base.yml': 'services: { job: { command: node cron.js } }\n',
  })
  const project = openProject({ root, dockerfilePath: path.join(root, 'Dockerfile') })
  expect(
    project.usages().map(({ name, command, syncs, mounts }) => ({ name, command, syncs, mounts })),
  ).toEqual([
    { name: 'web', command: undefined, syncs: ['/app/src'], mounts: [] },
    {
      name: 'cron',
      command: 'node cron.js',
      syncs: [],
      mounts: [{ from: 'host', source: '/srv/data', target: '/data' }],
    },
    { name: 'worker', command: 'node worker.js', syncs: [], mounts: [] },
  ])
})

test('fly.toml: folders that the proxy serves', () => {
  const root = tempFolder({
    Dockerfile: 'FROM node',
    'fly.toml': 'app = "a"\n[[statics]]\nguest_path = "/app/public/"\nurl_prefix = "/static"\n',
  })
  const project = openProject({ root, dockerfilePath: path.join(root, 'Dockerfile') })
  expect(project.usages().map(({ name, served }) => ({ name, served }))).toEqual([
    { name: 'app', served: ['/app/public/'] },
  ])
})

test('what Render sets is known, groups of variables among it', () => {
  const root = tempFolder({
    '.git/HEAD': '',
    Dockerfile: 'FROM scratch\n',
    'render.yaml':
      'envVarGroups:\n  - name: keys\n    envVars:\n      - key: KEY_FILE\n        value: keys/a.pem\nservices:\n  - type: web\n    env: docker\n    envVars:\n      - key: MODE\n        value: live\n      - key: SECRET\n        generateValue: true\n      - fromGroup: keys\n',
  })
  const [usage] = openProject({ root, dockerfilePath: path.join(root, 'Dockerfile') }).usages()
  expect([...(usage?.settings ?? [])]).toEqual([
    ['MODE', 'live'],
    ['KEY_FILE', 'keys/a.pem'],
  ])
})

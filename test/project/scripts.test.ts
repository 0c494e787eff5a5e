import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { readRunMounts } from '../../src/project/consumers/compose-mounts.ts'
import { findRunCommands } from '../../src/project/consumers/docker-run-command.ts'
import { openProject } from '../../src/project/open-project.ts'
import { tempFolder } from './temp-folder.ts'

/** What the files beside a Dockerfile do with it, as far as something is run. */
function runs(files: Readonly<Record<string, string>>, dockerfile = 'Dockerfile') {
  const root = tempFolder({ '.git/HEAD': '', [dockerfile]: 'FROM node\n', ...files })
  const project = openProject({ root, dockerfilePath: path.join(root, dockerfile) })
  return project
    .usages()
    .filter(({ kind }) => kind === 'script')
    .map(({ path: file, line, name, target, command, entrypoint }) => ({
      place: `${file}:${line}`,
      name,
      target,
      command: command ?? entrypoint,
    }))
}

const ran = (place: string, name: string) => ({
  place,
  name,
  target: undefined,
  command: ['npm', 'test'],
})

describe('what is built and run by hand or in a pipeline', () => {
  test.each<[string, string, string, string]>([
    [
      'Makefile',
      'IMAGE ?= shop\nbuild:\n\tdocker build -t $(IMAGE) .\ntest: build\n\t@docker run --rm $(IMAGE) npm test\n',
      'Makefile:5',
      'test',
    ],
    [
      'justfile',
      'build:\n  docker build -t shop .\n\ntest: build\n  @docker run shop npm test\n',
      'justfile:5',
      'test',
    ],
    [
      'package.json',
      '{\n  "scripts": {\n    "image": "docker build -t shop .",\n    "image:test": "docker run shop npm test"\n  }\n}\n',
      'package.json:4',
      'image:test',
    ],
    [
      'scripts/test.sh',
      '#!/bin/sh\nset -e\ndocker build -t shop:latest .\nif [ -n "$CI" ]; then\n  docker run -e CI --name t shop npm test\nfi\n',
      'scripts/test.sh:5',
      'test.sh',
    ],
    [
      '.gitlab-ci.yml',
      'test:\n  stage: test\n  script:\n    - docker build -t "$CI_REGISTRY_IMAGE" .\n    # in the image\n    - docker run "$CI_REGISTRY_IMAGE" npm test\n',
      '.gitlab-ci.yml:6',
      'test',
    ],
    [
      '.circleci/config.yml',
      'jobs:\n  build:\n    steps:\n      - checkout\n      - run: docker build -t shop .\n      - run:\n          command: |\n            docker run shop \\\n              npm test\n',
      '.circleci/config.yml:8',
      'build',
    ],
    [
      'bitbucket-pipelines.yml',
      'pipelines:\n  default:\n    - step:\n        script:\n          - docker build -t shop . && docker run shop npm test\n',
      'bitbucket-pipelines.yml:5',
      'default',
    ],
    [
      'Taskfile.yml',
      'tasks:\n  test:\n    cmds:\n      - docker build -t shop .\n      - cmd: docker run shop npm test\n',
      'Taskfile.yml:5',
      'test',
    ],
  ])('%s', (file, text, place, name) => {
    expect(runs({ [file]: text }).filter(({ command }) => command !== undefined)).toEqual([
      ran(place, name),
    ])
  })

  test('in services of compose, by their names and by those of their containers', () => {
    const compose =
      'services:\n  api:\n    build: .\n    container_name: shop\n  db:\n    image: postgres\n'
    const lines = [
      'docker compose exec -T api npm test',
      'docker-compose -f docker-compose.yml run --rm api npm test',
      'docker exec -it shop npm test',
      'podman exec shop-api-1 npm test',
      'docker compose -f docker-compose.dev.yml run api npm test',
      'docker compose run --rm api bash',
      'docker compose exec db psql',
      'docker compose exec api bash',
      'docker compose exec api',
      'docker compose logs api',
      'docker exec other npm test',
    ]
    const makefile = `all:\n${lines.map((line) => `\t${line}\n`).join('')}`
    expect(runs({ 'docker-compose.yml': compose, Makefile: makefile })).toEqual(
      [2, 3, 4, 5].map((line) => ran(`Makefile:${line}`, 'all')),
    )
  })

  test('in a container that a script starts by a name', () => {
    const text = 'docker build -t shop .\ndocker run -d --name web shop\ndocker exec web npm test\n'
    expect(runs({ 'run.sh': text }).filter(({ command }) => command !== undefined)).toEqual([
      ran('run.sh:3', 'run.sh'),
    ])
  })

  test('a build names the context, the target and its arguments', () => {
    const found = runs(
      { Makefile: 'image:\n\tdocker build --target prod -f api/Dockerfile api\n' },
      'api/Dockerfile',
    )
    expect(found).toEqual([
      { place: 'Makefile:2', name: 'image', target: 'prod', command: undefined },
    ])
  })

  test.each([
    ['a path that only a run knows', 'image:\n\tdocker build -t shop $(shell pwd)\n'],
    ['another image', 'image:\n\tdocker run node npm test\n'],
    ['what is only said', 'image:\n\techo docker build .\n'],
  ])('nothing of %s', (_what, text) => {
    expect(runs({ Makefile: text })).toEqual([])
  })

  test('a broken pipeline says nothing', () => {
    expect(runs({ '.gitlab-ci.yml': 'test:\n\tscript: docker build .\n  - [' })).toEqual([])
  })
})

test.each<[string, object]>([
  ['docker run -it --rm -p 80:80 shop', { name: 'shop', of: 'image', command: undefined }],
  ['sudo docker container run shop ls', { name: 'shop', of: 'image', command: ['ls'] }],
  [
    'docker run --entrypoint=sh shop -c id',
    { name: 'shop', entrypoint: ['sh'], command: ['-c', 'id'] },
  ],
  ['docker -H tcp://x compose --profile a run web npm run x', { name: 'web', of: 'service' }],
  ['docker compose -f a.yml -f=b.yml run web ls', { name: 'web', files: ['a.yml', 'b.yml'] }],
  [
    'docker run -e A=a --env=B=b=c -eC=c -e D -e "E=$E" --env-file .env.live shop',
    {
      name: 'shop',
      settings: new Map([
        ['A', 'a'],
        ['B', 'b=c'],
        ['C', 'c'],
        ['E', '$E'],
      ]),
      envFiles: ['.env.live'],
    },
  ],
  [
    'docker run -itdv/srv/x:/x -dp 80:80 -tu=1000 -iePORT=80 --privileged=false -- shop serve',
    {
      name: 'shop',
      mounts: ['/srv/x:/x'],
      user: '1000',
      settings: new Map([['PORT', '80']]),
      rights: [],
      command: ['serve'],
    },
  ],
  [
    'docker run -v "$HOME/.aws:/root/.aws:ro" -v/srv/x:/x --mount=type=bind,src=/srv,dst=/data -u 1000 --cap-add NET_ADMIN --privileged shop',
    {
      name: 'shop',
      mounts: [
        '$HOME/.aws:/root/.aws:ro',
        '/srv/x:/x',
        { type: 'bind', src: '/srv', dst: '/data' },
      ],
      user: '1000',
      rights: ['NET_ADMIN', 'privileged'],
    },
  ],
  ['docker compose exec web npm run x', { name: 'web', entrypoint: ['npm', 'run', 'x'] }],
])('%s', (script, expected) => {
  expect(findRunCommands(script)).toMatchObject([expected])
})

test.each<[string, object]>([
  ['$(HOME)/.aws:/root/.aws', { from: 'host', source: '~/.aws', target: '/root/.aws' }],
  ['${HOME}/.aws:/root/.aws:ro', { from: 'host', source: '~/.aws', target: '/root/.aws' }],
  ['$(pwd)/data:/data', { from: 'project', source: '/work/data', target: '/data' }],
  ['$$PWD:/app', { from: 'project', source: '/work', target: '/app' }],
  ['${{ github.workspace }}/data:/data', { from: 'project', source: '/work/data' }],
  ['$DATA/x:/data', { from: 'host', source: '$DATA/x', target: '/data' }],
  [':/data', { from: 'host', target: '/data' }],
  ['pages:/data', { from: 'volume', source: 'pages', target: '/data' }],
])('docker run -v %s', (entry, expected) => {
  expect(readRunMounts([entry], '/work')).toMatchObject([expected])
})

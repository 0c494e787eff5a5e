import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { tokensOf } from '../../src/project/consumers/pipelines/tokens.ts'
import { openProject } from '../../src/project/open-project.ts'
import { tempFolder } from './temp-folder.ts'

/** What is done in the image of the Dockerfile on top: `place what`. */
function done(files: Readonly<Record<string, string>>): readonly string[] {
  const root = tempFolder({ '.git/HEAD': '', Dockerfile: 'FROM node:20\n', ...files })
  const project = openProject({ root, dockerfilePath: path.join(root, 'Dockerfile') })
  return project
    .usages()
    .flatMap(({ path: file, line, carriesOut, entrypoint, command, healthcheck, syncs }) => {
      const words = [entrypoint ?? [], command ?? []].flat()
      const what =
        carriesOut ??
        (words.length > 0 ? words.join(' ') : undefined) ??
        (healthcheck === undefined ? syncs[0] : [healthcheck].flat().join(' '))
      return what === undefined ? [] : [`${file}:${line} ${what}`]
    })
}

const script = { 'build.sh': 'docker build -t acme/shop .\n' }

describe('what pipelines do in an image', () => {
  test.each<[string, string, readonly string[]]>([
    [
      'an agent',
      "pipeline {\n  agent { dockerfile true } // agent { dockerfile { filename 'x' } }\n  stages { stage('t') { steps { sh 'npm test' } } }\n}\n",
      ["Jenkinsfile:2 sh 'npm test'"],
    ],
    [
      'an agent with a file',
      "pipeline {\n  agent {\n    dockerfile {\n      filename 'Dockerfile'\n      dir '.'\n      label 'linux'\n    }\n  }\n  stages { stage('t') { steps { sh '''\n    make\n    make check'''\n } } }\n}\n",
      ["Jenkinsfile:3 sh 'make'"],
    ],
    [
      'steps inside',
      'node {\n  docker.build("shop:${env.BUILD_ID}").inside {\n    sh "make test"\n  }\n}\n',
      ["Jenkinsfile:2 sh 'make test'"],
    ],
    [
      'a command of its own',
      "node {\n  sh 'docker build -t shop .'\n  sh(returnStdout: true, script: 'docker run shop npm test')\n}\n",
      ['Jenkinsfile:3 npm test'],
    ],
    ['an image that is pushed', "node {\n  docker.build('shop').push()\n  sh 'ls'\n}\n", []],
    [
      'an agent of another file',
      "pipeline { agent { dockerfile { filename 'ci/Dockerfile' } } }\n",
      [],
    ],
    ['a comment', '/* agent { dockerfile true } */ pipeline { agent any }\n', []],
    [
      'an apostrophe in a pattern',
      "def own = name =~ /it's/\npipeline {\n  agent { dockerfile true }\n  stages { stage('t') { steps { sh 'npm test' } } }\n}\n",
      ["Jenkinsfile:3 sh 'npm test'"],
    ],
    ['no Groovy', "agent { dockerfile true 'x", ["Jenkinsfile:1 sh ''"]],
  ])('Jenkinsfile: %s', (_what, text, expected) => {
    expect(done({ Jenkinsfile: text })).toEqual(expected)
  })

  const job = (container: string) =>
    `jobs:\n  test:\n    runs-on: ubuntu-latest\n    container: ${container}\n    steps:\n      - uses: actions/checkout@v4\n      - run: npm test\n`
  test.each<[string, readonly string[]]>([
    ['ghcr.io/acme/shop:main', ['.github/workflows/ci.yml:4 npm test']],
    ['{ image: "acme/shop:${{ github.sha }}" }', ['.github/workflows/ci.yml:4 npm test']],
    ['node:20', []],
  ])('GitHub: container: %s', (container, expected) => {
    expect(done({ ...script, '.github/workflows/ci.yml': job(container) })).toEqual(expected)
  })
})

test.each<[string, string, string, readonly string[]]>([
  [
    'GitLab',
    '.gitlab-ci.yml',
    'build:\n  image: docker:27\n  script:\n    - docker build -t $CI_REGISTRY_IMAGE:$CI_COMMIT_SHA .\ntest:\n  image: $CI_REGISTRY_IMAGE:$CI_COMMIT_SHA\n  script: [npm test]\n',
    ['.gitlab-ci.yml:7 npm test'],
  ],
  [
    'GitLab, for all jobs',
    '.gitlab-ci.yml',
    'default:\n  image: { name: ghcr.io/acme/shop:main, entrypoint: [""] }\ntest:\n  script: [npm test]\nlint:\n  image: node:20\n  script: [npm run lint]\n',
    ['.gitlab-ci.yml:4 npm test'],
  ],
  [
    'CircleCI',
    '.circleci/config.yml',
    'jobs:\n  test:\n    docker:\n      - image: acme/shop:main\n      - image: postgres:16\n    steps:\n      - checkout\n      - run: npm test\n',
    ['.circleci/config.yml:8 npm test'],
  ],
  [
    'Azure',
    'azure-pipelines.yml',
    'jobs:\n  - job: test\n    container: acme/shop:main\n    steps:\n      - script: npm test\n',
    ['azure-pipelines.yml:5 npm test'],
  ],
  [
    'Drone',
    '.drone.yml',
    'steps:\n  - name: test\n    image: acme/shop\n    commands:\n      - npm test\n  - name: other\n    image: node:20\n    commands: [ls]\n',
    ['.drone.yml:4 npm test'],
  ],
  [
    'Bitbucket',
    'bitbucket-pipelines.yml',
    'image: node:20\npipelines:\n  default:\n    - step:\n        image: acme/shop\n        script:\n          - npm test\n    - step:\n        script: [ls]\n',
    ['bitbucket-pipelines.yml:6 npm test'],
  ],
])('%s: steps in an image', (_what, file, text, expected) => {
  expect(done({ ...script, [file]: text })).toEqual(expected)
})

describe('what tools of development do in an image', () => {
  test.each<[string, string, readonly string[]]>([
    [
      'live_update',
      "docker_build('shop', '.', live_update=[\n  sync('src', '/app/src'),\n  run('npm install', trigger='package.json'),\n])\n",
      ['Tiltfile:1 /app/src', 'Tiltfile:3 npm install'],
    ],
    [
      'entrypoint',
      "docker_build('shop', context='.', dockerfile='Dockerfile', entrypoint='npm run dev') # x\n",
      ['Tiltfile:1 /bin/sh -c npm run dev'],
    ],
    [
      'entrypoint in words',
      "docker_build('shop', '.', entrypoint=['npm', 'start'])\n",
      ['Tiltfile:1 npm start'],
    ],
    [
      'the extension that starts the program again',
      "docker_build_with_restart('shop', '.', entrypoint=['node', 'a.js'], live_update=[sync('src', '/app/src')])\n",
      ['Tiltfile:1 node a.js'],
    ],
    ['another folder', "docker_build('shop', 'web', live_update=[run('x')])\n", []],
    ['a name that is only known when it runs', 'docker_build(name, path, live_update=[])\n', []],
  ])('Tiltfile: %s', (_what, text, expected) => {
    expect(done({ Tiltfile: text })).toEqual(expected)
  })

  test('Tiltfile: build arguments', () => {
    const root = tempFolder({
      Dockerfile: 'FROM node:20\n',
      Tiltfile: "docker_build('shop', '.', build_args={'MODE': 'dev', 'OWN': name})\n",
    })
    const project = openProject({ root, dockerfilePath: path.join(root, 'Dockerfile') })
    expect(project.usages().map(({ buildArgs }) => [...buildArgs])).toEqual([[['MODE', 'dev']]])
  })

  test('skaffold: hooks of a copy, and copies that are inferred', () => {
    const text =
      'build:\n  artifacts:\n    - image: shop\n      sync:\n        infer: ["src/**"]\n        hooks:\n          after:\n            - container: { command: [npx, tsc] }\n            - host: { command: [ls] }\n'
    expect(done({ 'skaffold.yaml': text })).toEqual([
      'skaffold.yaml:3 where its COPYs put them',
      'skaffold.yaml:3 npx tsc',
    ])
  })
})

describe('what runs an image', () => {
  test.each<[string, string, string, readonly string[]]>([
    [
      'a task definition',
      '.aws/task-definition.json',
      JSON.stringify({
        containerDefinitions: [
          {
            name: 'web',
            image: '1.dkr.ecr.eu-west-1.amazonaws.com/shop:2',
            entryPoint: ['node'],
            command: ['worker.js'],
            healthCheck: { command: ['CMD-SHELL', 'curl -f localhost'] },
          },
          { name: 'proxy', image: 'nginx', command: ['nginx'] },
        ],
      }),
      [
        '.aws/task-definition.json:1 node worker.js',
        '.aws/task-definition.json:1 CMD /bin/sh -c curl -f localhost',
      ],
    ],
    [
      'what `aws ecs describe-task-definition` prints',
      'ecs-task.json',
      '{\n "taskDefinition": { "containerDefinitions": [\n  { "image": "acme/shop",\n    "command": ["a"] } ] } }',
      ['ecs-task.json:3 a'],
    ],
    [
      'DigitalOcean',
      '.do/app.yaml',
      'jobs:\n  - name: migrate\n    dockerfile_path: /Dockerfile\n    source_dir: /\n    run_command: npm run migrate\nservices:\n  - name: web\n    dockerfile_path: web/Dockerfile\n    run_command: x\n',
      ['.do/app.yaml:2 /bin/sh -c npm run migrate'],
    ],
  ])('%s', (_what, file, text, expected) => {
    expect(done({ ...script, [file]: text })).toEqual(expected)
  })

  test('values of Helm', () => {
    const values =
      'replicas: 1\nworker:\n  image:\n    repository: ghcr.io/acme/shop\n    tag: ""\n  command: [node]\n  args: [worker.js]\nproxy:\n  image: nginx\n  command: [nginx]\n'
    expect(
      done({
        ...script,
        'charts/shop/Chart.yaml': 'name: shop\n',
        'charts/shop/values.yaml': values,
      }),
    ).toEqual(['charts/shop/values.yaml:3 node worker.js'])
  })
})

test('tokens', () => {
  const text = 'a.b(\'x\\\'y\', """two\nlines""") # c\nd'
  expect(tokensOf(text, { comment: '#' }).map(({ text, line }) => `${line} ${text}`)).toEqual([
    ...['1 a', '1 .', '1 b', '1 (', "1 x'y", '1 ,', '1 two\nlines', '2 )', '3 d'],
  ])
})

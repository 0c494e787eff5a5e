import { describe, expect, test } from 'vitest'
import { packageCache } from '../../transforms/hardening/package-cache/package-cache.ts'
import { after, applyRule } from './apply-rule.ts'

/** A file with stages, after the rule with cache mounts wanted; what is in the last stage, where `before` is not given. */
function mounted(source: string, files: Record<string, string> = {}): string {
  return after(applyRule(packageCache, source, files, undefined, { caches: 'mount' }))
}

/** What becomes of a stage that ships. */
function stage(lines: string, base = 'node:20', files: Record<string, string> = {}): string {
  const head = `FROM scratch AS a\n\nFROM ${base}\n`
  const text = mounted(`${head}${lines}\n`, files)
  return text.startsWith(head) ? text.slice(head.length).trimEnd() : text.replace(/: .*/s, '')
}

/** What becomes of a builder. */
function builder(lines: string, base: string, files: Record<string, string> = {}): string {
  const head = `FROM ${base} AS b\n`
  const tail = '\n\nFROM scratch\nCOPY --from=b /out /out\n'
  const text = mounted(head + lines + tail, files)
  return text.startsWith(head)
    ? text.slice(head.length).replace(tail, '')
    : text.replace(/: .*/s, '')
}

const apt = '--mount=type=cache,target=/var/cache/apt,sharing=locked'
const lists = '--mount=type=cache,target=/var/lib/apt/lists,sharing=locked'
const keep = `RUN rm -f /etc/apt/apt.conf.d/docker-clean; echo 'Binary::apt::APT::Keep-Downloaded-Packages "true";' > /etc/apt/apt.conf.d/keep-cache`
const npm = '--mount=type=cache,target=/root/.npm'
const berry = { 'yarn.lock': '__metadata:\n', '.yarnrc.yml': 'nodeLinker: node-modules\n' }
const yarn1 = { 'yarn.lock': '# yarn lockfile v1\n' }
const yarn4 = { ...berry, 'package.json': '{"packageManager":"yarn@4.5.0"}' }

describe('cache mounts: what each manager keeps', () => {
  test.each([
    ['node:20', 'RUN npm ci', `RUN ${npm} npm ci`, {}],
    ['node:20', 'RUN npm i -g pm2', `RUN ${npm} npm i -g pm2`, {}],
    ['node:20', 'RUN ["npm", "ci"]', `RUN ${npm} ["npm", "ci"]`, {}],
    [
      'node:20',
      'RUN yarn install',
      'RUN --mount=type=cache,target=/usr/local/share/.cache/yarn,sharing=locked yarn install',
      yarn1,
    ],
    [
      'node:20',
      'RUN yarn install --immutable',
      'RUN --mount=type=cache,target=/root/.yarn/berry/cache,sharing=locked yarn install --immutable',
      yarn4,
    ],
    [
      'node:20',
      'RUN pnpm i --frozen-lockfile',
      'RUN --mount=type=cache,target=/root/.local/share/pnpm/store pnpm i --frozen-lockfile',
      {},
    ],
    [
      'node:20',
      'ENV PNPM_HOME=/pnpm\nRUN pnpm fetch',
      'ENV PNPM_HOME=/pnpm\nRUN --mount=type=cache,target=/pnpm/store pnpm fetch',
      {},
    ],
    [
      'oven/bun:1',
      'RUN bun install',
      'RUN --mount=type=cache,target=/root/.bun/install/cache bun install',
      {},
    ],
    [
      'php:8.3-cli',
      'RUN composer install --no-dev',
      'RUN --mount=type=cache,target=/root/.composer/cache composer install --no-dev',
      {},
    ],
    [
      'composer:2',
      'RUN composer install',
      'RUN --mount=type=cache,target=/tmp/cache composer install',
      {},
    ],
    [
      'python:3.12',
      'RUN pip install --no-cache-dir -r requirements.txt',
      'RUN --mount=type=cache,target=/root/.cache/pip pip install -r requirements.txt',
      {},
    ],
    [
      'alpine:3.20',
      'RUN apk add --no-cache jq',
      'RUN --mount=type=cache,target=/etc/apk/cache,sharing=locked apk add --update-cache jq',
      {},
    ],
    [
      'alpine:3.20',
      'RUN apk add jq',
      'RUN --mount=type=cache,target=/etc/apk/cache,sharing=locked apk add --update-cache jq',
      {},
    ],
    [
      'alpine:3.20',
      'RUN apk update && apk add jq',
      'RUN --mount=type=cache,target=/etc/apk/cache,sharing=locked apk update && apk add jq',
      {},
    ],
    [
      'rockylinux:9',
      'RUN dnf install -y jq && dnf clean all',
      'RUN --mount=type=cache,target=/var/cache/dnf,sharing=locked dnf install -y jq',
      {},
    ],
  ])('%s: %s', (base, input, output, files) => {
    expect(stage(input, base, files)).toBe(output)
  })

  test('apt, as Docker’s reference has it, with the list of automatic packages in the image', () => {
    expect(stage('RUN apt-get update && apt-get install -y jq', 'debian:12')).toBe(
      `${keep}\nRUN ${apt} \\\n    ${lists} \\\n    apt-get update && apt-get install -y jq`,
    )
  })

  test('two RUNs of apt, one line that keeps archives', () => {
    const run = 'RUN apt-get update && apt-get install -y jq'
    const text = stage(`${run}\n${run}`, 'debian:12')
    expect(text.split(keep)).toHaveLength(2)
    expect(text.split(lists)).toHaveLength(3)
  })

  test('go: modules and what is compiled, in builders', () => {
    expect(
      builder(
        'WORKDIR /src\nCOPY go.mod ./\nRUN go mod download\nCOPY . .\nRUN go build -o /out .',
        'golang:1.22',
      ),
    ).toBe(`WORKDIR /src
COPY go.mod ./
RUN --mount=type=cache,target=/go/pkg/mod go mod download
COPY . .
RUN --mount=type=cache,target=/go/pkg/mod \\
    --mount=type=cache,target=/root/.cache/go-build \\
    go build -o /out .`)
  })

  test('go: what runs in the image goes on using them', () => {
    expect(stage('RUN go build -o /x .', 'golang:1.22')).toBe('unchanged')
  })

  test('a build by make, and one that nobody knows, read the modules, too', () => {
    const text = builder('RUN go mod download\nRUN make build\nRUN ./build.sh', 'golang:1.22')
    expect(text).toContain('RUN --mount=type=cache,target=/go/pkg/mod make build')
    expect(text).toContain('RUN --mount=type=cache,target=/go/pkg/mod ./build.sh')
  })

  test('words with variables stay, and a keyword over two lines', () => {
    expect(
      builder('ARG V=1\nRUN go build -ldflags "-X main.v=${V}" -o /out .', 'golang:1.22'),
    ).toBe(
      'ARG V=1\nRUN --mount=type=cache,target=/go/pkg/mod \\\n    --mount=type=cache,target=/root/.cache/go-build \\\n    go build -ldflags "-X main.v=${V}" -o /out .',
    )
    expect(stage('RU\\\nN npm ci')).toBe(`RU\\\nN ${npm} npm ci`)
  })

  test('go: with a folder of vendored modules only what is compiled', () => {
    const files = { 'vendor/modules.txt': '', 'go.mod': 'module x\n' }
    expect(builder('COPY . .\nRUN go build -o /out .', 'golang:1.22', files)).toBe(
      'COPY . .\nRUN --mount=type=cache,target=/root/.cache/go-build go build -o /out .',
    )
  })
})

describe('cache mounts: the author’s own clean-ups', () => {
  test.each([
    ['node:20', 'RUN npm ci && npm cache clean --force', `RUN ${npm} npm ci`],
    ['node:20', 'RUN npm ci && rm -rf ~/.npm', `RUN ${npm} npm ci`],
    ['node:20', 'RUN npm ci && rm -rf /tmp/* /root/.npm', `RUN ${npm} npm ci && rm -rf /tmp/*`],
    [
      'node:20',
      'RUN npm ci \\\n && npm cache clean --force \\\n && npm run build',
      `RUN ${npm} \\\n npm ci \\\n && npm run build`,
    ],
    [
      'python:3.12',
      'RUN pip install \\\n      --no-cache-dir \\\n      flask',
      'RUN --mount=type=cache,target=/root/.cache/pip \\\n      pip install \\\n      flask',
    ],
  ])('%s: %s', (base, input, output) => {
    expect(stage(input, base)).toBe(output)
  })

  test('of apt', () => {
    expect(
      stage(
        'RUN apt-get update \\\n  && apt-get install -y jq \\\n  && apt-get clean \\\n  && rm -rf /var/lib/apt/lists/* /tmp/*',
        'debian:12',
      ),
    ).toBe(
      `${keep}\nRUN ${apt} \\\n  ${lists} \\\n  apt-get update \\\n  && apt-get install -y jq \\\n  && rm -rf /tmp/*`,
    )
  })

  test.each([
    ['a folder around the mount is taken away', 'RUN npm ci && rm -rf /root/.npm* /root/.cache'],
    ['inside of a condition', 'RUN npm ci && if true; then npm cache clean --force; fi'],
    ['pip that is told not to', 'ENV PIP_NO_CACHE_DIR=1\nRUN pip install flask'],
  ])('%s: it stays', (_, lines) => {
    expect(stage(lines, 'python:3.12')).toBe('unchanged')
  })
})

describe('cache mounts: users, and folders elsewhere', () => {
  test.each([
    [
      'USER node\nRUN npm ci',
      'USER node\nRUN --mount=type=cache,target=/home/node/.npm,uid=1000,gid=1000 npm ci',
    ],
    ['ENV HOME=/app\nRUN npm ci', 'ENV HOME=/app\nRUN --mount=type=cache,target=/app/.npm npm ci'],
    [
      'ENV npm_config_cache=/cache\nRUN npm ci',
      'ENV npm_config_cache=/cache\nRUN --mount=type=cache,target=/cache npm ci',
    ],
    [
      'RUN npm_config_cache=/c npm ci',
      'RUN --mount=type=cache,target=/c npm_config_cache=/c npm ci',
    ],
  ])('%s', (input, output) => {
    expect(stage(input)).toBe(output)
  })

  test.each([
    ['a user of whom nothing is known', 'USER 4711\nRUN npm ci'],
    ['a variable', 'ARG CACHE\nENV npm_config_cache=$CACHE\nRUN npm ci'],
    ['a flag', 'RUN npm ci --cache /x'],
    ['a setting', 'RUN npm config set cache /x\nRUN npm ci'],
    ['another user in the RUN', "RUN su node -c 'npm ci'"],
  ])('%s: no mount', (_, lines) => {
    expect(stage(lines)).not.toContain('--mount')
  })

  test('.npmrc moves the cache', () => {
    expect(stage('COPY . .\nRUN npm ci', 'node:20', { '.npmrc': 'cache=/x\n' })).not.toContain(
      '--mount',
    )
  })

  test('GOCACHE, GOMODCACHE, COMPOSER_CACHE_DIR, PIP_CACHE_DIR, YARN_CACHE_FOLDER', () => {
    expect(
      builder('ENV GOMODCACHE=/m GOCACHE=/c\nRUN go build -o /out .', 'golang:1.22'),
    ).toContain('target=/m \\\n    --mount=type=cache,target=/c \\\n')
    expect(stage('ENV COMPOSER_CACHE_DIR=/c\nRUN composer install', 'php:8.3-cli')).toContain(
      'target=/c composer',
    )
    expect(stage('ENV PIP_CACHE_DIR=/c\nRUN pip install flask', 'python:3.12')).toContain(
      'target=/c pip',
    )
    expect(stage('ENV YARN_CACHE_FOLDER=/c\nRUN yarn', 'node:20', yarn1)).toContain(
      'target=/c,sharing=locked yarn',
    )
  })

  test('a folder above the mount would be root’s', () => {
    expect(stage('USER node\nRUN yarn', 'node:20', yarn1)).not.toContain('--mount')
  })
})

describe('cache mounts: what would be missing', () => {
  test.each([
    ['a COPY fills the folder', 'COPY .npm /root/.npm\nRUN npm ci'],
    ['another stage fills it', 'COPY --from=a /root/.npm /root/.npm\nRUN npm ci'],
    ['an install without a network reads it', 'RUN npm ci\nRUN npm ci --offline'],
    ['a RUN without a network', 'RUN --network=none npm ci'],
    ['a command reads the folder', 'RUN npm ci\nRUN cp -r /root/.npm /seed'],
    ['a mount of the author', 'RUN --mount=type=cache,target=/root/.npm,id=x npm ci'],
    ['pnpm links into its store', 'RUN pnpm install --store-dir /s'],
  ])('%s', (_, lines) => {
    expect(stage(lines, 'node:20', { '.npm/a': '' })).not.toMatch(/target=\/root\/.npm(?!,id)/)
  })

  test('another stage takes the cache along', () => {
    const lines = 'RUN go mod download\nRUN go build -o /out .'
    const source = `FROM golang:1.22 AS b\n${lines}\n\nFROM golang:1.22 AS c\nCOPY --from=b /go/pkg /go/pkg\nRUN go build -o /o ./b\n\nFROM scratch\nCOPY --from=b /out /out\nCOPY --from=c /o /o\n`
    expect(mounted(source)).not.toContain('target=/go/pkg/mod')
  })

  test('Plug’n’Play runs from the cache', () => {
    const files = { ...yarn4, '.yarnrc.yml': 'yarnPath: x\n' }
    expect(stage('RUN yarn install', 'node:20', files)).toBe('unchanged')
  })

  test('a later Yarn whose version nothing says, or whose settings lie elsewhere', () => {
    expect(stage('RUN yarn install', 'node:20', berry)).toBe('unchanged')
    const web = { 'web/.yarnrc.yml': 'nodeLinker: node-modules\n', 'web/package.json': '{}' }
    expect(stage('WORKDIR /web\nCOPY web .\nRUN yarn install', 'node:20', web)).toBe('unchanged')
  })

  test('lists of another RUN', () => {
    expect(stage('RUN apt-get update\nRUN apt-get install -y jq', 'debian:12')).toBe('unchanged')
  })
})

describe('cache mounts: builders that have none', () => {
  const cleaned = 'RUN npm ci && npm cache clean --force'
  test.each([
    ['.gitlab-ci.yml', 'build:\n  image: gcr.io/kaniko-project/executor:debug\n'],
    ['cloudbuild.yaml', "steps:\n  - name: 'gcr.io/cloud-builders/docker'\n"],
    ['skaffold.yaml', 'build:\n  artifacts:\n    - image: x\n      kaniko: {}\n'],
    ['Makefile', 'image:\n\tDOCKER_BUILDKIT=0 docker build .\n'],
    ['railway.toml', '[build]\n'],
    ['.gitlab-ci.yml', 'build:\n  image: quay.io/buildah/stable:v1.21\n'],
  ])('%s: %s', (name, text) => {
    expect(stage('RUN npm ci', 'node:20', { [name]: text })).toBe(cleaned)
  })

  test.each([
    ['.gitlab-ci.yml', '# once by kaniko\nbuild:\n  image: docker:27\n'],
    ['.gitlab-ci.yml', 'build:\n  image: quay.io/buildah/stable:v1.35\n'],
    [
      'cloudbuild.yaml',
      "steps:\n  - name: 'gcr.io/cloud-builders/docker'\n    env: [DOCKER_BUILDKIT=1]\n",
    ],
  ])('%s: %s has them', (name, text) => {
    expect(stage('RUN npm ci', 'node:20', { [name]: text })).toBe(`RUN ${npm} npm ci`)
  })

  test.each([
    'docker/dockerfile:1.1',
    'docker/dockerfile:1.0-experimental',
    'docker/dockerfile:experimental',
  ])('# syntax=%s', (syntax) => {
    const source = `# syntax=${syntax}\nFROM scratch AS a\n\nFROM node:20\nRUN npm ci\n`
    expect(mounted(source)).toContain(cleaned)
  })

  test.each(['docker/dockerfile:1', 'docker/dockerfile:1.2', 'docker/dockerfile'])(
    '# syntax=%s has them',
    (syntax) => {
      const source = `# syntax=${syntax}\nFROM scratch AS a\n\nFROM node:20\nRUN npm ci\n`
      expect(mounted(source)).toContain(npm)
    },
  )
})

test('what is not mounted is cleaned up in the same RUN', () => {
  expect(stage('RUN npm ci --cache /c && composer install', 'php:8.3-cli')).toBe(
    'RUN --mount=type=cache,target=/root/.composer/cache npm ci --cache /c && composer install',
  )
  expect(stage('USER node\nRUN npm ci && yarn', 'node:20', yarn1)).toBe(
    'USER node\nRUN --mount=type=cache,target=/home/node/.npm,uid=1000,gid=1000 npm ci && yarn && yarn cache clean',
  )
})

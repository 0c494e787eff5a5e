import { describe, expect, test } from 'vitest'
import { layerOrder } from '../../transforms/hardening/layer-order/layer-order.ts'
import { after, applyRule } from './apply-rule.ts'

const end = '\nFROM scratch\nCOPY --from=b /x /x\n'
const node = {
  'package.json': '{ "scripts": { "build": "tsc" } }',
  'package-lock.json': '{}',
  'src/index.ts': '',
  '.dockerignore': 'node_modules\n',
}
const go = {
  'go.mod': 'module a.b/c\n\ngo 1.22\n\nrequire example.com/d v1.0.0\n',
  'go.sum': 'example.com/d v1.0.0 h1:x=\nexample.com/d v1.0.0/go.mod h1:y=\n',
  'main.go': 'package main\n',
}

/** What becomes of the first stage. */
function builder(text: string, files: Record<string, string>, rest = end): string {
  const outcome = applyRule(layerOrder, text + rest, files)
  return outcome.outcome === 'migrated'
    ? outcome.after.replace(rest, '')
    : after(outcome).replace(/: .*/, '')
}

describe('layer-order in Node stages', () => {
  const from = 'FROM node:20 AS b\nWORKDIR /app\n'
  const expected = `${from}COPY package.json package-lock.json ./\nRUN npm ci\nCOPY . .\nRUN npm run build`

  test('the install goes above the sources', () => {
    expect(builder(`${from}COPY . .\nRUN npm ci\nRUN npm run build`, node)).toBe(expected)
  })

  test('an install and a build in one RUN become two', () => {
    expect(builder(`${from}COPY . .\nRUN npm ci && npm run build`, node)).toBe(expected)
    expect(builder(`${from}COPY . .\nRUN npm ci \\\n  && npm run build`, node)).toBe(expected)
  })

  test('what takes away in the same RUN what the install left stays there', () => {
    expect(builder(`${from}COPY . .\nRUN npm ci && npm run build && npm prune`, node)).toBe(
      'unchanged',
    )
  })

  test('comments and continuations stay, keywords keep their casing', () => {
    const source =
      'from node:20 as b\nworkdir /app\n\n# all\ncopy --chown=node:node . .\n\n# install\nrun npm ci \\\n  # quietly\n  --silent && \\\n  npm run build # done'
    expect(builder(source, node, '\nfrom scratch\ncopy --from=b /x /x\n')).toBe(
      'from node:20 as b\nworkdir /app\ncopy --chown=node:node package.json package-lock.json ./\n\n# install\nrun npm ci \\\n  # quietly\n  --silent\n\n# all\ncopy --chown=node:node . .\nrun npm run build # done',
    )
  })

  test('the working directory may be set in between', () => {
    expect(
      builder('FROM node:20 AS b\nCOPY . /app\nWORKDIR /app\nRUN npm ci\nRUN npm test', node),
    ).toBe(
      'FROM node:20 AS b\nWORKDIR /app\nCOPY package.json package-lock.json ./\nRUN npm ci\nCOPY . /app\nRUN npm test',
    )
  })

  test('tools that are installed first stay where they are', () => {
    expect(builder(`${from}COPY . .\nRUN npm i -g pnpm@9\nRUN npm ci\nRUN npm test`, node)).toBe(
      `${from}COPY . .\nRUN npm i -g pnpm@9\nRUN npm ci\nRUN npm test`.replace(
        'COPY . .\nRUN npm i -g pnpm@9\nRUN npm ci\n',
        'RUN npm i -g pnpm@9\nCOPY package.json package-lock.json ./\nRUN npm ci\nCOPY . .\n',
      ),
    )
  })

  test('yarn brings its settings and releases', () => {
    const files = {
      ...node,
      'yarn.lock': '',
      '.yarnrc.yml': '',
      '.yarn/releases/yarn-4.cjs': '',
    }
    expect(builder(`${from}COPY . ./\nRUN yarn --immutable && yarn build`, files)).toBe(
      `${from}COPY package.json yarn.lock .yarnrc.yml ./\nCOPY .yarn ./.yarn\nRUN yarn --immutable\nCOPY . ./\nRUN yarn build`,
    )
  })

  test('a folder of the context, and another folder of the image', () => {
    const files = {
      'web/package.json': '{}',
      'web/index.js': '',
      '.dockerignore': '**/node_modules',
    }
    expect(
      builder(
        'FROM node:20 AS b\nCOPY web /srv/web\nRUN cd /srv/web && npm install\nRUN make',
        files,
      ),
    ).toBe(
      'FROM node:20 AS b\nCOPY web/package.json /srv/web/\nRUN cd /srv/web && npm install\nCOPY web /srv/web\nRUN make',
    )
  })

  test('a client that is made from the schema gets the schema', () => {
    const files = {
      ...node,
      'package.json': '{ "dependencies": { "@prisma/client": "5" } }',
      'prisma/schema.prisma': '',
    }
    expect(builder(`${from}COPY . .\nRUN npm ci\nRUN npm test`, files)).toContain(
      'COPY package.json package-lock.json ./\nCOPY prisma ./prisma\nRUN npm ci\nCOPY . .',
    )
  })

  test('sources that nothing in the stage needs are not copied there', () => {
    const rest = '\nFROM node:20-slim\nCOPY --from=b /app/node_modules ./node_modules\nCOPY . .\n'
    expect(builder(`${from}\nCOPY . .\n\nRUN npm install --omit=dev`, node, rest)).toBe(
      `${from}COPY package.json package-lock.json ./\n\nRUN npm install --omit=dev`,
    )
  })

  test.each<[string, string, Record<string, string>]>([
    [
      'scripts that run with the install',
      'npm ci',
      { 'package.json': '{ "scripts": { "postinstall": "node x" } }' },
    ],
    [
      'a dependency in a folder',
      'npm ci',
      { 'package.json': '{ "dependencies": { "a": "file:./a" } }' },
    ],
    ['an addon of its own', 'npm ci', { 'binding.gyp': '{}' }],
    ['a package of the project', 'npm install ./a.tgz', {}],
    ['another folder', 'npm ci --prefix sub', {}],
    ['modules of the context', 'npm ci', { 'node_modules/a/index.js': '', '.dockerignore': '' }],
    ['no manifest', 'npm ci', { 'package.json': 'x' }],
    ['no lock file for the tool', 'yarn install --frozen-lockfile', {}],
    ['a token that a later command removes', 'echo $T > .npmrc && npm ci && rm .npmrc', {}],
    ['a condition', 'if true; then npm ci; fi', {}],
    ['an alternative that reads them', 'npm ci || npm run setup', {}],
    ['what was bound', '--mount=type=bind,target=. npm ci', {}],
  ])('%s: nothing to do', (_, command, files) => {
    expect(builder(`${from}COPY . .\nRUN ${command}\nRUN npm test`, { ...node, ...files })).toBe(
      'unchanged',
    )
  })

  test('without an ignore file the assumption is said', () => {
    const files = { ...node, '.dockerignore': 'dist\n' }
    const outcome = applyRule(layerOrder, `${from}COPY . .\nRUN npm ci\nRUN make${end}`, files)
    expect(outcome.outcome === 'migrated' && outcome.changes[0]?.risk).toBe('review')
  })
})

describe('layer-order in workspaces', () => {
  const from = 'FROM node:20 AS b\nWORKDIR /app\n'
  const files = {
    ...node,
    'package.json': '{ "workspaces": ["packages/*", "web"] }',
    'packages/api/package.json': '{ "dependencies": { "web": "workspace:*" } }',
    'packages/lib/package.json': '{ "scripts": { "build": "tsc" } }',
    'web/package.json': '{}',
    '.dockerignore': '**/node_modules\n',
  }

  test('every manifest goes to its place', () => {
    expect(builder(`${from}COPY . .\nRUN npm ci\nRUN npm run build`, files)).toBe(
      `${from}COPY package.json package-lock.json ./
COPY packages/api/package.json ./packages/api/
COPY packages/lib/package.json ./packages/lib/
COPY web/package.json ./web/
RUN npm ci
COPY . .
RUN npm run build`,
    )
  })

  test('pnpm names them in a file of its own', () => {
    const pnpm = {
      'package.json': '{}',
      'pnpm-lock.yaml': '',
      'pnpm-workspace.yaml': 'packages:\n  - "packages/*" # all\n',
      'packages/api/package.json': '{}',
      '.dockerignore': '**/node_modules\n',
    }
    expect(
      builder(`${from}COPY . .\nRUN pnpm install --frozen-lockfile\nRUN pnpm build`, pnpm),
    ).toBe(
      `${from}COPY package.json pnpm-lock.yaml pnpm-workspace.yaml ./
COPY packages/api/package.json ./packages/api/
RUN pnpm install --frozen-lockfile
COPY . .
RUN pnpm build`,
    )
  })

  test('the sources stay, whatever other stages take', () => {
    const rest = '\nFROM node:20-slim\nCOPY --from=b /app/node_modules /app/node_modules\n'
    expect(builder(`${from}COPY . .\nRUN npm ci`, files, rest)).toContain('RUN npm ci\nCOPY . .')
  })

  test.each<[string, Record<string, string>]>([
    ['a script of one', { 'web/package.json': '{ "scripts": { "postinstall": "x" } }' }],
    ['a program of one', { 'web/package.json': '{ "bin": "dist/x.js" }' }],
    ['a folder outside', { 'web/package.json': '{ "dependencies": { "a": "file:../a" } }' }],
    ['a pattern with exceptions', { 'package.json': '{ "workspaces": ["packages/*", "!web"] }' }],
    ['a pattern within a name', { 'package.json': '{ "workspaces": ["packages/a*"] }' }],
    ['patches', { 'pnpm-workspace.yaml': 'patchedDependencies:\n  a: a.patch\n' }],
    [
      'too many of them',
      Object.fromEntries(
        Array.from({ length: 11 }, (_, i) => [`packages/p${i}/package.json`, '{}']),
      ),
    ],
  ])('%s: nothing to do', (_, more) => {
    expect(builder(`${from}COPY . .\nRUN npm ci\nRUN make`, { ...files, ...more })).toBe(
      'unchanged',
    )
  })

  test('one folder of packages that the context may have is said', () => {
    const outcome = applyRule(layerOrder, `${from}COPY . .\nRUN npm ci\nRUN make${end}`, {
      ...files,
      '.dockerignore': 'node_modules\n',
    })
    expect(outcome.outcome === 'migrated' && outcome.changes[0]?.risk).toBe('review')
  })
})

describe('layer-order in Go stages', () => {
  const from = 'FROM golang:1.22 AS b\nWORKDIR /src\n'
  const above = `${from}COPY go.mod go.sum ./\nRUN go mod download\nCOPY . .\n`

  test('a download that is there goes up', () => {
    expect(builder(`${from}COPY . .\nRUN go mod download\nRUN go build -o /x .`, go)).toBe(
      `${above}RUN go build -o /x .`,
    )
  })

  test('one that is not there is added', () => {
    expect(builder(`${from}COPY . .\nRUN CGO_ENABLED=0 go build -o /x .`, go)).toBe(
      `${above}RUN CGO_ENABLED=0 go build -o /x .`,
    )
    expect(
      builder(
        'FROM golang AS b\nCOPY . /src\nWORKDIR /src\nRUN go test ./... && go build -o /x',
        go,
      ),
    ).toBe(
      'FROM golang AS b\nWORKDIR /src\nCOPY go.mod go.sum ./\nRUN go mod download\nCOPY . /src\nRUN go test ./... && go build -o /x',
    )
  })

  test('download and build in one RUN become two', () => {
    expect(builder(`${from}COPY . .\nRUN go mod download && go build -o /x .`, go)).toBe(
      `${above}RUN go build -o /x .`,
    )
  })

  test.each<[string, string, Record<string, string>]>([
    ['no requirements', 'go build', { 'go.mod': 'module a.b/c\n' }],
    [
      'a module in a folder',
      'go build',
      { 'go.mod': `${go['go.mod']}replace example.com/d => ./d\n` },
    ],
    ['vendored modules', 'go build', { 'vendor/modules.txt': '' }],
    ['sums that are not complete', 'go build', { 'go.sum': '' }],
    ['a proxy of its own', 'GOPROXY=https://p go build', {}],
    ['secrets', '--mount=type=ssh go build', {}],
    ['settings before it', 'git config --global a b && go build', {}],
    ['a cache mount', '--mount=type=cache,target=/go/pkg/mod go build', {}],
  ])('%s: nothing to do', (_, command, files) => {
    expect(builder(`${from}COPY . .\nRUN ${command}`, { ...go, ...files })).toBe('unchanged')
  })

  test('before modules there is nothing to download', () => {
    expect(builder('FROM golang:1.10 AS b\nWORKDIR /src\nCOPY . .\nRUN go build', go)).toBe(
      'unchanged',
    )
    expect(builder('FROM golang:1.12 AS b\nWORKDIR /go/src/a\nCOPY . .\nRUN go build', go)).toBe(
      'unchanged',
    )
  })
})

describe('layer-order in PHP stages', () => {
  const from = 'FROM composer:2 AS b\nWORKDIR /app\n'
  const files = {
    'composer.json': '{ "scripts": { "post-autoload-dump": "@php artisan package:discover" } }',
    'composer.lock': '{ "packages": [{ "name": "a/b", "type": "library" }] }',
    'src/App.php': '',
    '.dockerignore': 'vendor\n',
  }
  const copied = `${from}COPY composer.json composer.lock ./\n`

  test.each<[string, string, string]>([
    ['composer install', 'composer install --no-scripts --no-autoloader', 'composer dump-autoload'],
    [
      'composer install --no-dev -o --no-interaction',
      'composer install --no-dev --no-interaction --no-scripts --no-autoloader',
      'composer dump-autoload --no-dev --optimize',
    ],
    [
      'COMPOSER_ALLOW_SUPERUSER=1 composer install --no-scripts -a',
      'COMPOSER_ALLOW_SUPERUSER=1 composer install --no-scripts --no-autoloader',
      'COMPOSER_ALLOW_SUPERUSER=1 composer dump-autoload --no-scripts --classmap-authoritative',
    ],
    [
      'composer install --optimize-autoloader \\\n  --prefer-dist && php artisan key:generate',
      'composer install \\\n  --prefer-dist --no-scripts --no-autoloader',
      'composer dump-autoload --optimize && php artisan key:generate',
    ],
  ])('%s', (run, first, second) => {
    expect(builder(`${from}COPY . .\nRUN ${run}`, files)).toBe(
      `${copied}RUN ${first}\nCOPY . .\nRUN ${second}`,
    )
  })

  test('the script of the install runs after the autoloader is there', () => {
    const symfony = {
      ...files,
      'composer.json': '{ "scripts": { "post-install-cmd": ["@auto-scripts"] } }',
      'composer.lock': '{ "packages": [{ "name": "symfony/flex", "type": "composer-plugin" }] }',
      'symfony.lock': '{}',
    }
    expect(builder(`${from}COPY . .\nRUN composer install --no-dev`, symfony)).toBe(
      `${from}COPY composer.json composer.lock symfony.lock ./\nRUN composer install --no-dev --no-scripts --no-autoloader\nCOPY . .\nRUN composer dump-autoload --no-dev && composer run-script --no-dev post-install-cmd`,
    )
  })

  test('scripts of packages that are removed or updated do not run into an empty vendor', () => {
    const scripts = { 'pre-package-uninstall': ['A::b'], 'post-package-update': 'c' }
    const laravel = { ...files, 'composer.json': JSON.stringify({ scripts }) }
    expect(builder(`${from}COPY . .\nRUN composer install`, laravel)).toBe(
      `${copied}RUN composer install --no-scripts --no-autoloader\nCOPY . .\nRUN composer dump-autoload`,
    )
  })

  test('composer and extensions may be brought in between', () => {
    const image = 'FROM php:8.3-cli AS b\nWORKDIR /app\n'
    const tools =
      'COPY --from=composer:2 /usr/bin/composer /usr/bin/composer\nRUN docker-php-ext-install pdo_mysql\n'
    expect(builder(`${image}COPY . .\n${tools}RUN composer install`, files)).toBe(
      `${image}${tools}COPY composer.json composer.lock ./\nRUN composer install --no-scripts --no-autoloader\nCOPY . .\nRUN composer dump-autoload`,
    )
  })

  test.each<[string, string, Record<string, string>]>([
    ['no lock file', 'composer install', { 'composer.lock': '' }],
    ['an update', 'composer update', {}],
    ['another folder', 'composer install -d sub', {}],
    ['an option that the second step lacks', 'composer install --ignore-platform-reqs', {}],
    [
      'a package in a folder',
      'composer install',
      { 'composer.json': '{ "repositories": [{ "type": "path", "url": "packages/*" }] }' },
    ],
    [
      'a package that was locked from a folder',
      'composer install',
      { 'composer.lock': '{ "packages": [{ "name": "a/b", "dist": { "type": "path" } }] }' },
    ],
    [
      'a script before the install',
      'composer install',
      { 'composer.json': '{ "scripts": { "pre-install-cmd": "x" } }' },
    ],
    [
      'a plugin that is not known',
      'composer install',
      {
        'composer.lock':
          '{ "packages": [{ "name": "cweagans/composer-patches", "type": "composer-plugin" }] }',
      },
    ],
    ['packages of the context', 'composer install', { '.dockerignore': '', 'vendor/a.php': '' }],
  ])('%s: nothing to do', (_, run, more) => {
    expect(builder(`${from}COPY . .\nRUN ${run}`, { ...files, ...more })).toBe('unchanged')
  })
})

import { describe, expect, test } from 'vitest'
import { isParseFailure, parseDockerfile } from '../../src/dockerfile/parse/parse.ts'
import { gatherFacts } from '../../src/facts/facts.ts'
import { toolRowsOf } from '../../src/plan/tooling.ts'
import { ecosystems } from '../../transforms/index.ts'
import { memoryProject, type Files } from '../memory-project.ts'

const json = (value: Readonly<Record<string, unknown>>) => JSON.stringify(value)

/** What a command of an exec or a shell form comes down to: 'folder$ program words'; an open end is '! why'. Folders are below /app. */
function endsOf(command: string, files: Files, head = ''): readonly string[] {
  const dockerfile = parseDockerfile(
    `FROM node:20\nWORKDIR /app\n${head}COPY . .\nCMD ${command}\n`,
  )
  if (isParseFailure(dockerfile)) throw new Error(dockerfile.reason)
  const { start } = gatherFacts(dockerfile, memoryProject(files), toolRowsOf(ecosystems))
  if (start === undefined) throw new Error('no start command')
  return [
    ...start.processes
      .filter((process) => !process.follows)
      .map(({ cwd, name, args }) => {
        const folder = cwd === '/app' ? '' : (cwd?.replace('/app/', '') ?? '?')
        return `${folder}$ ${[name, ...args].map((word) => word ?? '?').join(' ')}`
      }),
    ...start.openEnds.map(({ why }) => `! ${why}`),
  ]
}

/** Groups of spellings, each group with one answer. */
type Rows = readonly (readonly [expected: readonly string[], ...commands: readonly string[]])[]

function check(files: Files, rows: Rows, head = ''): void {
  test.each(
    rows.flatMap(([expected, ...commands]) => commands.map((command) => ({ command, expected }))),
  )('$command', ({ command, expected }) => {
    expect(endsOf(command, files, head)).toEqual(expected)
  })
}

describe('process files of PM2', () => {
  const apps = [
    { name: 'web', script: './dist/web.js', args: '--port 80', node_args: '--enable-source-maps' },
    { name: 'jobs', script: 'npm', args: 'run jobs', cwd: 'jobs' },
    { name: 'wait', script: 'wait.sh' },
  ]
  const files: Files = {
    'ecosystem.config.cjs': `module.exports = { apps: ${JSON.stringify(apps)} }`,
    'ecosystem.json': JSON.stringify({ apps }),
    'pm2.yml': `apps:\n${apps.map((app) => `  - ${JSON.stringify(app)}\n`).join('')}`,
    'one.config.js': 'module.exports = { script: "server.py" }',
    'computed.config.js': 'module.exports = { apps: [{ script: process.argv[2] }] }',
    'partly.config.js':
      'module.exports = { apps: [{ script: "a.js" }, { script: process.argv[2] }] }',
    'spread.config.js': 'module.exports = { apps: [{ script: "a.js" }, ...more] }',
    'nameless.json': JSON.stringify({ apps: [{ script: 'a.js' }, { name: 'b' }] }),
    'wait.sh': 'sleep 1\n',
    'jobs/package.json': JSON.stringify({ scripts: { jobs: 'node all.js' } }),
  }
  check(files, [
    [
      ['$ node --enable-source-maps ./dist/web.js --port 80', 'jobs$ node all.js', '$ sleep 1'],
      '["pm2-runtime", "ecosystem.config.cjs"]',
      '["pm2-runtime", "start", "ecosystem.json", "--env", "production"]',
      'pm2-docker start pm2.yml',
      '["npx", "pm2-runtime", "pm2.yml"]',
    ],
    [['$ python server.py'], 'pm2-runtime one.config.js'],
    [['$ node dist/web.js'], 'pm2-runtime dist/web.js', 'pm2-runtime start -i max dist/web.js'],
    [["! what computed.config.js starts can't be told"], 'pm2-runtime computed.config.js'],
    [["! what partly.config.js starts can't be told"], 'pm2-runtime partly.config.js'],
    [["! what spread.config.js starts can't be told"], 'pm2-runtime spread.config.js'],
    [["! what nameless.json starts can't be told"], 'pm2-runtime nameless.json'],
  ])
})

describe('scripts of one package', () => {
  const files: Files = {
    'package.json': json({
      scripts: {
        prestart: 'node migrate.js',
        start: 'node server.js',
        build: 'tsc -p .',
        serve: 'NODE_ENV=production node dist/main.js',
        test: 'node --test',
        'job:mail': 'node mail.js',
        'job:clean': 'node clean.js',
        all: 'run-s job:*',
        both: 'npm-run-all job:mail job:clean',
        side: 'concurrently "npm:job:*"',
        quoted: 'concurrently --kill-others "node a.js" "npm run serve"',
        cross: 'cross-env PORT=80 node server.js',
        dot: 'dotenv -e .env -- node server.js',
        loop: 'npm run loop2',
        loop2: 'npm run loop',
        hook: 'npx --no-install tsc && npm run serve',
      },
    }),
    'server.js': '',
    'src/index.js': '',
  }
  check(files, [
    [
      ['$ node migrate.js', '$ node server.js'],
      'npm start',
      'npm run start',
      'npm run-script start',
      'npm rum start',
      'npm -s start',
      'npm start --silent',
      '["npm", "start"]',
      'yarn start',
      'yarn run start',
      'yarn --silent start',
      'pnpm start',
      'pnpm run start',
      'bun run start',
      'bun start',
      'bash -c "npm start"',
      '["bash", "-c", "npm start"]',
      '["/bin/bash", "-c", "npm start"]',
      '["/usr/bin/bash", "-c", "npm start"]',
      '["/usr/local/bin/bash", "-lc", "npm start"]',
      '["dash", "-ec", "npm start"]',
      '["/bin/sh", "-c", "exec npm start"]',
      'env A=1 npm start',
      'env -u A npm start',
      'corepack npm start',
      'tini -- npm start',
      '["dumb-init", "npm", "start"]',
      'gosu node npm start',
      'su-exec node:node npm start',
      'setpriv --reuid=1000 npm start',
      'runuser -u node -- npm start',
      'su node -c "npm start"',
      'timeout 10m npm start',
      'timeout -k 5 10m npm start',
      'nice -n 5 npm start',
      'stdbuf -oL npm start',
      'nohup npm start',
      'sudo -u node npm start',
      'dockerize -wait tcp://db:5432 -timeout 10s npm start',
    ],
    [
      ['$ node server.js'],
      'node server.js',

      'npm run cross',
      'npm run dot',
      'npx cross-env A=1 node server.js',
    ],
    [
      ['$ node dist/main.js'],
      'npm run serve',
      'npm --prefix . run serve',
      'npm -C . run serve',
      'pnpm serve',
      'yarn serve',
      'node --run serve',
      'npm run serve --loglevel=error',
      'pm2-runtime start npm -- run serve',
      'pm2-runtime npm -- run serve',
    ],
    [
      ['$ node dist/main.js --port 80'],
      'npm run serve -- --port 80',
      'yarn serve --port 80',
      'yarn run serve --port 80',
      'pnpm run serve --port 80',
      'pnpm serve --port 80',
      'bun run serve --port 80',
      'node --run serve -- --port 80',
    ],
    [
      ['$ node --test'],
      'npm test',
      'npm t',
      'npm tst',
      'npm run test',
      'pnpm test',
      'pnpm t',
      'yarn test',
    ],
    [
      ['$ node mail.js', '$ node clean.js'],
      'npm run all',
      'npm run both',
      'npm run side',
      'npx run-s job:mail job:clean',
      'npm exec -- npm-run-all job:*',
    ],
    [['$ node a.js', '$ node dist/main.js'], 'npm run quoted'],
    [
      ['$ tsc -p .'],
      'npm run build',
      'npx tsc -p .',
      'npx -y tsc -p .',
      'npx -p typescript tsc -p .',
      'npx tsc@5 -p .',
      'npm exec -- tsc -p .',
      'npm x -- tsc -p .',
      'npm exec -c "tsc -p ."',
      'npx -c "tsc -p ."',
      'yarn tsc -p .',
      'yarn exec tsc -p .',
      'yarn run tsc -p .',
      'pnpm exec tsc -p .',
      'pnpm dlx tsc -p .',
      'pnpm tsc -p .',
      'pnpx tsc -p .',
      'bunx tsc -p .',
      'bun x tsc -p .',
      'bun run tsc -p .',
      './node_modules/.bin/tsc -p .',
      'node node_modules/.bin/tsc -p .',
      'node ./node_modules/typescript/bin/tsc -p .',
    ],
    [['$ tsc', '$ node dist/main.js'], 'npm run hook', 'npx tsc && npm run serve'],
    [['! `npm run loop2` calls itself'], 'npm run loop', 'npm run loop --silent'],
    [['! package.json has no script "none"'], 'npm run none', 'pnpm run none'],
    [[], 'npm run none --if-present', 'pnpm run --if-present none'],
    [['$ bun src/index.ts'], 'bun src/index.ts'],
    [['$ bun run src/index.ts'], 'bun run src/index.ts'],
    [
      ['$ bun build ./src/index.ts --compile --outfile app'],
      'bun build ./src/index.ts --compile --outfile app',
    ],
    [['$ npm ci'], 'npm ci', 'corepack npm ci'],
    [['$ pnpm deploy --prod out'], 'pnpm deploy --prod out'],
    [['! a program is only known when the command runs'], '$PROGRAM', '"$(cat name)"'],
  ])
})

describe('workspaces of npm, yarn and bun', () => {
  const files: Files = {
    'package.json': json({
      workspaces: ['packages/*', '!packages/old'],
      scripts: {
        start: 'npm start -w api',
        dev: 'yarn workspace @acme/web dev',
        circle: 'npm run circle -w api',
      },
    }),
    'packages/api/package.json': json({
      name: 'api',
      dependencies: { '@acme/core': '*' },
      scripts: { start: 'node api.js', build: 'tsc -b', circle: 'cd ../.. && npm run circle' },
    }),
    'packages/web/package.json': json({
      name: '@acme/web',
      scripts: { dev: 'vite', build: 'vite build' },
    }),
    'packages/core/package.json': json({ name: '@acme/core', scripts: { build: 'tsc -p .' } }),
    'packages/old/package.json': json({ name: 'old', scripts: { build: 'gulp' } }),
  }
  check(files, [
    [
      ['packages/api$ node api.js'],
      'npm start',
      'npm start -w api',
      'npm -w api start',
      'npm run -w api start',
      'npm run start -w api',
      'npm run start --workspace api',
      'npm run start --workspace=api',
      'npm --workspace=api start',
      'npm start -w packages/api',
      'npm start -w ./packages/api',
      'npm --prefix packages/api start',
      'npm start --prefix packages/api',
      'npm -C packages/api start',
      'npm start --workspaces --if-present',
      'yarn workspace api start',
      'yarn workspace api run start',
      'yarn --cwd packages/api start',
      'yarn start',
      'pnpm -C packages/api start',
      'pnpm --dir packages/api run start',
      'bun --cwd packages/api start',
      'bun run --filter api start',
      'bun --filter ./packages/api start',
    ],
    [
      ['packages/core$ tsc -p .', 'packages/api$ tsc -b', 'packages/web$ vite build'],
      'npm run build --workspaces',
      'npm run build -ws',
      'npm -ws run build',
      'yarn workspaces run build',
      'npx lerna run build',
      'npx turbo run build',
      'npx turbo build',
    ],
    [
      ['packages/web$ vite'],
      'npm run dev',
      'yarn dev',
      'yarn workspace @acme/web dev',
      'npm run dev -w @acme/web',
      'npx lerna run dev --scope=@acme/web',
    ],
    [
      ['packages/core$ tsc -p .', 'packages/api$ tsc -b'],
      'npx turbo run build --filter=api',
      'npx turbo run build --filter api',
      'npm run build -w core -w api',
    ],
    [
      ['packages/web$ vite preview'],
      'yarn workspace @acme/web vite preview',
      'yarn workspace @acme/web exec vite preview',
      'npm exec -w @acme/web -- vite preview',
    ],
    [['packages/api$ cd ../..', '! `npm run circle -w api` calls itself'], 'npm run circle'],
    [
      ['! no workspace in the build context is called none'],
      'npm start -w none',
      'yarn workspace none start',
    ],
    [['! no workspace that is meant has a script "none"'], 'npm run none -ws'],
  ])
})

describe('yarn 2 and later', () => {
  const files: Files = {
    'package.json': json({
      workspaces: ['packages/*'],
      packageManager: 'yarn@4.1.0',
      scripts: { prestart: 'node no.js', start: 'node yes.js' },
    }),
    'yarn.lock': '__metadata:\n',
    'packages/a/package.json': json({ name: 'a', scripts: { build: 'tsc -p a' } }),
    'packages/b/package.json': json({
      name: 'b',
      dependencies: { a: 'workspace:*' },
      scripts: { build: 'tsc -p b', prebuild: 'node no.js' },
    }),
    'packages/c/package.json': json({ name: 'c' }),
  }
  check(files, [
    [['$ node yes.js'], 'yarn start', 'yarn run start', 'corepack yarn start'],
    [
      ['packages/a$ tsc -p a', 'packages/b$ tsc -p b'],
      'yarn workspaces foreach -A run build',
      'yarn workspaces foreach -Apt run build',
      'yarn workspaces foreach --all --topological -j 2 run build',
      'yarn workspaces foreach -R --from b run build',
      'yarn workspaces foreach -A --exclude c run build',
    ],
    [
      ['packages/a$ tsc -p a'],
      'yarn workspace a build',
      'yarn workspace a run build',
      'yarn workspaces foreach -A --include a run build',
      'yarn --cwd packages/a build',
    ],
    [['! which workspaces have changed is not known'], 'yarn workspaces foreach --since run build'],
    [['$ yarn workspaces focus --production'], 'yarn workspaces focus --production'],
  ])
})

describe("pnpm's filters", () => {
  const files: Files = {
    'package.json': json({ name: 'root', scripts: { build: 'node root.js' } }),
    'pnpm-workspace.yaml': 'packages:\n  - apps/*\n  - libs/**\n',
    'pnpm-lock.yaml': "lockfileVersion: '6.0'\n",
    'apps/web/package.json': json({
      name: '@acme/web',
      dependencies: { ui: '*' },
      scripts: { build: 'next build', prebuild: 'node no.js' },
    }),
    'apps/api/package.json': json({
      name: '@acme/api',
      dependencies: { db: '*' },
      scripts: { build: 'nest build' },
    }),
    'libs/ui/package.json': json({
      name: 'ui',
      dependencies: { theme: '*' },
      scripts: { build: 'vite build' },
    }),
    'libs/theme/package.json': json({ name: 'theme', scripts: { build: 'sass a' } }),
    'libs/deep/db/package.json': json({ name: 'db', scripts: { build: 'prisma generate' } }),
  }
  const web = 'apps/web$ next build'
  const api = 'apps/api$ nest build'
  const ui = 'libs/ui$ vite build'
  const theme = 'libs/theme$ sass a'
  const db = 'libs/deep/db$ prisma generate'
  check(files, [
    [
      [web],
      'pnpm --filter @acme/web build',
      'pnpm --filter=@acme/web run build',
      'pnpm -F web build',
      'pnpm --filter web run build',
      'pnpm run --filter web build',
      'pnpm --filter ./apps/web build',
      'pnpm --filter {apps/web} build',
      'pnpm -C apps/web build',
      'pnpm --dir=apps/web build',
      'pnpm --filter "*web" build',
    ],
    [
      [theme, ui, web],
      'pnpm --filter @acme/web... build',
      'pnpm --filter web... run build',
      'pnpm --filter "{apps/web}..." build',
    ],
    [
      [theme, ui],
      'pnpm --filter "@acme/web^..." build',
      'pnpm --filter "./libs/*" build',
      'pnpm -F ui -F theme build',
    ],
    [[ui, web], 'pnpm --filter ...ui build'],
    [[web], 'pnpm --filter "...^ui" build'],
    [
      [web, api].toReversed(),
      'pnpm --filter "@acme/*" build',
      'pnpm --filter "{apps/*}" build',
      'pnpm --filter ./apps build',
    ],
    [
      [db, api, theme, ui, web],
      'pnpm -r build',
      'pnpm -r run build',
      'pnpm recursive run build',
      'pnpm --recursive build',
    ],
    [[theme, ui, web], 'pnpm --filter !api --filter !db build'],
    [
      ['$ node root.js'],
      'pnpm build',
      'pnpm -w build',
      'pnpm -w run build',
      'pnpm --filter root build',
    ],
    [['apps/web$ next start'], 'pnpm --filter web exec next start', 'pnpm -F web exec next start'],
    [
      ['! which packages "[main]" means, only git knows'],
      'pnpm --filter "[main]" build',
      'pnpm --filter=[main] build',
    ],
    [['! no workspace in the build context is called none'], 'pnpm --filter none build'],
  ])
})

describe('shell scripts', () => {
  const files: Files = {
    'package.json': json({ scripts: { start: 'sh scripts/run.sh', serve: 'node server.js' } }),
    'scripts/run.sh': '#!/bin/sh\n. ./scripts/env.sh\nexec node server.js "$@"\n',
    'scripts/env.sh': 'export A=1\n',
    'entry.sh':
      '#!/bin/sh\nif [ "$(id -u)" = 0 ]; then\n  exec gosu node "$0" "$@"\nfi\nexec "$@"\n',
    'loop.sh': '#!/bin/bash\n./loop.sh\n',
    'bin/www': '#!/usr/bin/env node\nrequire("../app")\n',
    artisan: '#!/usr/bin/env php\n<?php\n',
    'wait-for-it.sh': '#!/bin/bash\nexec "${CLI[@]}"\n',
  }
  check(files, [
    [
      ['$ export A=1', '$ node server.js'],
      'npm start',
      './scripts/run.sh',
      'sh scripts/run.sh',
      'sh -e ./scripts/run.sh',
      'bash scripts/run.sh',
      '/bin/sh scripts/run.sh',
      '["sh", "-c", "./scripts/run.sh"]',
    ],
    [['$ export A=1', '$ node server.js -v'], './scripts/run.sh -v', 'npm start -- -v'],
    [
      ['$ [ ? = 0 ]', '$ node server.js'],
      './entry.sh node server.js',
      'sh entry.sh npm run serve',
      './entry.sh npm run serve',
      'tini -- ./entry.sh node server.js',
    ],
    [
      ['$ node server.js'],
      './wait-for-it.sh db:5432 -- node server.js',
      './wait-for-it.sh db:5432 -- npm run serve',
      'xargs node server.js',
    ],
    [['$ node bin/www'], 'bin/www', 'node bin/www'],
    [['$ php artisan serve'], 'php artisan serve'],
    [['$ php ./artisan serve'], './artisan serve', 'php ./artisan serve'],
    [['! loop.sh calls itself'], './loop.sh', 'bash loop.sh'],
    [['! ./none.sh is not in the build context'], './none.sh', 'sh ./none.sh'],
    [['! what `just run` runs is not read'], 'just run'],
    [['! what `task run` runs is not read'], 'task run'],
  ])
})

describe('make', () => {
  const files: Files = {
    Makefile: [
      'GO ?= go',
      'BIN := bin/app',
      'export CGO_ENABLED = 0',
      '.PHONY: build run',
      'all: build',
      'build: gen $(BIN)',
      '\t@mv $(BIN) app',
      '\t-cp app /usr/local/bin/ \\',
      '\t  -v',
      'gen:',
      '\t$(GO) generate ./...',
      'bin/%: cmd/%',
      '\t$(GO) build -o $@ ./$<',
      'run: ; ./app --port $(PORT)',
      'sub:',
      '\t$(MAKE) -C sub NAME=given',
      'sh:',
      '\tcd web && npm run build',
      'ifeq ($(GO),go)',
      'which:',
      '\techo go # not a comment of make',
      'else',
      'which:',
      '\techo other',
      'endif',
      'ifeq ($(shell uname),Linux)',
      'os:',
      '\techo linux',
      'endif',
      'computed: $(wildcard *.c)',
      'a: b',
      'b: a',
      '\techo b',
      'lost: nowhere',
      '-include none.mk',
    ].join('\n'),
    'cmd/app/main.go': 'package main\n',
    'sub/Makefile': 'NAME = own\nsay:\n\techo $(NAME) $$HOME\n',
    'other.mk': 'x:\n\techo x\n',
    'web/package.json': json({ scripts: { build: 'vite build' } }),
    'package.json': json({ scripts: { make: 'make run PORT=1' } }),
  }
  const build = [
    '$ go generate ./...',
    '$ go build -o bin/app ./cmd/app',
    '$ mv bin/app app',
    '$ cp app /usr/local/bin/ -v',
  ]
  check(files, [
    [
      build,
      'make',
      'make all',
      'make build',
      'make -j4 build',
      'make -C . build',
      'make -s',
      '/usr/bin/make build',
      'make --directory=. all',
      'make GO=go build',
    ],
    [['$ ./app --port 1'], 'make run PORT=1', 'PORT=1 make run', 'npm run make'],
    [['$ ./app --port'], 'make run'],
    [['sub$ echo given ?'], 'make sub'],
    [['sub$ echo own ?'], 'make -C sub', 'make -C sub say'],
    [['$ cd web', 'web$ vite build'], 'make sh'],
    [['$ echo go'], 'make which'],
    [['$ echo other'], 'make which GO=gotip'],
    [['! what Makefile makes as os depends on a condition'], 'make os'],
    [['! what computed of Makefile needs is computed'], 'make computed'],
    [['$ echo b'], 'make a'],
    [['! Makefile has no rule for nowhere'], 'make lost', 'make nowhere'],
    [['$ echo x'], 'make -f other.mk', 'make --file=other.mk x'],
    [['! no Makefile for `make` is in the build context'], 'make -C web'],
  ])
})

describe("composer's scripts", () => {
  const files: Files = {
    'composer.json': json({
      scripts: {
        serve: '@php artisan serve --port=80',
        make: ['@clear', 'npm run build', '@composer dump-autoload', 'phpunit'],
        clear: '@php artisan cache:clear',
        call: ['Acme\\Scripts::run', 'echo done'],
        loop: '@loop',
      },
    }),
    'package.json': json({ scripts: { build: 'vite build' } }),
    'tools/composer.json': json({ scripts: { lint: 'php-cs-fixer fix' } }),
  }
  check(files, [
    [
      ['$ php artisan serve --port=80'],
      'composer serve',
      'composer run serve',
      'composer run-script serve',
      'composer run -- serve',
      'php composer.phar serve',
      '/usr/bin/composer run serve',
      'composer --no-interaction run serve',
    ],
    [
      ['$ php artisan cache:clear', '$ vite build', '$ composer dump-autoload', '$ phpunit'],
      'composer make',
      'composer run make',
    ],
    [['$ echo done', '! Acme\\Scripts::run is a function of PHP'], 'composer call'],
    [
      ['tools$ php-cs-fixer fix'],
      'composer -d tools lint',
      'composer --working-dir=tools run lint',
    ],
    [['! `composer run loop` calls itself'], 'composer loop'],
    [['! no composer.json with a script "none" is in the build context'], 'composer run none'],
    [['$ composer install'], 'composer install'],
  ])
})

describe('variables that a program is started with', () => {
  const files: Files = {
    'package.json': json({ scripts: { start: 'cross-env CONFIG=a.json node a.js' } }),
    'export.sh': 'export CONFIG=a.json\nexec node a.js\n',
    'later.sh': 'CONFIG=a.json\nexport CONFIG\nexec "$@"\n',
    'default.sh': 'export CONFIG="${CONFIG:-a.json}"\nexec node a.js\n',
    'colon.sh': ': "${CONFIG:=a.json}"\nexport CONFIG\nnode a.js\n',
    'if.sh': 'if [ -z "$CONFIG" ]; then\n  export CONFIG=a.json\nfi\nnode a.js\n',
    'all.sh': 'set -a\n. ./.env\nset +a\nnode a.js\n',
    'source.sh': '. ./variables.sh\nnode a.js\n',
    'own.sh': 'CONFIG=a.json\nnode a.js\n',
    'unset.sh': 'export CONFIG=a.json\nunset CONFIG\nnode a.js\n',
    '.env': 'CONFIG=a.json\n',
    'other.env': 'CONFIG=b.json\n',
    'variables.sh': 'export CONFIG=a.json\n',
    '.env-cmdrc': json({ live: { CONFIG: 'a.json' }, test: { CONFIG: 'b.json' } }),
    Makefile: 'export CONFIG = a.json\nrun:\n\tnode a.js\n',
  }
  const variablesOf = (command: string, head = '') => {
    const dockerfile = parseDockerfile(
      `FROM node:20\nWORKDIR /app\n${head}COPY . .\nCMD ${command}\n`,
    )
    if (isParseFailure(dockerfile)) throw new Error(dockerfile.reason)
    const { start } = gatherFacts(dockerfile, memoryProject(files), toolRowsOf(ecosystems))
    return start?.processes
      .filter(({ name }) => name === 'node')
      .map(({ assignments }) => assignments.get('CONFIG'))
  }
  test.each([
    'CONFIG=a.json node a.js',
    'export CONFIG=a.json && node a.js',
    '["env", "CONFIG=a.json", "node", "a.js"]',
    'npm start',
    '["npx", "env-cmd", "-e", "live", "node", "a.js"]',
    'npx dotenv -e .env -- node a.js',
    'npx dotenv -e .env -e other.env -- node a.js',
    'npx dotenv -e other.env -v CONFIG=a.json -- node a.js',
    'npx dotenv -o -e other.env -e .env -- node a.js',
    'npx dotenvx run --env-file=.env -- node a.js',
    'npx dotenvx run --env CONFIG=a.json -f other.env -- node a.js',
    'node_modules/.bin/dotenv -e .env -- node a.js',
    'npx env-cmd --file other.env node_modules/.bin/env-cmd --file=.env node a.js',
    'sh export.sh',
    '["sh", "later.sh", "node", "a.js"]',
    'sh default.sh',
    'sh colon.sh',
    'sh if.sh',
    'sh all.sh',
    'sh source.sh',
    'make run',
  ])('%s', (command) => {
    expect(variablesOf(command)).toEqual(['a.json'])
  })

  test('a variable of the shell is its own until it is exported', () => {
    expect(variablesOf('sh own.sh')).toEqual([undefined])
    expect(variablesOf('sh own.sh', 'ENV CONFIG=b.json\n')).toEqual(['a.json'])
    expect(variablesOf('sh unset.sh')).toEqual([undefined])
  })

  test('ENV stays before a default', () => {
    for (const script of ['default.sh', 'colon.sh'])
      expect(variablesOf(`sh ${script}`, 'ENV CONFIG=b.json\n')).toEqual(['b.json'])
    expect(variablesOf('sh if.sh', 'ENV CONFIG=b.json\n')).toEqual([undefined])
  })
})

import { expect, test } from 'vitest'
import { migrate } from '../../src/migrate.ts'
import { ecosystems, rules } from '../../transforms/index.ts'
import { memoryProject } from '../memory-project.ts'

/** What comes of a PHP image that installs packages: the reason where it stays one stage, else what stays behind. */
function saidOf(packages: string, from = 'php:8.3-apache-bookworm', dev = 0): string {
  const isAlpine = from.includes('alpine')
  const install = isAlpine
    ? `apk add --no-cache ${packages}`
    : `apt-get update && apt-get install -y --no-install-recommends ${packages} && rm -rf /var/lib/apt/lists/*`
  const source = `FROM ${from}
RUN ${install}
COPY --from=composer:2 /usr/bin/composer /usr/bin/composer
WORKDIR /var/www/html
COPY . .
RUN composer install
CMD ["php", "-S", "0.0.0.0:8000"]
`
  const project = memoryProject({
    Dockerfile: source,
    'composer.json': JSON.stringify({
      require: {},
      ...(dev > 0 && { 'require-dev': { 'acme/p0': '1.0.0' } }),
    }),
    'composer.lock': JSON.stringify({
      packages: [],
      'packages-dev': Array.from({ length: dev }, (_, i) => ({
        name: `acme/p${i}`,
        version: '1.0.0',
      })),
    }),
    'index.php': '<?php echo 1;\n',
  })
  const outcome = migrate(source, project, { ecosystems, rules })
  return outcome.outcome === 'migrated'
    ? (outcome.changes.find(({ rule }) => rule === 'split-stages')?.why ?? 'one stage')
    : outcome.reason
}

test('a few megabytes are no reason for a second stage', () => {
  expect(saidOf('unzip')).toBe('one stage')
  expect(saidOf('unzip', 'php:8.3-cli-alpine')).toBe('one stage')
})

test('git is one, and so are many dev packages', () => {
  expect(saidOf('git unzip')).toBe(
    'What only the build needs stays behind: composer, git and unzip.',
  )
  expect(saidOf('unzip', undefined, 40)).toBe(
    'What only the build needs stays behind: composer, the dev packages and unzip.',
  )
})

test('a package whose size nobody knows may be one', () => {
  expect(saidOf('unzip subversion', 'php:8.3-cli-alpine')).toContain('subversion')
})

test('what the image has itself is nowhere left', () => {
  expect(saidOf('git curl make')).toBe('What only the build needs stays behind: composer and git.')
})

/** The same of a file of Node. */
function saidOfNode(source: string, files: Readonly<Record<string, string>>): string {
  const project = memoryProject({ Dockerfile: source, ...files })
  const outcome = migrate(source, project, { ecosystems, rules })
  return outcome.outcome === 'migrated'
    ? (outcome.changes.find(({ rule }) => rule === 'split-stages')?.why ?? 'one stage')
    : outcome.reason
}

test('curl and git are part of the full image', () => {
  // The program starts what only a run shows, so that the image stays the full one.
  const files = {
    'package.json': JSON.stringify({ name: 'a', dependencies: { express: '4.19.2' } }),
    'server.js':
      "require('express')().listen(3000)\nrequire('child_process').exec(process.env.TOOL)\n",
  }
  const install = (packages: string) => `FROM node:20
RUN apt-get update && apt-get install -y ${packages} && rm -rf /var/lib/apt/lists/*
WORKDIR /app
COPY package.json .
RUN npm install --production
COPY . .
CMD ["node", "server.js"]
`
  expect(saidOfNode(install('curl git'), files)).not.toMatch(/stays behind/)
})

test('sources of workspaces that come along whole are not behind', () => {
  const workspaces = {
    'package.json': JSON.stringify({
      name: 'a',
      private: true,
      workspaces: ['apps/*'],
      scripts: { build: 'npm run build -w shop' },
    }),
    'apps/shop/package.json': JSON.stringify({
      name: 'shop',
      scripts: { build: 'rollup -c' },
      devDependencies: { rollup: '4.0.0' },
    }),
    'apps/shop/rollup.config.js': "export default { output: { dir: 'dist' } }",
    'apps/shop/src/index.ts': 'console.log(1)',
  }
  const source = `FROM node:20-alpine
WORKDIR /app
COPY . .
RUN npm install
RUN npm run build
CMD ["node", "apps/shop/dist/app.js"]
`
  expect(saidOfNode(source, workspaces)).not.toMatch(/the sources/)
})

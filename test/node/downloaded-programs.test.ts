import { expect, test } from 'vitest'
import { downloadedPrograms } from '../../transforms/node/parts/downloaded-programs.ts'
import { appOf, manifest } from './node-app.ts'

test.each([
  ['', '/root/.cache/puppeteer'],
  [
    "const { join } = require('path')\nmodule.exports = { cacheDirectory: join(__dirname, '.cache', 'browser') }",
    '/app/.cache/browser',
  ],
  [
    "const path = require('path')\n// cacheDirectory: join(__dirname, 'old')\nconst place = path.resolve(__dirname, 'browser')\nmodule.exports = { cacheDirectory: place }",
    '/app/browser',
  ],
  ["module.exports = { cacheDirectory: '/opt/browser' }", '/opt/browser'],
])('the browser that Puppeteer fetches is where its configuration says: %s', (config, expected) => {
  const app = appOf(
    'FROM node:22\nWORKDIR /app\nCOPY . .\nRUN npm ci\nCMD ["node", "index.js"]\n',
    {
      'package.json': manifest({ dependencies: { puppeteer: '^22.0.0' } }),
      'index.js': "require('puppeteer')",
      ...(config === '' ? {} : { '.puppeteerrc.cjs': config }),
    },
  )
  expect(downloadedPrograms(app).map(({ path }) => path)).toEqual([expected])
})

test.each<[string, Record<string, unknown>, string, readonly string[]]>([
  ['9.1.6', {}, 'npm ci', ['/root/.cache/mongodb-binaries']],
  ['^6.9.0', {}, 'npm ci', []],
  ['9.1.6', {}, 'npm ci --ignore-scripts', []],
  ['9.1.6', {}, 'MONGOMS_DISABLE_POSTINSTALL=1 npm ci', []],
  ['9.1.6', {}, 'MONGOMS_PREFER_GLOBAL_PATH=false npm ci', []],
  [
    '9.1.6',
    { config: { mongodbMemoryServer: { downloadDir: './mongo' } } },
    'npm ci',
    ['/app/mongo'],
  ],
  ['9.1.6', { config: { mongodbMemoryServer: { disablePostinstall: '1' } } }, 'npm ci', []],
  ['9.1.6', { packageManager: 'pnpm@9.1.0' }, 'pnpm install', ['/root/.cache/mongodb-binaries']],
  ['9.1.6', { packageManager: 'pnpm@10.1.0' }, 'pnpm install', []],
  [
    '9.1.6',
    {
      packageManager: 'pnpm@10.1.0',
      pnpm: { onlyBuiltDependencies: ['mongodb-memory-server'] },
    },
    'pnpm install',
    ['/root/.cache/mongodb-binaries'],
  ],
  ['9.1.6', {}, 'npm i -g pnpm@9 && pnpm install', ['/root/.cache/mongodb-binaries']],
  ['9.1.6', {}, 'npm i -g pnpm@10 && pnpm install', []],
])('the MongoDB of mongodb-memory-server %s %j by %s is in %j', (range, own, install, expected) => {
  const app = appOf(
    `FROM node:22\nWORKDIR /app\nCOPY . .\nRUN ${install}\nCMD ["node", "index.js"]\n`,
    {
      'package.json': manifest({ dependencies: { 'mongodb-memory-server': range }, ...own }),
      'index.js': "require('mongodb-memory-server')",
    },
  )
  expect(downloadedPrograms(app).map(({ path }) => path)).toEqual(expected)
})

test.each<[string, readonly string[]]>([
  ['onlyBuiltDependencies:\n  - mongodb-memory-server\n', ['/root/.cache/mongodb-binaries']],
  ['allowBuilds:\n  mongodb-memory-server: true\n', ['/root/.cache/mongodb-binaries']],
  ['dangerouslyAllowAllBuilds: true\n', ['/root/.cache/mongodb-binaries']],
  ['allowBuilds:\n  mongodb-memory-server: false\n', []],
  ['ignoredBuiltDependencies:\n  - mongodb-memory-server\n', []],
])('pnpm 10 runs the scripts that its settings allow: %j', (settings, expected) => {
  const app = appOf(
    'FROM node:22\nWORKDIR /app\nCOPY . .\nRUN pnpm install\nCMD ["node", "index.js"]\n',
    {
      'package.json': manifest({
        dependencies: { 'mongodb-memory-server': '9.1.6' },
        packageManager: 'pnpm@10.1.0',
      }),
      'pnpm-workspace.yaml': settings,
      'index.js': "require('mongodb-memory-server')",
    },
  )
  expect(downloadedPrograms(app).map(({ path }) => path)).toEqual(expected)
})

test.each([
  ['USER node', '/home/node'],
  ['USER node:node', '/home/node'],
  ['USER 1000', '/home/node'],
  ['USER root:root', '/root'],
  ['ENV HOME=/data', '/data'],
])('%s downloads into %s', (line, home) => {
  const app = appOf(
    `FROM node:22\nWORKDIR /app\n${line}\nCOPY . .\nRUN npm ci\nCMD ["node", "index.js"]\n`,
    {
      'package.json': manifest({ dependencies: { puppeteer: '^22.0.0' } }),
      'index.js': "require('puppeteer')",
    },
  )
  expect(downloadedPrograms(app).map(({ path }) => path)).toEqual([`${home}/.cache/puppeteer`])
})

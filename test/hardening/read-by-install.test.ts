import { describe, expect, test } from 'vitest'
import { layerOrder } from '../../transforms/hardening/layer-order/layer-order.ts'
import { after, applyRule } from './apply-rule.ts'

const from = 'FROM node:20 AS b\nWORKDIR /app\n'
const end = '\nFROM scratch\nCOPY --from=b /x /x\n'
const files = {
  'package.json': '{ "scripts": { "build": "tsc" } }',
  'package-lock.json': '{}',
  'pnpm-lock.yaml': '',
  'composer.json': '{}',
  'composer.lock': '{ "packages": [] }',
  'go.mod': 'module a.b/c\n\ngo 1.22\n',
  'ci/other.txt': '',
  'tools/composer': '',
  'composer.phar': '',
  'hook.cjs': '',
  '.dockerignore': 'node_modules\nvendor\n',
}

const moved = (lines: string, more: Record<string, string> = {}) => {
  const outcome = applyRule(layerOrder, `${from}COPY . .\n${lines}${end}`, { ...files, ...more })
  return outcome.outcome === 'migrated'
    ? outcome.after.slice(from.length, -end.length)
    : after(outcome)
}

describe('an install that reads a file of the sources', () => {
  test.each([
    ['its program', 'RUN ./tools/composer install', 'tools/composer'],
    ['its program, by what runs it', 'RUN php tools/composer install', 'tools/composer'],
    ['a flag', 'RUN npm ci --userconfig=ci/other.txt', 'ci/other.txt'],
    ['a flag and its value', 'RUN npm ci --userconfig ./ci/other.txt', 'ci/other.txt'],
    ['an assignment', 'RUN COMPOSER=ci/other.txt composer install', 'ci/other.txt'],
    ['what Node loads first', 'ENV NODE_OPTIONS="--require ./hook.cjs"\nRUN npm ci', 'hook.cjs'],
    ['certificates', 'ENV NODE_EXTRA_CA_CERTS=/app/ci/other.txt\nRUN npm ci', 'ci/other.txt'],
  ])('%s', (_, lines, file) => {
    expect(moved(lines)).toContain(
      `The sources stay above the install: it reads ${file}, which they bring.`,
    )
  })

  test.each([
    ['.npmrc', 'cafile=ci/other.txt\n', 'npm ci'],
    ['.npmrc', 'node-options=--require ./hook.cjs\n', 'npm ci'],
    ['pnpm-workspace.yaml', 'patchedDependencies:\n  a@1: ci/other.txt\n', 'pnpm install'],
    ['.pnpmfile.cjs', "module.exports = require('./hook')\n", 'pnpm install'],
  ])('by %s: %s', (name, text, run) => {
    expect(moved(`RUN ${run}`, { [name]: text })).toMatch(/^unchanged/)
  })

  test('a mirror that .yarnrc names comes with the manifests', () => {
    const mirror = { 'yarn.lock': '', 'mirror/ms-2.1.3.tgz': '' }
    for (const line of ['yarn-offline-mirror "./mirror"', 'yarn-offline-mirror mirror'])
      expect(moved('RUN yarn install', { ...mirror, '.yarnrc': `${line}\n` })).toContain(
        'COPY package.json yarn.lock .yarnrc ./\nCOPY mirror ./mirror\nRUN yarn install',
      )
  })

  test('a cache that .npmrc names stays with the sources', () => {
    const files = { '.npmrc': 'cache=./cache\n', 'cache/index': '' }
    expect(moved('RUN npm ci', files)).toMatch(/^unchanged/)
  })

  test('a scripted install stays as well', () => {
    for (const run of ['node ci/other.txt', 'sh ci/other.txt', './ci/other.txt ci'])
      expect(moved(`RUN ${run}`)).toMatch(/^unchanged/)
  })

  test('composer.phar comes with the manifests', () => {
    expect(moved('RUN php composer.phar install')).toBe(
      'COPY composer.json composer.lock composer.phar ./\nRUN php composer.phar install --no-scripts --no-autoloader\nCOPY . .\nRUN php composer.phar dump-autoload',
    )
    expect(moved('RUN composer install')).toContain('COPY composer.json composer.lock ./\n')
  })

  test('a comment of the settings names nothing', () => {
    const settings = { '.npmrc': '# see ci/other.txt\nregistry=https://registry.npmjs.org/\n' }
    expect(moved('RUN npm ci\nRUN npm test', settings)).toBe(
      'COPY package.json package-lock.json .npmrc ./\nRUN npm ci\nCOPY . .\nRUN npm test',
    )
  })
})

import { describe, expect, test } from 'vitest'
import { rules } from '../../transforms/index.ts'
import { after, applyRule } from './apply-rule.ts'

const files = {
  'package.json': '{ "dependencies": { "express": "4" } }',
  'package-lock.json': '{}',
  'yarn.lock': '# yarn lockfile v1\n',
  'pnpm-lock.yaml': 'lockfileVersion: "9.0"\n',
  'composer.json': '{ "require": { "monolog/monolog": "3" } }',
  'composer.lock': '{ "packages": [] }',
  'src/index.js': '',
}

/** What all rules make of a file with this install; the install's own text is taken out. */
function made(base: string, install: string): string {
  const source = `FROM ${base} AS deps\nWORKDIR /app\nCOPY . .\nRUN ${install}\n\nFROM deps AS app\nCMD ["./start"]\n`
  const outcome = applyRule(rules, source, files)
  const ignore = outcome.outcome === 'migrated' ? outcome.otherFiles.map((file) => file.after) : []
  return [after(outcome).replace(`RUN ${install}`, 'RUN INSTALL'), ...ignore].join('\n')
}

describe('every spelling of an install, the same results of every rule', () => {
  test.each([
    [
      'node:20',
      ['npm ci', 'npm clean-install', 'npm install-clean', 'npm ic', '/usr/local/bin/npm ci'],
    ],
    ['node:20', ['npm install', 'npm i', 'npm in', 'npm isntall']],
    ['node:20', ['yarn', 'yarn install', 'yarnpkg', 'yarnpkg install', 'yarn install --silent']],
    ['node:20', ['pnpm install', 'pnpm i']],
    ['node:20', ['npm i -g serve', 'npm install --global serve', 'npm add -g serve']],
  ])('%s: %j', (base, [first = '', ...others]) => {
    const wanted = made(base, first)
    expect(wanted).toContain('INSTALL')
    for (const other of others) expect(made(base, other)).toBe(wanted)
  })

  test('composer, by its short name and as a file', () => {
    const run = (install: string) => made('php:8.3-cli', install)
    const wanted = run('composer install')
    expect(wanted).toContain('COPY composer.json composer.lock ./')
    expect(run('composer i')).toBe(wanted)
    expect(run('php composer.phar install').replaceAll('php composer.phar', 'composer')).toBe(
      wanted,
    )
  })
})

describe('what is no install of the folder', () => {
  test.each([
    'npm ci --workspace api',
    'npm ci --prefix client',
    'npm exec tsc',
    'npm rebuild',
    'corepack use pnpm@9',
    'corepack install',
    'yarn set version stable',
  ])('%s stays below the sources', (command) => {
    expect(made('node:20', command)).not.toMatch(/INSTALL[^]*COPY \. \./)
  })

  test.each(['npm config set fund false', 'corepack enable', 'npm i -g serve', 'git config x y'])(
    '%s can stand above them',
    (command) => {
      const source = `FROM node:20 AS deps\nWORKDIR /app\nCOPY . .\nRUN ${command}\nRUN npm ci\n\nFROM deps AS app\nCMD ["./start"]\n`
      expect(after(applyRule(rules, source, files))).toMatch(
        /WORKDIR \/app\nRUN [^\n]*\nCOPY package\.json package-lock\.json \.\/\nRUN npm ci/,
      )
    },
  )
})

describe('an install in another folder', () => {
  const client = {
    'client/package.json': '{}',
    'client/package-lock.json': '{}',
    'server.js': '',
    '.gitignore': 'node_modules\n',
  }
  test.each(['npm --prefix client ci', 'npm ci --prefix client', 'cd client && npm ci'])(
    '%s fills its node_modules',
    (install) => {
      const source = `FROM node:20 AS deps\nWORKDIR /app\nCOPY . .\nRUN ${install}\n\nFROM deps AS app\nCMD ["node", "server.js"]\n`
      const outcome = applyRule(rules, source, client)
      const text = outcome.outcome === 'migrated' ? outcome.otherFiles[0]?.after : outcome.reason
      expect(text).toContain('\nclient/node_modules\n')
    },
  )
})

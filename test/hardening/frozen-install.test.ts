import { describe, expect, test } from 'vitest'
import { frozenInstall } from '../../transforms/hardening/frozen-install/frozen-install.ts'
import { after, applyRule } from './apply-rule.ts'

const manifest = (more: object = {}) =>
  JSON.stringify({ name: 'a', dependencies: { chalk: '^5.0.0' }, ...more })

const npmLock = (root: object = {}, chalk: object = {}) =>
  JSON.stringify({
    lockfileVersion: 3,
    packages: {
      '': { name: 'a', dependencies: { chalk: '^5.0.0' }, ...root },
      'node_modules/chalk': { version: '5.3.0', ...chalk },
    },
  })

const npm = { 'package.json': manifest(), 'package-lock.json': npmLock() }
const yarnLock = '# yarn lockfile v1\n\n\nchalk@^5.0.0:\n  version "5.3.0"\n'
const yarn = { 'package.json': manifest(), 'yarn.lock': yarnLock }
const bunLock = JSON.stringify({ workspaces: { '': { dependencies: { chalk: '^5.0.0' } } } })
const bun = { 'package.json': manifest(), 'bun.lock': bunLock }
const pnpmLock = (range = '^5.0.0') =>
  `lockfileVersion: '9.0'\n\nsettings:\n  autoInstallPeers: true\n\nimporters:\n\n  .:\n    dependencies:\n      chalk:\n        specifier: ${range}\n        version: 5.3.0\n`
const pnpm = {
  'package.json': manifest({ packageManager: 'pnpm@9.1.0' }),
  'pnpm-lock.yaml': pnpmLock(),
}
const copy = 'WORKDIR /app\nCOPY package*.json yarn.loc[k] bun.loc[k] pnpm-lock.yam[l] ./\n'

function frozen(
  line: string,
  files: Readonly<Record<string, string>> = npm,
  { base = 'node:20', above = copy } = {},
) {
  const before = `FROM scratch AS a\n\nFROM ${base}\n${above}`
  const outcome = applyRule(frozenInstall, `${before}${line}\n`, files)
  return outcome.outcome === 'unchanged'
    ? outcome.reason.replace(/^.*anything to improve\. ?/, '')
    : after(outcome).replace(before, '').trimEnd()
}

describe('frozen-install', () => {
  test.each([
    ['RUN npm install', npm, 'RUN npm ci'],
    ['RUN npm i', npm, 'RUN npm ci'],
    ['RUN npm install --omit=dev --no-audit', npm, 'RUN npm ci --omit=dev --no-audit'],
    ['RUN npm --silent install && npm run build', npm, 'RUN npm --silent ci && npm run build'],
    ['RUN NODE_ENV=production npm install', npm, 'RUN NODE_ENV=production npm ci'],
    [
      'RUN --mount=type=cache,target=/root/.npm npm install',
      npm,
      'RUN --mount=type=cache,target=/root/.npm npm ci',
    ],
    ['RUN npm i -g nodemon && npm i', npm, 'RUN npm i -g nodemon && npm ci'],
    ['RUN yarn', yarn, 'RUN yarn --frozen-lockfile'],
    ['RUN yarn install --production', yarn, 'RUN yarn install --frozen-lockfile --production'],
    ['RUN bun install', bun, 'RUN bun install --frozen-lockfile'],
    ['RUN corepack enable && pnpm i', pnpm, 'RUN corepack enable && pnpm i --frozen-lockfile'],
  ])('%j', (line, files, wanted) => {
    expect(frozen(line, files)).toBe(wanted)
  })

  test.each<[string, Readonly<Record<string, string>>, string]>([
    ['RUN npm ci', npm, ''],
    ['RUN npm install express', npm, ''],
    ['RUN npm install -g npm', npm, ''],
    ['RUN npm install', { 'package.json': manifest() }, ''],
    ['RUN yarn --frozen-lockfile', yarn, ''],
    ['RUN npm install --no-package-lock', npm, 'its flags may ask for'],
    ['RUN npm install $FLAGS', npm, ''],
    ['RUN rm -f package-lock.json && npm install', npm, 'an earlier command may change'],
    ['RUN npm pkg delete scripts.prepare && npm install', npm, 'an earlier command may change'],
    ['RUN npm install -g npm@6 && npm install', npm, 'an earlier command may change'],
    ['RUN npm install', { ...npm, '.npmrc': 'package-lock=false\n' }, '.npmrc says'],
    ['RUN npm install', { ...npm, 'package.json': manifest({ workspaces: ['a'] }) }, 'workspaces'],
    [
      'RUN npm install',
      { ...npm, 'package.json': manifest({ overrides: { a: '1' } }) },
      'overrides',
    ],
    [
      'RUN npm install',
      { ...npm, 'package.json': manifest({ devDependencies: { x: '1' } }) },
      'another range of x',
    ],
    [
      'RUN npm install',
      { ...npm, 'package-lock.json': npmLock({ dependencies: { chalk: '^4.0.0' } }) },
      'another range of chalk',
    ],
    [
      'RUN npm install',
      { ...npm, 'package-lock.json': npmLock({}, { version: '4.0.0' }) },
      'has no chalk@^5.0.0',
    ],
    [
      'RUN npm install',
      { ...npm, 'package-lock.json': npmLock({}, { dependencies: { b: '1' } }) },
      'has no b@1',
    ],
    [
      'RUN npm install',
      { ...npm, 'package-lock.json': npmLock({}, { peerDependencies: { b: '1' } }) },
      'has no b@1',
    ],
    [
      'RUN npm install',
      { ...npm, 'package-lock.json': '{"lockfileVersion":1,"dependencies":{}}' },
      'of a version',
    ],
    [
      'RUN yarn',
      { ...yarn, 'package.json': manifest({ devDependencies: { x: '1' } }) },
      'has no x@1',
    ],
    ['RUN pnpm i', { ...pnpm, 'pnpm-lock.yaml': pnpmLock('^4.0.0') }, 'range of chalk'],
    ['RUN pnpm i', { ...pnpm, 'package.json': manifest() }, 'version of pnpm'],
    ['RUN pnpm i', { ...pnpm, 'pnpm-workspace.yaml': '' }, 'settings'],
    ['RUN yarn', { ...yarn, '.yarnrc.yml': 'a: b\n' }, 'a later version of Yarn'],
    [
      'RUN bun install',
      { ...bun, 'package.json': manifest({ devDependencies: { x: '1' } }) },
      'range of x',
    ],
  ])('%j stays', (line, files, why) => {
    expect(frozen(line, files)).toContain(why)
    expect(frozen(line, files)).not.toContain('RUN')
  })

  test('peers that nobody installs', () => {
    const lock = npmLock({}, { peerDependencies: { b: '1' } })
    const files = { ...npm, 'package-lock.json': lock }
    expect(frozen('RUN npm install --legacy-peer-deps', files)).toContain('npm ci')
    expect(frozen('RUN npm install', { ...files, '.npmrc': 'legacy-peer-deps=true\n' })).toContain(
      'npm ci',
    )
  })

  test('the lock file has to be there by then, and npm has to read it', () => {
    const above = 'WORKDIR /app\nCOPY package.json ./\n'
    expect(frozen('RUN npm install\nCOPY . .', npm, { above })).toContain('not copied before')
    expect(frozen('RUN npm install', npm, { base: 'node:14' })).toContain('version of npm')
    expect(frozen('RUN npm install', npm, { base: 'debian:12' })).toContain('version of npm')
    const twice = 'RUN npm install\nCOPY . .\nRUN npm install'
    expect(frozen(twice)).toBe('RUN npm ci\nCOPY . .\nRUN npm install')
  })
})

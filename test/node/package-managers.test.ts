import { describe, expect, test } from 'vitest'
import { readManifest } from '../../transforms/javascript/manifest.ts'
import {
  readManagerCall,
  type ManagerUse,
} from '../../transforms/javascript/package-managers/index.ts'
import { bun } from '../../transforms/javascript/package-managers/bun.ts'
import { npm } from '../../transforms/javascript/package-managers/npm.ts'
import { pnpm } from '../../transforms/javascript/package-managers/pnpm.ts'
import { yarn, yarnBerry } from '../../transforms/javascript/package-managers/yarn.ts'
import { memoryProject } from '../memory-project.ts'

function read(line: string, isBerry = false) {
  const [name, ...args] = line.split(' ')
  return readManagerCall(name, args, isBerry)
}

describe('calls of package managers', () => {
  test.each([
    ['npm ci', 'npm', undefined],
    ['npm install --omit=dev', 'npm', true],
    ['npm i --omit dev', 'npm', true],
    ['npm install --only=production', 'npm', true],
    ['npm clean-install --include=dev', 'npm', false],
    ['npm install --omit-dev', 'npm', undefined],
    ['yarn', 'yarn', undefined],
    ['yarn --frozen-lockfile --production', 'yarn', true],
    ['yarn install --production=false', 'yarn', false],
    ['pnpm i --prod', 'pnpm', true],
    ['bun install -p', 'bun', true],
  ])('%s installs', (line, manager, isProduction) => {
    expect(read(line)).toMatchObject({
      manager: { name: manager },
      call: { kind: 'install', isProduction },
    })
  })

  test.each([
    ['npm install express', { kind: 'add', packages: ['express'] }],
    ['npm i -g pm2@5 typescript', { kind: 'global', packages: ['pm2@5', 'typescript'] }],
    ['npm install --location=global serve', { kind: 'global', packages: ['serve'] }],
    ['yarn global add serve', { kind: 'global', packages: ['serve'] }],
    ['pnpm add -g turbo', { kind: 'global', packages: ['turbo'] }],
    ['npm prune --production', { kind: 'prune', isProduction: true }],
    ['npm cache clean --force', { kind: 'cache' }],
    ['npm config set registry https://x', { kind: 'setup' }],
    ['corepack enable', { kind: 'setup' }],
    ['npm start', { kind: 'script', script: 'start' }],
    [
      'npm run build -- --mode production',
      { kind: 'script', script: 'build', args: ['--mode', 'production'] },
    ],
    [
      'yarn tsc -p tsconfig.build.json',
      { kind: 'script', script: 'tsc', args: ['-p', 'tsconfig.build.json'] },
    ],
    [
      'npx --no-install next build --no-lint',
      { kind: 'program', argv: ['next', 'build', '--no-lint'] },
    ],
    ['pnpm exec tsc --noEmit', { kind: 'program', argv: ['tsc', '--noEmit'] }],
    ['bunx vite build', { kind: 'program', argv: ['vite', 'build'] }],
  ])('%s', (line, call) => {
    expect(read(line)?.call).toMatchObject(call)
  })

  test('names the folder that a flag names', () => {
    expect(read('npm --prefix client ci')?.folder).toBe('client')
    expect(read('yarn --cwd server build')).toMatchObject({
      folder: 'server',
      call: { script: 'build' },
    })
  })

  test('leaves other programs alone', () => {
    expect(read('make build')).toBeUndefined()
    expect(read('npm whatever')).toBeUndefined()
  })

  test('yarn 2 and later are another manager', () => {
    expect(read('yarn install --immutable', true)?.manager.name).toBe('yarn-berry')
  })
})

describe('leaving the dev dependencies out', () => {
  const use = (more: Partial<ManagerUse> = {}, json = '{}'): ManagerUse => {
    const manifest = readManifest(memoryProject({ 'package.json': json }), 'package.json')
    if (manifest === undefined) throw new Error('no manifest')
    return { manifest, npm: 7, flags: [], hasLifecycle: false, settings: undefined, ...more }
  }

  test('npm by version', () => {
    expect(npm.productionFlag(use())).toBe('--omit=dev')
    expect(npm.productionFlag(use({ npm: 6 }))).toBe('--production')
    expect(npm.productionFlag(use({ npm: undefined }))).toBe('--production')
    expect(npm.prune(use({ npm: 6 }))).toBe('npm prune --production')
  })

  test('npm prune resolves peers as the install did', () => {
    expect(npm.prune(use({ flags: ['--legacy-peer-deps', '--silent'] }))).toBe(
      'npm prune --omit=dev --legacy-peer-deps',
    )
  })

  test('yarn 2 and 3 need a plugin for it', () => {
    expect(yarn.prune(use())).toBe('yarn install --production --ignore-scripts --prefer-offline')
    expect(yarnBerry.productionFlag(use())).toBeUndefined()
    expect(yarnBerry.prune(use({}, '{"packageManager":"yarn@3.6.0"}'))).toBeUndefined()
    expect(
      yarnBerry.prune(
        use(
          { settings: 'spec: "@yarnpkg/plugin-workspace-tools"' },
          '{"packageManager":"yarn@3.6.0"}',
        ),
      ),
    ).toBe('yarn workspaces focus --production')
    expect(yarnBerry.prune(use({}, '{"packageManager":"yarn@4.1.0"}'))).toBe(
      'yarn workspaces focus --production',
    )
  })

  test('pnpm prunes one package, without its own scripts', () => {
    expect(pnpm.prune(use())).toBe('pnpm prune --prod')
    expect(pnpm.prune(use({ hasLifecycle: true }))).toBe('pnpm prune --prod --ignore-scripts')
    expect(pnpm.prune(use({}, '{"workspaces":["packages/*"]}'))).toBeUndefined()
  })

  test('bun installs again', () => {
    expect(bun.prune(use({ flags: ['--frozen-lockfile'] }))).toBe(
      'rm -rf node_modules && bun install --frozen-lockfile --production',
    )
  })
})

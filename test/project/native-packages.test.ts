import path from 'node:path'
import { expect, test } from 'vitest'
import { nativePackages } from '../../src/project/lock-files/native-packages.ts'
import { openProject } from '../../src/project/open-project.ts'
import { tempFolder } from './temp-folder.ts'

function natives(files: Readonly<Record<string, string>>, folder = '') {
  const root = tempFolder({ Dockerfile: 'FROM node\n', ...files })
  const project = openProject({ root, dockerfilePath: path.join(root, 'Dockerfile') })
  return nativePackages(project, folder)?.map(
    ({ name, isForDevelopment }) => `${name}${isForDevelopment ? ' (dev)' : ''}`,
  )
}

const npm = JSON.stringify({
  lockfileVersion: 3,
  packages: {
    '': { name: 'shop', hasInstallScript: true },
    'node_modules/express': { version: '4.19.2' },
    'node_modules/bcrypt': { version: '5.1.1', hasInstallScript: true },
    'node_modules/core-js': { version: '3.37.0', hasInstallScript: true },
    'node_modules/fsevents': { version: '2.3.3', os: ['darwin'], hasInstallScript: true },
    'node_modules/@img/sharp-linux-x64': { version: '0.33.4', os: ['linux'], cpu: ['x64'] },
    'node_modules/@img/sharp-wasm32': { version: '0.33.4', cpu: ['wasm32'] },
    'node_modules/vite/node_modules/esbuild': {
      version: '0.21.5',
      dev: true,
      hasInstallScript: true,
    },
  },
})

test('npm', () => {
  const wanted = ['bcrypt', '@img/sharp-linux-x64', 'esbuild (dev)']
  expect(natives({ 'package-lock.json': npm })).toEqual(wanted)
  expect(natives({ 'package-lock.json': npm, 'apps/web/package.json': '{}' }, 'apps/web')).toEqual(
    wanted,
  )
  expect(natives({ 'package-lock.json': '{"lockfileVersion": 1, "dependencies": {}}' })).toBe(
    undefined,
  )
})

test('pnpm, up to version 8', () => {
  const lock = (version: string) => `lockfileVersion: '${version}'

packages:

  /bcrypt@5.1.1:
    resolution: {integrity: sha512-x}
    requiresBuild: true
    dev: false

  /express@4.19.2:
    resolution: {integrity: sha512-x}
    dev: false

  /@esbuild/linux-x64@0.21.5:
    resolution: {integrity: sha512-x}
    cpu: [x64]
    os: [linux]
    requiresBuild: true
    dev: true
    optional: true
`
  expect(natives({ 'pnpm-lock.yaml': lock('6.0') })).toEqual(['bcrypt', '@esbuild/linux-x64 (dev)'])
  expect(natives({ 'pnpm-lock.yaml': lock('9.0') })).toBe(undefined)
})

test('what repeats nothing of this', () => {
  expect(natives({ 'yarn.lock': '# yarn lockfile v1\n' })).toBe(undefined)
  expect(natives({ 'yarn.lock': '', 'package-lock.json': npm }, 'apps')).toBeDefined()
  expect(natives({})).toBe(undefined)
})

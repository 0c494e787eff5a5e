import { lstatSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { symlinkSync } from 'node:fs'
import type { Migrated } from '../../src/plan/outcome.ts'
import { openProject } from '../../src/project/open-project.ts'
import { printBakeFile } from '../../src/verify/build/print-bake-file.ts'
import { givenToBuild } from '../../src/verify/compose/given-to-build.ts'
import { readCompose } from '../../src/verify/compose/read-compose.ts'
import { dockerWith } from './compose/machine.ts'
import { planService, serviceKey } from '../../src/verify/build/service-plan.ts'
import { placeOf, writeWorkFolder } from '../../src/verify/build/work-folder.ts'
import { folderWith } from '../cli/surroundings.ts'
import { settingsOf } from './settings.ts'

describe('names of services', () => {
  test('say where the Dockerfile is', () => {
    expect(serviceKey('services/api/Dockerfile', new Set())).toBe('services-api')
    expect(serviceKey('Dockerfile', new Set())).toBe('dockerfile')
    expect(serviceKey('docker/Worker.Dockerfile', new Set())).toBe('docker-worker')
    expect(serviceKey('Dockerfile.web', new Set())).toBe('web')
  })

  test('are fit for images and never given twice', () => {
    expect(serviceKey('../Ü ber/Dockerfile', new Set())).toBe('ber')
    expect(serviceKey('api/Dockerfile', new Set(['api', 'api-2']))).toBe('api-3')
  })
})

describe('the bake file', () => {
  test('has both halves, what compose says, and what the command line says after it', async () => {
    const { service } = await planIn(
      {
        'api/Dockerfile': 'FROM node:20\n',
        'compose.yml':
          'services:\n  api:\n    build:\n      context: api\n      args: { A: one, B: "${FROM_ENV}", C: three }\n',
      },
      {},
      { buildArgs: ['C=four', 'TOKEN'], secrets: ['id=npm,src=.npmrc'], platform: 'linux/arm64' },
    )
    const file = parse(printBakeFile([service], '/work', 'cafe'))
    expect(file.group.default.targets).toEqual(['api-before', 'api-after'])
    expect(file.target['api-after']).toEqual({
      context: service.after.context,
      dockerfile: '/work/api/after/Dockerfile',
      args: { A: 'one', C: 'four', TOKEN: null },
      secret: ['id=npm,src=.npmrc'],
      platforms: ['linux/arm64'],
      labels: { 'msb-migrate.verify': 'cafe' },
      tags: ['msb-migrate-verify/api:after-cafe'],
      output: ['type=docker'],
    })
  })

  test('its strings are templates, so ${ is written twice', async () => {
    const { service } = await planIn(
      { 'api/Dockerfile': '' },
      {},
      { buildArgs: ['A=${HOME} %{x} $5'] },
    )
    const { target } = parse(printBakeFile([service], '/work', 'cafe'))
    expect(target['api-before']?.args).toEqual({ A: '$${HOME} %%{x} $5' })
  })
})

describe('what compose gives to a build', () => {
  test('is read with its variables, relative to its file, and the command line goes before it', async () => {
    const written = `services:
  api:
    platform: linux/amd64
    build:
      context: api
      args: { VERSION: "\${VERSION:-1}-\${SUFFIX}", UNSET: "\${NOBODY}", FROM_HERE: }
      additional_contexts:
        - shared=./lib
        - base=docker-image://busybox
        - other=service:web
      secrets: [npm, { source: token, target: github }, missing]
      ssh: [default]
secrets:
  npm: { file: ./npm rc }
  token: { environment: GITHUB_TOKEN }
`
    const files = { 'api/Dockerfile': '', 'compose.yml': written, '.env': 'SUFFIX=beta\n' }
    const { service, root, project } = await planIn(files)
    const env = { VERSION: '2', FROM_HERE: 'here' }
    const usage = project.usages().find(({ kind }) => kind === 'compose')
    const compose = await readCompose(usage, join(root, 'api'), {
      docker: dockerWith().docker,
      env,
    })
    const given = compose && givenToBuild(compose, env)
    expect(given).toEqual({
      args: { VERSION: '2-beta', FROM_HERE: 'here' },
      contexts: { shared: join(root, 'lib'), base: 'docker-image://busybox' },
      secrets: [`id=npm,"src=${root}/npm rc"`, 'id=github,env=GITHUB_TOKEN'],
      ssh: ['default'],
      platform: 'linux/amd64',
    })
    const { migrated } = service
    const settings = settingsOf({
      secrets: ['id=npm,src=own'],
      ssh: ['default=key'],
      platform: 'linux/arm64',
    })
    const plan = planService(
      { key: 'api', path: 'api/Dockerfile', project, migrated, compose, given },
      settings,
    )
    expect(plan.after).toMatchObject({
      secrets: ['id=github,env=GITHUB_TOKEN', 'id=npm,src=own'],
      ssh: ['default=key'],
      platform: 'linux/arm64',
    })
  })
})

describe('the work folder', () => {
  test('has the Dockerfiles with their ignore files beside them', async () => {
    const { service } = await planIn(
      { 'api/Dockerfile': 'FROM big\n', 'api/.dockerignore': 'old\n', 'api/x': '' },
      { otherFiles: [{ path: '.dockerignore', before: 'old\n', after: 'new\n' }] },
    )
    const folder = temporaryFolder()
    await writeWorkFolder(service, folder)
    const before = placeOf(service, service.before, folder)
    const after = placeOf(service, service.after, folder)
    expect(readFileSync(before.dockerfile, 'utf8')).toBe('FROM big\n')
    expect(readFileSync(`${before.dockerfile}.dockerignore`, 'utf8')).toBe('old\n')
    expect(readFileSync(after.dockerfile, 'utf8')).toBe('FROM small\n')
    expect(readFileSync(`${after.dockerfile}.dockerignore`, 'utf8')).toBe('new\n')
    expect(after.context).toBe(service.after.context)
  })

  test('stands in for the context where more is written, and the user’s files stay as they are', async () => {
    const { service, root } = await planIn(
      {
        'api/Dockerfile': 'FROM big\n',
        'api/.dockerignore': 'node_modules\nlogs\n!logs/keep\n',
        'api/nginx.conf': 'old',
        'api/src/a.js': 'a',
        'api/node_modules/x/index.js': '',
        'api/logs/drop': '',
        'api/logs/keep': 'k',
      },
      { otherFiles: [{ path: 'nginx.conf', before: 'old', after: 'new' }] },
    )
    symlinkSync('src/a.js', join(root, 'api/link.js'))
    const folder = temporaryFolder()
    await writeWorkFolder(service, folder)
    const { context } = placeOf(service, service.after, folder)
    expect(readFileSync(join(context, 'nginx.conf'), 'utf8')).toBe('new')
    expect(readFileSync(join(root, 'api/nginx.conf'), 'utf8')).toBe('old')
    expect(readFileSync(join(context, 'src/a.js'), 'utf8')).toBe('a')
    expect(readFileSync(join(context, 'logs/keep'), 'utf8')).toBe('k')
    expect(lstatSync(join(context, 'link.js')).isSymbolicLink()).toBe(true)
    expect(statSync(join(context, 'logs/drop'), { throwIfNoEntry: false })).toBeUndefined()
    expect(
      statSync(join(context, 'node_modules/x/index.js'), { throwIfNoEntry: false }),
    ).toBeUndefined()
  })
})

/** A migration of api/Dockerfile in a folder with these files. */
async function planIn(
  files: Readonly<Record<string, string>>,
  migrated: Partial<Migrated> = {},
  settings: Parameters<typeof settingsOf>[0] = {},
) {
  const root = folderWith(files)
  const project = openProject({
    root: join(root, 'api'),
    dockerfilePath: join(root, 'api/Dockerfile'),
  })
  const usage = project.usages().find(({ kind }) => kind === 'compose')
  const { docker } = dockerWith()
  const compose = await readCompose(usage, project.root, { docker, env: {} })
  const service = planService(
    {
      key: 'api',
      path: 'api/Dockerfile',
      project,
      compose,
      given: compose && givenToBuild(compose, {}),
      migrated: {
        ...{ outcome: 'migrated', ecosystem: 'node', before: 'FROM big\n', after: 'FROM small\n' },
        ...{ changes: [], replaced: [], contract: [], stays: [], origins: [], otherFiles: [] },
        ...migrated,
      },
    },
    settingsOf(settings),
  )
  return { service, root, project }
}

function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'msb-test-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

interface BakeFile {
  readonly group: { readonly default: { readonly targets: readonly string[] } }
  readonly target: Readonly<Record<string, { readonly args?: unknown }>>
}

function parse(text: string): BakeFile {
  return JSON.parse(text) as BakeFile
}

import { Readable } from 'node:stream'
import { pack } from 'tar-stream'
import { describe, expect, test } from 'vitest'
import type { InspectedImage } from '../../src/verify/image/inspect-image.ts'
import type { LookedAt } from '../../src/verify/image/image-facts.ts'
import { compareImages } from '../../src/verify/image/compare-images.ts'
import { readTar, resolveInImage } from '../../src/verify/image/image-files.ts'
import { elfOf } from './elf-of.ts'
import { ecosystems } from '../../transforms/index.ts'

const inspections = ecosystems.flatMap(({ inspection }) => inspection ?? [])

interface Entry {
  readonly type?: 'directory' | 'symlink' | 'link'
  readonly to?: string
  readonly mode?: number
  readonly uid?: number
  readonly text?: string | Buffer
}

async function filesOf(entries: Readonly<Record<string, string | Buffer | Entry>>) {
  const tar = pack()
  for (const [name, given] of Object.entries(entries)) {
    const entry = typeof given === 'string' || Buffer.isBuffer(given) ? { text: given } : given
    const { type, to, mode = type === 'directory' ? 0o755 : 0o644, uid = 0, text = '' } = entry
    const header = { name, mode, uid, gid: 0, ...(type === undefined ? {} : { type }) }
    if (to !== undefined) tar.entry({ ...header, linkname: to })
    else tar.entry(header, text)
  }
  tar.finalize()
  return {
    ...(await readTar(Readable.from(tar), (path) =>
      inspections.some(({ reads }) => reads?.(path) === true),
    )),
    compressed: 0,
  }
}

const passwd = 'root:x:0:0::/root:/bin/sh\nnode:x:1000:1000::/home/node:/bin/sh\n'

async function image(
  entries: Parameters<typeof filesOf>[0],
  config: Partial<InspectedImage> = {},
): Promise<LookedAt> {
  const files = await filesOf({ 'etc/passwd': passwd, ...entries })
  return {
    files,
    config: {
      ...{ id: 'x', size: 1, layers: 1, user: '', workingDir: '/app', stopSignal: undefined },
      ...{ cmd: [], entrypoint: [], env: new Map(), ports: [], volumes: [], labels: {} },
      healthcheck: [],
      ...config,
    },
  }
}

async function compare(before: Promise<LookedAt>, after: Promise<LookedAt>) {
  const { differences, notes } = await compareImages(
    await before,
    await after,
    { contract: [] },
    inspections,
  )
  return {
    differences: differences.map(({ message }) => message),
    notes: notes.map(({ message }) => message),
  }
}

const program = { mode: 0o755 }

describe('files of an image', () => {
  test('have modes, owners, links, and the texts that facts are read from', async () => {
    const { entries, texts } = await filesOf({
      'app/': { type: 'directory', mode: 0o1777, uid: 7 },
      'app/a': 'four',
      'app/hard': { type: 'link', to: 'app/a' },
      'app/soft': { type: 'symlink', to: '../etc/passwd' },
      'app/script': { text: '#!/usr/bin/env node\n' },
      'etc/passwd': passwd,
    })
    expect(entries.get('/app')).toMatchObject({ kind: 'folder', mode: 0o1777, uid: 7 })
    expect(entries.get('/app/a')).toMatchObject({ kind: 'file', size: 4 })
    expect(entries.get('/app/hard')).toMatchObject({ kind: 'file', size: 0 })
    expect(entries.get('/app/script')?.shebang).toBe('/usr/bin/env node')
    expect([...texts]).toEqual([['/etc/passwd', passwd]])
  })

  test('are found through links, and links that lead in circles end', async () => {
    const files = await filesOf({
      bin: { type: 'symlink', to: 'usr/bin' },
      'usr/bin/sh': { type: 'symlink', to: '/bin/dash' },
      'usr/bin/dash': 'x',
      one: { type: 'symlink', to: 'two' },
      two: { type: 'symlink', to: 'one' },
    })
    // Folders without an entry of their own are none.
    expect(resolveInImage(files, '/one')).toBeUndefined()
    const whole = await filesOf({
      'usr/': { type: 'directory' },
      'usr/bin/': { type: 'directory' },
      bin: { type: 'symlink', to: 'usr/bin' },
      'usr/bin/sh': { type: 'symlink', to: '/bin/dash' },
      'usr/bin/dash': 'x',
    })
    expect(resolveInImage(whole, '/bin/sh')?.path).toBe('/usr/bin/dash')
  })
})

describe('what the new image lacks', () => {
  const folders = {
    'lib/': { type: 'directory' },
    'app/': { type: 'directory' },
    'bin/': { type: 'directory' },
    'data/': { type: 'directory' },
  } as const
  const tool = { text: elfOf('/lib/ld.so', ['libown.so.1', 'libc.so.6']), ...program }

  test('libraries and loaders', async () => {
    const before = image({ ...folders, 'app/tool': tool, 'lib/ld.so': 'x', 'lib/libown.so.1': 'x' })
    const found = await compare(before, image({ ...folders, 'app/tool': tool }))
    // libc.so.6 was not there before either.
    expect(found.differences).toEqual([
      '/lib/ld.so is not in the new image; /app/tool needs it',
      'libown.so.1 is not in the new image; /app/tool needs it',
    ])
  })

  test('libraries that a package recommends are a note', async () => {
    const plugin = { text: elfOf(undefined, ['libatm.so.1']), ...program }
    const packaged = {
      ...folders,
      'usr/lib/tc/q_atm.so': plugin,
      'var/lib/dpkg/info/iproute2.list': '/.\n/lib/tc\n/lib/tc/q_atm.so\n',
    }
    const before = image({ ...packaged, 'app/tool': plugin, 'lib/libatm.so.1': 'x' })
    const message = 'libatm.so.1 is not in the new image; '
    expect(await compare(before, image(packaged))).toMatchObject({
      differences: [],
      notes: [`${message}/usr/lib/tc/q_atm.so needs it`],
    })
    const { differences } = await compare(before, image({ ...packaged, 'app/tool': plugin }))
    expect(differences).toEqual([`${message}/usr/lib/tc/q_atm.so, /app/tool need it`])
    // A loader is no package's to do without.
    const bound = { ...packaged, 'usr/lib/tc/q_atm.so': { text: elfOf('/lib/ld.so', []) } }
    const lost = await compare(image({ ...bound, 'lib/ld.so': 'x' }), image(bound))
    expect(lost.differences).toEqual([
      '/lib/ld.so is not in the new image; /usr/lib/tc/q_atm.so needs it',
    ])
  })

  test('libraries beside the program are found by $ORIGIN', async () => {
    const own = { text: elfOf(undefined, ['libown.so.1'], '$ORIGIN/lib'), ...program }
    const more = { 'app/lib/': { type: 'directory' }, 'app/lib/libown.so.1': 'x' } as const
    const both = { ...folders, ...more, 'app/tool': own }
    expect((await compare(image(both), image(both))).differences).toEqual([])
    const { differences } = await compare(image(both), image({ ...folders, 'app/tool': own }))
    expect(differences).toEqual(['libown.so.1 is not in the new image; /app/tool needs it'])
  })

  test('the start command, on PATH or from the working directory', async () => {
    const config = { entrypoint: ['./start'], env: new Map([['PATH', '/bin']]) }
    const before = image(
      { ...folders, 'app/start': { text: '#!/bin/sh\n', ...program }, 'bin/sh': program },
      config,
    )
    expect((await compare(before, image(folders, config))).differences).toEqual([
      './start, which the container starts, is not there',
    ])
    const forbidden = image(
      { ...folders, 'app/start': { text: 'x', mode: 0o700 } },
      { ...config, user: 'node' },
    )
    expect((await compare(before, forbidden)).differences).toContain(
      '/app/start, which the container starts, may not be executed by node',
    )
    const shellLess = image(
      { ...folders, 'app/start': { text: '#!/bin/sh\n', ...program } },
      config,
    )
    expect((await compare(before, shellLess)).differences).toEqual([
      '/app/start, which the container starts, is run by /bin/sh, which is not there',
    ])
  })

  test('no user is root, by whatever name', async () => {
    const before = image(folders)
    for (const user of ['0', 'root', '0:0', 'root:root'])
      expect((await compare(before, image(folders, { user }))).differences).toEqual([])
    expect((await compare(before, image(folders, { user: 'node' }))).differences).toEqual([
      'User was not set and is "node", which no change says',
    ])
  })

  test('folders that the user could write to', async () => {
    const before = image(folders, { volumes: ['/data'] })
    const after = image(folders, { volumes: ['/data'], user: 'node' })
    expect((await compare(before, after)).differences).toContain(
      '/data can be written to by root before, and not by node after',
    )
    const given = image(
      { ...folders, 'data/': { type: 'directory', uid: 1000 } },
      { volumes: ['/data'], user: 'node' },
    )
    expect((await compare(before, given)).differences).toEqual([
      'User was not set and is "node", which no change says',
    ])
  })

  test('modules that own scripts ask for as they are loaded; others are a note', async () => {
    const scripts = {
      ...folders,
      'app/main.mjs':
        "import {\n  a,\n} from './part.js'\nimport 'one'\nimport 'process'\n// require('no')\n",
      'app/part.js':
        "const two = require('@scope/two/deep')\nif (x) {\n  require('three')\n}\nrequire('node:fs')\n",
    }
    const modules = {
      'app/node_modules/': { type: 'directory' },
      'app/node_modules/one/': { type: 'directory' },
      'app/node_modules/@scope/': { type: 'directory' },
      'app/node_modules/@scope/two/': { type: 'directory' },
      'app/node_modules/three/': { type: 'directory' },
      // Node has its own.
      'app/node_modules/process/': { type: 'directory' },
    } as const
    const config = { cmd: ['node', 'main.mjs'] }
    const { differences, notes } = await compare(
      image({ ...scripts, ...modules, 'bin/node': program }, config),
      image({ ...scripts, 'bin/node': program }, config),
    )
    expect(differences).toEqual([
      '/app/main.mjs asks for one, which is not in the new image',
      '/app/part.js asks for @scope/two/deep, which is not in the new image',
    ])
    expect(notes).toEqual(['/app/part.js asks for three, which is not in the new image'])
  })
})

describe('facts', () => {
  test('packages by name, from the image’s own databases', async () => {
    const dpkg =
      'Package: libc6\nStatus: install ok installed\nVersion: 2.36\n\nPackage: gone\nStatus: deinstall ok config-files\n'
    const before = await image({
      'var/lib/dpkg/status': dpkg,
      'usr/bin/su': { text: 'x', mode: 0o4755 },
      'app/node_modules/left/package.json': '{}',
      'app/vendor/composer/installed.json': '{\n        "name": "monolog/monolog",\n',
    })
    const after = await image({ 'lib/apk/db/installed': 'P:musl\nV:1.2\n\nP:busybox\nV:1\n' })
    const { images } = await compareImages(before, after, { contract: [] }, inspections)
    expect(images.before).toMatchObject({
      osPackages: 1,
      languagePackages: 2,
      setuid: ['/usr/bin/su'],
    })
    expect(images.difference).toMatchObject({
      osPackagesGone: ['libc6'],
      osPackagesNew: ['busybox', 'musl'],
      languagePackagesGone: ['composer monolog/monolog', 'npm left'],
      filesGone: expect.arrayContaining([{ folder: '/usr/bin', files: 1, size: 1 }]) as unknown,
    })
  })
})

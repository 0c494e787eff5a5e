import { expect, test } from 'vitest'
import type { ImageView } from '../../src/verification/image-inspection.ts'
import { inspection } from '../../transforms/node/inspection.ts'

/** An image by its files; a folder ends in a slash, a link's text is what it leads to. */
function image(files: Record<string, string>, cmd: readonly string[], links = {}): ImageView {
  const texts = new Map(Object.entries(files))
  const targets = new Map<string, string>(Object.entries(links))
  return {
    ...{ entrypoint: ['docker-entrypoint.sh'], cmd, workingDir: '/app', paths: texts.keys() },
    read: (path) => texts.get(path),
    find: (path) => {
      const real = targets.get(path) ?? path
      if (texts.has(real)) return { path: real, kind: 'file' }
      return texts.has(`${real}/`) ? { path: real, kind: 'folder' } : undefined
    },
    hasProgram: () => true,
    ask: undefined,
  }
}

async function lost(files: Record<string, string>, gone: string, cmd = ['node', 'a'], links = {}) {
  const left = Object.fromEntries(Object.entries(files).filter(([path]) => path !== gone))
  const found = await inspection.inspect?.(image(files, cmd, links), image(left, cmd, links))
  return [
    ...(found?.differences ?? []).map(({ message }) => message),
    ...(found?.notes ?? []).map(({ message }) => `note: ${message}`),
  ]
}

const asksForB = ['/app/a.js asks for ./b, which is not in the new image']
const files = { '/app/a.js': "require('./b')", '/app/b.js': '' }

test.each([
  [['node', 'a']],
  [['node', '--enable-source-maps', '-r', 'dotenv/config', 'a.js']],
  [['sh', '-c', 'cd /app && exec node a.js']],
  [['tini', '--', 'pm2-runtime', 'a.js']],
  [['npm', 'start']],
  [['yarn', 'run', 'circle']],
])('the script that %j starts', async (cmd) => {
  const manifest = {
    scripts: { start: 'NODE_ENV=production node a.js', circle: 'yarn circle; node a' },
  }
  const all = { ...files, '/app/package.json': JSON.stringify(manifest) }
  expect(await lost(all, '/app/b.js', cmd)).toEqual(asksForB)
})

test.each([
  ["import './b.json'", '/app/b.json', './b.json'],
  ["require('../native/addon')", '/native/addon.node', '../native/addon'],
  ["require(path.join(__dirname, 'jobs', 'b.js'))", '/app/jobs/b.js', 'jobs/b.js'],
  ["const text = `it's`; export * from 'one/deep'", '/app/node_modules/one/', 'one/deep'],
])('%s', async (text, path, name) => {
  expect(await lost({ '/app/a.js': text, [path]: '' }, path)).toEqual([
    `/app/a.js asks for ${name}, which is not in the new image`,
  ])
})

test('what may never be reached is a note, and what stands in a text or a comment is nothing', async () => {
  const text = "/* require('./b') */ const s = \"require('./b')\"\nif (x) require('./b')"
  expect(await lost({ ...files, '/app/a.js': text }, '/app/b.js')).toEqual([`note: ${asksForB[0]}`])
  expect(await lost({ ...files, '/app/a.js': text.split('\n')[0] ?? '' }, '/app/b.js')).toEqual([])
})

test('a module behind a link is read where it stands', async () => {
  const linked = {
    '/app/a.js': "import './l.js'",
    '/srv/l.js': "import 'one'",
    '/node_modules/one/': '',
  }
  expect(
    await lost(linked, '/node_modules/one/', ['node', 'a.js'], { '/app/l.js': '/srv/l.js' }),
  ).toEqual(['/app/l.js asks for one, which is not in the new image'])
})

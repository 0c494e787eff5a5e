import { describe, expect, test } from 'vitest'
import type { Files } from '../../memory-project.ts'
import { manifest, outcomeOf } from '../../node/node-app.ts'

const site = {
  'package.json': manifest({ scripts: { build: 'vite build' }, dependencies: { vite: '6' } }),
  'index.html': '<h1>x</h1>',
}

/** nginx.conf of a site that these words serve; of a file that is left alone, its sentence. */
function confFor(words: string, files: Files = {}, expose = 3000): string {
  const text = `FROM node:20\nWORKDIR /app\nCOPY . .\nRUN npm ci && npm run build\nEXPOSE ${expose}\nCMD ${words}\n`
  const outcome = outcomeOf(text, { ...site, ...files })
  if (outcome.outcome !== 'migrated') return `${outcome.outcome}: ${outcome.reason}`
  const conf = outcome.otherFiles.find(({ path }) => path === 'nginx.conf')
  return conf?.after ?? 'no nginx.conf'
}

describe('a request of another origin is answered as before', () => {
  const allowed = (conf: string) => /Access-Control-Allow-Headers (.*) always;/.exec(conf)?.[1]
  test.each([
    ['npx serve -s dist --cors', '*'],
    [
      'npx http-server dist -p 3000 --cors',
      '"Origin, X-Requested-With, Content-Type, Accept, Range"',
    ],
    [
      'npx http-server dist --cors=X-A,X-B',
      '"Origin, X-Requested-With, Content-Type, Accept, Range, X-A, X-B"',
    ],
    [
      'npx http-server dist --cors X-A',
      '"Origin, X-Requested-With, Content-Type, Accept, Range, X-A"',
    ],
    ['npx sirv dist --cors --host --port 3000', '"Origin, Content-Type, Accept, Range"'],
    ['npx angular-http-server --path dist --cors', '"authorization, content-type"'],
  ])('%s', (words, headers) => {
    const conf = confFor(words)
    expect(allowed(conf)).toBe(headers)
    expect(conf).toContain('if ($request_method = OPTIONS) {')
  })

  test('by what Vite lets in', () => {
    const config = `export default { preview: { cors: true, port: 3000 } }`
    expect(allowed(confFor('npx vite preview --host', { 'vite.config.js': config }))).toBe(
      '"$http_access_control_request_headers"',
    )
  })

  test('where nothing may be sent, nothing is added', () => {
    expect(confFor('npx serve -s dist')).not.toContain('OPTIONS')
    const lock = {
      'package.json': manifest({
        scripts: { build: 'vite build' },
        dependencies: { vite: '6', serve: '13.0.4' },
      }),
    }
    expect(confFor('npx serve -s dist --cors', lock)).not.toContain('OPTIONS')
  })
})

describe('what nginx is not made to do is said', () => {
  test.each([
    ['npx serve -s dist -l 3000 -l 3001', 'it listens on 3000 and on 3001'],
    ['npx serve -s dist -l tcp://127.0.0.1:3000', 'it listens on 127.0.0.1, where nobody outside'],
    ['npx serve -s dist -l tcp://localhost:3000', 'it listens on localhost, where nobody outside'],
    ['npx http-server dist -a 127.0.0.1', 'it listens on 127.0.0.1, where nobody outside'],
    ['npx sirv dist --host localhost', 'it listens on localhost, where nobody outside'],
    ['npx vite preview --host 127.0.0.1', 'it listens on 127.0.0.1, where nobody outside'],
    ['npx http-server dist -e json', 'looks for names that end in .json'],
  ])('%s', (words, why) => {
    expect(confFor(words)).toContain(why)
  })
  test.each([
    'npx serve -s dist -l 3000 -l 3000',
    'npx serve -s dist -l tcp://0.0.0.0:3000',
    'npx http-server dist -a 0.0.0.0 -e .html -p 3000',
    'npx sirv --host 0.0.0.0 dist --port 3000',
    'npx vite preview --host 0.0.0.0 --port 3000',
  ])('not of %s', (words) => {
    expect(confFor(words)).toContain('listen 3000;')
  })
})

describe('the character set of a text is said', () => {
  const serve = (files: Files) => confFor('npx serve -s dist', files)
  test('where it has other letters than ASCII', () => {
    expect(serve({ 'public/notes.txt': 'für alle' })).toContain('charset utf-8;')
    expect(serve({ 'public/old.html': '<p>für alle</p>' })).toContain('charset utf-8;')
    expect(serve({ 'index.html': '<h1>für alle</h1>' })).toContain('charset utf-8;')
  })
  test('and not where it has none, or where the page says it', () => {
    expect(serve({ 'public/robots.txt': 'User-agent: *' })).not.toContain('charset')
    const page = '<meta charset="utf-8"><p>für alle</p>'
    expect(serve({ 'public/old.html': page })).not.toContain('charset')
  })
})

test('the word behind a switch of http-server is the value of that switch', () => {
  const outcome = confFor('npx http-server -s dist -p 3000', { 'public/index.html': 'x' })
  expect(outcome).toContain('listen 3000;')
})

import { describe, expect, test } from 'vitest'
import { readHealthUrl } from '../../../src/verify/run/health-url.ts'
import { readListeningPorts } from '../../../src/verify/run/listening-ports.ts'
import { normalizePath, normalizeText } from '../../../src/verify/judge/normalize.ts'
import { readPageLinks } from '../../../src/verify/run/page-links.ts'
import {
  firstQuestions,
  nowhere,
  pageQuestions,
  questionsFor,
} from '../../../src/verify/run/questions.ts'

describe('a text without what differs from run to run', () => {
  test.each([
    ['at 2026-11-21T15:02:31.123Z, done', 'at <date>, done'],
    ['Sat, 21 Nov 2026 15:02:31 GMT', '<date>'],
    ['Sat Nov 21 2026 15:02:31 GMT+0000 (UTC)', '<date> (UTC)'],
    ['[21/Nov/2026:15:02:31 +0000] "GET /"', '[<date>] "GET /"'],
    ['it is 15:02:31 now', 'it is <time> now'],
    ['{"uptime":12.5,"pid":7,"name":"x"}', '{"uptime":<number>,"pid":<number>,"name":"x"}'],
    ['id 6f1e0c1a-3b5d-4f7e-9c2b-1a2b3c4d5e6f', 'id <id>'],
    ['session 9f86d081884c7d659a2feaa0c55ad015', 'session <id>'],
    ['build wVontavLRTsBLNvuVucOn', 'build <id>'],
    ['call getServerSidePropsOfThisPage', 'call getServerSidePropsOfThisPage'],
    ['<script src="/assets/index-Dk2xQ9aB.js">', '<script src="/assets/index-<hash>.js">'],
    ['<link href="/main.3f2a1b4c.chunk.css">', '<link href="/main.<hash>.chunk.css">'],
    ['/style.css?v=12345', '/style.css?v=<hash>'],
    [
      '<input type="hidden" name="_csrf" value="abc-1">',
      '<input type="hidden" name="_csrf" value=<token>>',
    ],
    ['<meta content="xyz" name="csrf-token">', '<meta content=<token> name="csrf-token">'],
    ['<script nonce="r4nd0m">', '<script nonce=<token>>'],
    ['took 12.3 ms', 'took <duration>'],
    ['at 1763737351123', 'at <date>'],
    ['peer 172.17.0.3:51234', 'peer <address>'],
  ])('%s', (text, expected) => {
    expect(normalizeText(text)).toBe(expected)
  })

  test('keeps what tells something', () => {
    for (const text of [
      'Cannot find module ./dist/main-component.js',
      'version 1.2.3 of react-dom-client-development',
      'status 404, 3000 users',
      '/assets/logo.svg',
    ])
      expect(normalizeText(text)).toBe(text)
  })

  test('takes no long time for long words', () => {
    const started = performance.now()
    normalizeText('a-'.repeat(200_000))
    normalizeText('aB1'.repeat(200_000))
    normalizeText('<input '.repeat(50_000))
    expect(performance.now() - started).toBeLessThan(3000)
  })

  test('without the words of its run', () => {
    expect(normalizeText('host 4f5c6d7e8f90 says', ['4f5c6d7e8f90'])).toBe('host <own> says')
  })

  test('as a path', () => {
    expect(normalizePath('/static/js/main.8d3f2a1b.js')).toBe('/static/js/main.<hash>.js')
  })
})

describe('what a page names', () => {
  const url = new URL('http://localhost:3000/docs/')

  test('of its own origin', () => {
    const html = `<!-- <a href="/old"> --><a href="/about?x=1&amp;y=2#top">A</a> <A HREF='page.html'>B</A> <a href=next>C</a>
      <a href="https://example.com/">out</a> <a href="mailto:x@example.com">mail</a> <a href="#here">here</a>
      <a href="/file.zip" download>zip</a> <a href="javascript:void(0)">js</a>
      <script type="module" src="/app.js"></script><link rel="stylesheet" href="../main.css"><link rel="icon" href="/i.ico">
      <img src="a.png"><img src="data:image/png;base64,AAAA"><a href="/about?x=1&y=2">again</a>`
    expect(readPageLinks(html, url)).toEqual({
      links: ['/about?x=1&y=2', '/docs/page.html', '/docs/next'],
      scripts: ['/app.js'],
      styles: ['/main.css'],
      images: ['/i.ico', '/docs/a.png'],
    })
  })

  test('below its base', () => {
    const html = '<base href="/app/"><script src="main.js"></script>'
    expect(readPageLinks(html, url).scripts).toEqual(['/app/main.js'])
  })

  test('is asked for: a few pages, and an asset of each kind', () => {
    const links = ['/', '/a', '/b', '/logout', '/c', '/d', '/e'].map(
      (to) => `<a href="${to}">x</a>`,
    )
    const html = `${links.join('')}<script src="/x-Dk2xQ9aB.js"></script><script src="/y.js"></script><img src="/z.png">`
    const first = firstQuestions([], '/health')
    expect(first.map(({ path }) => path)).toEqual(['/', '/health', nowhere])
    expect(pageQuestions(html, url, first).map(({ key }) => key)).toEqual([
      ...['/a', '/b', '/c', '/d', '/x-<hash>.js', '/z.png'],
    ])
  })

  test('is asked of the other by its own names', () => {
    const questions = pageQuestions('<script src="/x-Dk2xQ9aB.js"></script>', url, [])
    const html = '<script src="/x-B7fyt1qA.js"></script>'
    expect(questionsFor(questions, [{ html, url }])).toEqual([
      { key: '/x-<hash>.js', path: '/x-B7fyt1qA.js', from: 'page', role: 'scripts' },
    ])
    const other = '<script src="/static/main.js"></script>'
    expect(questionsFor(questions, [{ html: other, url }])[0]?.path).toBe('/static/main.js')
    expect(questionsFor(questions, [{ html: '', url }])[0]?.path).toBe('/x-Dk2xQ9aB.js')
  })

  test('is not asked where the user says what is', () => {
    expect(firstQuestions(['/api', '/api'], '/health')).toEqual([
      { key: '/api', path: '/api', from: 'user', role: undefined },
    ])
  })
})

describe('what a health check asks', () => {
  const env = new Map([['PORT', '8081']])

  test.each([
    ['CMD-SHELL', 'curl -f http://localhost:3000/health || exit 1', 3000, '/health'],
    ['CMD-SHELL', 'wget -qO- "http://127.0.0.1/ready?full=1"', 80, '/ready?full=1'],
    ['CMD-SHELL', 'curl -f http://localhost:${PORT:-3000}/ || exit 1', 8081, '/'],
    ['CMD-SHELL', 'curl -f http://localhost:$OTHER/x', undefined, '/x'],
    ['CMD-SHELL', 'curl -f http://localhost:${OTHER:-9000}', 9000, '/'],
    ['CMD', `node -e "fetch('http://localhost:3000/healthz').then(r => 0)"`, 3000, '/healthz'],
  ])('%s %s', (kind, command, port, path) => {
    expect(readHealthUrl([kind, command], env)).toEqual({ port, path })
  })

  test('is nothing, or nothing that is known', () => {
    expect(readHealthUrl([], env)).toBeUndefined()
    expect(readHealthUrl(['CMD', 'pg_isready'], env)).toBeUndefined()
    expect(readHealthUrl(['CMD-SHELL', 'curl http://other:80/'], env)).toBeUndefined()
    expect(readHealthUrl(['CMD-SHELL', 'curl http://localhost/$BASE/x'], env)).toBeUndefined()
  })
})

test('ports that are listened on, out of /proc/net/tcp and tcp6', () => {
  const row = (host: string, port: string, state: string) =>
    `   0: ${host}:${port} 00000000:0000 ${state} 00000000:00000000 00:00000000 00000000     0        0 1`
  const text = [
    '  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode',
    row('00000000', '0BB8', '0A'),
    row('0100007F', '0050', '0A'),
    row('0B00007F', '8D3B', '0A'),
    row('00000000', '1F90', '01'),
    '  sl  local_address                         remote_address st',
    `   1: ${'0'.repeat(32)}:01BB ${'0'.repeat(32)}:0000 0A 00000000:00000000 00:00000000`,
    `   2: ${'0'.repeat(24)}01000000:1F91 ${'0'.repeat(32)}:0000 0A 00000000:00000000 00:00000000`,
    `   3: 0000000000000000FFFF00000100007F:1F92 ${'0'.repeat(32)}:0000 0A 00000000:00000000`,
  ].join('\n')
  expect(readListeningPorts(text)).toEqual([443, 3000])
  expect(readListeningPorts('')).toBeUndefined()
})

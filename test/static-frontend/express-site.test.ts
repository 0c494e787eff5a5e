import { describe, expect, test } from 'vitest'
import { outcomeOf } from '../node/node-app.ts'

const file = `FROM node:20
WORKDIR /app
COPY package*.json ./
RUN npm install
COPY . .
EXPOSE 3000
CMD ["node", "server.js"]
`

const indexPage = "(q, r) => r.sendFile(path.join(__dirname, 'public/index.html'))"
const missingPage = "(q, r) => r.status(404).sendFile(path.join(__dirname, 'public/404.html'))"

/** The nginx.conf of a program that is made of these lines, as words; 'node' where it goes on as a program. */
function confOf(lines: readonly string[], express = '^4.19.2'): string {
  const head = [
    "const path = require('path')",
    "const express = require('express')",
    'const app = express()',
  ]
  const outcome = outcomeOf(file, {
    'package.json': JSON.stringify({ name: 'site', dependencies: { express } }),
    'server.js': [...head, ...lines, 'app.listen(3000)'].join('\n'),
    'index.html': '<h1>Above</h1>',
    'public/index.html': '<h1>Hello</h1>',
    'public/404.html': '<h1>Not here</h1>',
  })
  if (outcome.outcome !== 'migrated') return `${outcome.outcome}: ${outcome.code}`
  const conf = outcome.otherFiles.find(({ path }) => path.endsWith('nginx.conf'))
  return conf === undefined ? (outcome.ecosystem ?? '') : conf.after.replaceAll(/\s+/g, ' ')
}

describe('what is not there', () => {
  test.each([
    [`app.use(${missingPage})`],
    [`app.get('*', ${missingPage})`],
    [
      "app.use((q, r) => { r.status(404); return r.sendFile(path.join(__dirname, 'public/404.html')) })",
    ],
    ["app.use((q, r) => r.status(404).sendFile('404.html', { root: 'public' }))"],
  ])('stays missing with a page of its own: %s', (line) => {
    const conf = confOf(["app.use(express.static('public'))", line])
    expect(conf).toContain('error_page 404 /404.html;')
    expect(conf).toContain('try_files $uri $uri/ =404;')
  })

  test('is the application’s where its page has the status 200', () => {
    const lines = (call: string) => [
      "app.use(express.static('public'))",
      `app.get('*', (q, r) => r${call}.sendFile(path.join(__dirname, 'public/index.html')))`,
    ]
    expect(confOf(lines(''))).toContain('/index.html;')
    expect(confOf(lines('.status(200)'))).toBe(confOf(lines('')))
    expect(confOf(lines('.status(503)'))).toBe('node')
    expect(confOf(lines(".set('X-A', '1')"))).toBe('node')
  })

  test('of several pages the first one answers', () => {
    const conf = confOf([
      "app.use(express.static('public'))",
      `app.get('*', ${indexPage})`,
      `app.use(${missingPage})`,
    ])
    expect(conf).toContain('try_files $uri $uri/index.html /index.html;')
  })
})

describe('names that begin with a dot', () => {
  const shown = (options: string, express?: string) =>
    /location ~ (\S+) \{ (.*?;)/.exec(
      confOf([`app.use(express.static('public'${options}))`], express),
    )?.[0] ?? 'none'
  test('are hidden as the version hides them', () => {
    expect(shown('')).toBe('location ~ /\\.[^/]*$ { return 404;')
    expect(shown('', '^5.1.0')).toBe('location ~ /\\. { return 404;')
    expect(shown('', 'latest')).toBe('location ~ /\\. { return 404;')
  })
  test('are what the option says', () => {
    expect(shown(", { dotfiles: 'ignore' }")).toBe('location ~ /\\. { return 404;')
    expect(shown(", { dotfiles: 'deny' }")).toBe('location ~ /\\. { return 403;')
    expect(shown(", { dotfiles: 'allow' }")).toBe('none')
    expect(confOf(["app.use(express.static('public', { dotfiles: process.env.DOTS }))"])).toBe(
      'node',
    )
  })
  test('get the page of the application, too', () => {
    const conf = confOf(["app.use(express.static('public'))", `app.get('*', ${indexPage})`])
    expect(conf).toContain('location ~ /\\.[^/]*$ { rewrite ^ /index.html last; }')
  })
})

test.each([
  ['the program is served with it', ['app.use(express.static(__dirname))']],
  ['the program is served with it', ["app.use(express.static('.'))"]],
  [
    'its page is in no folder that is served',
    [
      "app.use('/assets', express.static('public'))",
      "app.get('/', (q, r) => r.sendFile(path.join(__dirname, 'index.html')))",
    ],
  ],
  [
    'its page is another one',
    [
      "app.use(express.static('public'))",
      "app.get('/', (q, r) => r.sendFile(path.join(__dirname, 'index.html')))",
    ],
  ],
  [
    'a page for every path stands above the files',
    [`app.get('*', ${indexPage})`, "app.use(express.static('public'))"],
  ],
  ['its folders have no index.html', ["app.use(express.static('public', { index: false }))"]],
  ['its index has another name', ["app.use(express.static('public', { index: 'home.html' }))"]],
])('stays a program: %s', (_, lines) => {
  expect(confOf(lines)).toBe('node')
})

import { describe, expect, test } from 'vitest'
import { outcomeOf } from '../node/node-app.ts'

const file = (start: string) => `FROM node:20
WORKDIR /app
COPY package*.json ./
RUN npm install
COPY . .
EXPOSE 5173
CMD [${start}]
`

/** What comes of a Vite project with these sources: the refusal, or what there is to review beyond what is always said. */
function said(
  sources: Readonly<Record<string, string>>,
  start = '"npx", "vite", "--host"',
): string {
  const outcome = outcomeOf(file(start), {
    'package.json': JSON.stringify({
      name: 'site',
      scripts: { build: 'vite build' },
      devDependencies: { vite: '^5.4.11' },
    }),
    'index.html': '<script type="module" src="/src/main.js"></script>',
    ...sources,
  })
  if (outcome.outcome !== 'migrated') return `${outcome.code}: ${outcome.reason}`
  const assumption = outcome.changes.map((change) => change.assumption ?? '').join('')
  return assumption.split('is what is meant to be served.')[1]?.trim() ?? ''
}

const main = (text: string) => said({ 'src/main.js': text })

describe('an address that hangs on the mode', () => {
  test.each([
    ["fetch(import.meta.env.DEV ? 'http://localhost:5000' : 'https://api.example.com')"],
    ["const api = process.env.NODE_ENV === 'production' ? '/api' : ''"],
    ["const api = import.meta.env.MODE !== 'production' ? `http://${host}:5000` : host"],
    ["const { PROD } = import.meta.env\nconst api = PROD ? '/api' : other"],
    ["const env = import.meta.env\nconst api = env.DEV ? 'http://a:1' : '/'"],
    ["const dev = !import.meta.env.PROD\nconst api = (dev && 'http://localhost:1') || '/'"],
    ["let api = '/'\nif (import.meta.env.DEV) api = 'localhost:5000'"],
    ["const api = () => { if (import.meta.env.DEV) return 'http://a:1'; return '' }"],
    ["switch (process.env.NODE_ENV) { case 'development': api = 'http://a:1' }"],
    [
      "const all = { development: { api: 'http://a:1' }, production: { api: '' } }\nexport default all[process.env.NODE_ENV]",
    ],
  ])('is refused with its line: %s', (text) => {
    expect(main(text)).toMatch(/^server-not-translated: .*src\/main\.js:\d/)
  })
  test('is found in components, and by a name of another file', () => {
    const page = '<template>\n<p>\'</p>\n</template>\n<script setup lang="ts">\n'
    expect(
      said({
        'src/mode.ts': 'export const isDev: boolean = import.meta.env.DEV',
        'src/App.vue': `${page}import { isDev } from './mode'\nconst api: string = isDev ? 'http://a:1' : ''\n</script>\n`,
      }),
    ).toContain('src/App.vue:6')
    expect(
      said({
        'src/lib/mode.ts': 'export const isDev = import.meta.env.DEV',
        'src/api.ts':
          "import { isDev } from '$lib/mode'\nexport const api = isDev ? 'http://a:1' : ''",
      }),
    ).toContain('src/api.ts:2')
  })
})

test.each([
  ["if (import.meta.env.DEV) console.log('http://localhost:5000')"],
  ["if (import.meta.env.PROD && x) { const url = new URL('http://a:1'); go(url) }"],
  ["const api = process.env.NODE_ENV === 'test' ? 'http://a:1' : '/api'"],
  ["const api = import.meta.env.VITE_API ?? 'http://a:1'"],
  ['const compose = import.meta.env.DEV ? withTools(a) : plain(a)'],
  ['const mode = import.meta.env.DEV ? "development" : "production"'],
  ["const api = isDev ? 'http://a:1' : ''"],
  ["import { isDev } from 'somewhere'\nconst api = isDev ? 'http://a:1' : ''"],
])('nothing is said of %s', (text) => {
  expect(main(text)).toBe('')
})

test('another value is named', () => {
  expect(main("const level = import.meta.env.DEV ? 'debug' : 'error'")).toContain('src/main.js:1')
})

test('a server in the mode of the build has the same values', () => {
  const sources = {
    'src/main.js': "const api = import.meta.env.MODE === 'production' ? '/api' : ''",
  }
  expect(said(sources, '"npx", "vite", "--mode", "production"')).toBe('')
  expect(said(sources)).toContain('server-not-translated')
})

test('without a folder src, the sources lie beside the configuration, which is none', () => {
  const text = "export const api = import.meta.env.DEV ? 'http://a:1' : ''"
  expect(said({ 'main.js': text, 'vite.config.js': '' })).toContain('main.js:1')
  expect(said({ 'main.js': '', 'playwright.config.js': text, 'public/a.js': text })).toBe('')
})

test('tests of the sources are no part of the site', () => {
  const text = "export const api = import.meta.env.DEV ? 'http://a:1' : ''"
  expect(said({ 'src/api.test.js': text, 'src/__mocks__/api.js': text })).toBe('')
})

test('a text that the configuration defines for one of the commands', () => {
  const config = (define: string) => ({
    'vite.config.js': `export default ({ command, mode }) => ({ define: { ${define} } })`,
  })
  expect(said(config("A: command === 'serve' ? '\"http://a:1\"' : '\"/api\"'"))).toMatch(
    /^server-not-translated: .*defines another A/,
  )
  expect(said(config("A: JSON.stringify(mode), B: command === 'serve', C: '\"c\"'"))).toBe('')
})

test.each<[start: string, script: string, code: string]>([
  ['"sh", "-c", "node api.js & npx vite --host"', '', 'static-site'],
  ['"sh", "-c", "node api.js && npx vite --host"', '', 'run-time-configuration'],
  ['"npm", "start"', 'node api.js & vite --host', 'static-site'],
  ['"npm", "start"', 'npm-run-all --parallel api site', 'static-site'],
  ['"npm", "start"', 'npm-run-all api site', 'run-time-configuration'],
])('a program beside the site is said to be one: %s %s', (start, script, code) => {
  const scripts = { build: 'vite build', start: script, api: 'node api.js', site: 'vite --host' }
  const devDependencies = { vite: '^5.4.11', 'npm-run-all': '^4.1.5' }
  const sources = {
    'api.js': '',
    'package.json': JSON.stringify({ name: 'site', scripts, devDependencies }),
  }
  expect(said(sources, start)).toContain(`${code}: `)
})

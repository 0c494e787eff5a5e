import { describe, expect, test } from 'vitest'
import { buildOf, folderOfBuild, serverOf } from './tool-project.ts'

const manifest = JSON.stringify({ devDependencies: { vite: '^5.4.0' } })
const withConfig = (text: string, more: Readonly<Record<string, string>> = {}) => ({
  'package.json': manifest,
  'vite.config.ts': text,
  ...more,
})
const proxy = (entries: string, head = '') =>
  serverOf('vite', withConfig(`${head}export default { server: { proxy: {${entries}} } }`))

describe('vite build', () => {
  test.each([
    ['vite build', '', '/app/dist'],
    ['vite build --outDir www', '', '/app/www'],
    ['vite build', `build: { outDir: 'build' }`, '/app/build'],
    ['vite build', `build: { outDir: path.resolve(__dirname, '../out') }`, '/out'],
    ['vite build', `root: 'src', build: { outDir: '../dist' }`, '/app/dist'],
    ['vite build web', '', '/app/web/dist'],
    ['vite build', `build: { outDir: pick() }`, '? vite.config.ts computes build.outDir'],
    ['vite build', `build: { lib: { entry: 'src/index.ts' } }`, '? vite.config.ts has build.lib'],
    ['vite build --ssr src/server.ts', '', '? vite builds a server'],
  ])('%s with {%s} writes %s', (line, option, folder) => {
    const config = `import path from 'node:path'\nimport { defineConfig } from 'vite'\nexport default defineConfig({ ${option} })`
    expect(folderOfBuild(line, withConfig(config))).toBe(folder)
  })

  test('a configuration by function, command and mode is read for the build', () => {
    const config = `import { defineConfig, loadEnv } from 'vite'
export default defineConfig(({ command, mode }) => {
  const env = loadEnv(mode, process.cwd(), '')
  if (command === 'serve') return { build: { outDir: 'never' } }
  const config = { base: mode === 'production' ? '/shop/' : '/' }
  config.build = { outDir: env.OUT }
  return config
})`
    expect(folderOfBuild('vite build', withConfig(config, { '.env': 'OUT=www' }))).toBe('/app/www')
  })

  test('names have hashes in assets, unless the project has files there or names its own', () => {
    const hashed = (more: Readonly<Record<string, string>>, option = '') => {
      const site = buildOf('vite build', withConfig(`export default { ${option} }`, more))
      return site?.kind === 'site' ? site.hashed : site
    }
    expect(hashed({})).toEqual({ kind: 'folder', path: '/assets/' })
    expect(hashed({}, `build: { assetsDir: 'static' }`)).toEqual({
      kind: 'folder',
      path: '/static/',
    })
    expect(hashed({ 'public/assets/logo.png': '' })).toBeUndefined()
    expect(
      hashed({}, `build: { rollupOptions: { output: { entryFileNames: 'app.js' } } }`),
    ).toBeUndefined()
  })
})

describe('vite', () => {
  test('port, base and the application that has every path', () => {
    expect(
      serverOf('vite --port 3000', withConfig(`export default { base: '/app/' }`)),
    ).toMatchObject({
      kind: 'server',
      label: 'vite',
      port: 3000,
      basePath: '/app/',
      fallback: { kind: 'page', page: '/app/index.html' },
    })
    expect(
      serverOf('vite dev', withConfig('export default { server: { port: 8080 } }')),
    ).toMatchObject({
      label: 'vite dev',
      port: 8080,
    })
    expect(
      serverOf('vite', { 'package.json': '{"devDependencies":{"vite":"^2.9.0"}}' }),
    ).toMatchObject({
      port: 3000,
    })
    expect(
      serverOf(
        'vite',
        withConfig('export default { server: { port: Number(process.env.PORT) || 5000 } }'),
        'ENV PORT=4000\n',
      ),
    ).toMatchObject({ port: 4000 })
  })

  test('proxies', () => {
    const server = proxy(`
      '/api': 'http://backend:5000/',
      '^/auth/.*': { target: 'http://auth:80', changeOrigin: true, rewrite: (path) => path.replace(/^\\/auth/, '') },
      '/ws': { target: 'ws://backend:5000', ws: true, configure: (proxy) => { proxy.on('error', (error) => console.log(error)) } },
    `)
    expect(server).toMatchObject({
      kind: 'server',
      proxies: [
        {
          path: '/api',
          matches: 'characters',
          target: 'http://backend:5000',
          changesOrigin: true,
          websocket: false,
          rewrite: undefined,
        },
        {
          path: '/auth/',
          target: 'http://auth:80',
          changesOrigin: true,
          rewrite: { from: '/auth', to: '' },
        },
        { path: '/ws', target: 'http://backend:5000', changesOrigin: false, websocket: true },
      ],
    })
  })

  test.each([
    [
      `'/api': { target: process.env.API || 'http://backend:5000' }`,
      'takes its target from API when the container starts',
    ],
    [`'/api': { target: 'http://b', bypass: (req) => req.url }`, 'has the option bypass'],
    [
      `'/api': { target: 'http://b', rewrite: (path) => path.toUpperCase() }`,
      'rewrites paths by more than their beginning',
    ],
    [
      `'/api': { target: 'http://b', configure: (p) => p.on('proxyReq', (r) => r.setHeader('a', 'b')) }`,
      'has the option configure',
    ],
    [`'^/(api|auth)': 'http://b'`, 'is a pattern'],
  ])('a proxy {%s} %s', (entry, why) => {
    expect(proxy(entry)).toMatchObject({ kind: 'unreadable', cause: 'proxy' })
    expect(JSON.stringify(proxy(entry))).toContain(why)
  })

  test('a target of a .env file that is in the image', () => {
    const config = `import { loadEnv } from 'vite'
export default ({ mode }) => { const env = loadEnv(mode, '.'); return { server: { proxy: { '/api': env.TARGET } } } }`
    const files = withConfig(config, { '.env': 'TARGET="http://backend:5000"' })
    expect(serverOf('vite', files)).toMatchObject({ proxies: [{ target: 'http://backend:5000' }] })
    const compose =
      'services:\n  web:\n    build: .\n    environment:\n      TARGET: http://other\n'
    expect(serverOf('vite', { ...files, 'compose.yml': compose })).toMatchObject({ cause: 'proxy' })
  })

  test.each([
    ['tls', `server: { https: true }`],
    ['tls', `plugins: [basicSsl()]`],
    ['other', `plugins: [viteMockServe()]`],
    ['other', `plugins: [{ name: 'x', configureServer(server) {} }]`],
    ['other', `base: process.env.NODE_ENV === 'production' ? '/x/' : '/'`],
  ])('%s stands in the way: { %s }', (cause, option) => {
    const config = `import basicSsl from '@vitejs/plugin-basic-ssl'
import { viteMockServe } from 'vite-plugin-mock'
export default { ${option} }`
    expect(serverOf('vite', withConfig(config))).toMatchObject({ kind: 'unreadable', cause })
  })

  test('variables that only the development server has', () => {
    const files = withConfig('export default {}', {
      '.env.development': 'VITE_API=http://localhost',
    })
    expect(serverOf('vite', files)).toMatchObject({
      why: '.env.development sets VITE_API for the development server, and a build would not have it',
    })
    expect(
      serverOf('vite', { ...files, '.env.production': 'VITE_API=http://localhost' }),
    ).toMatchObject({ kind: 'server' })
  })

  test('vite preview', () => {
    expect(
      serverOf(
        'vite preview --host',
        withConfig(
          `export default { server: { proxy: { '/api': 'http://b' } }, build: { outDir: 'build' } }`,
        ),
      ),
    ).toMatchObject({
      label: 'vite preview',
      port: 4173,
      folder: '/app/build',
      proxies: [{ path: '/api' }],
    })
  })
})

import { describe, expect, test } from 'vitest'
import { buildOf, folderOfBuild, serverOf } from './tool-project.ts'

/** A package.json with these packages. */
const packages = (versions: Readonly<Record<string, string>>) => ({
  'package.json': JSON.stringify({ devDependencies: versions }),
})

describe('where a build goes', () => {
  test.each<[string, Readonly<Record<string, string>>, string | undefined]>([
    ['react-scripts build', {}, '/app/build'],
    ['BUILD_PATH=out react-scripts build', {}, '/app/out'],
    ['cross-env BUILD_PATH=./www craco build', {}, '/app/www'],
    ['react-scripts build', { '.env': 'BUILD_PATH=dist' }, '/app/dist'],
    [
      'craco build',
      {
        'craco.config.js':
          'module.exports = { webpack: { configure: (c, { paths }) => { paths.appBuild = x } } }',
      },
      '? craco.config.js changes where the build goes',
    ],
    ['vue-cli-service build', {}, '/app/dist'],
    ['vue-cli-service build --dest www', {}, '/app/www'],
    [
      'vue-cli-service build',
      {
        'vue.config.js': `const { defineConfig } = require('@vue/cli-service')\nmodule.exports = defineConfig({ outputDir: '../server/public' })`,
      },
      '/server/public',
    ],
    ['vue-cli-service build --target lib', {}, '? vue-cli-service builds a lib'],
    [
      'vite build',
      packages({ '@sveltejs/kit': '2', '@sveltejs/adapter-static': '3' }),
      '? svelte.config names no adapter for a site of files',
    ],
    [
      'vite build',
      {
        ...packages({ '@sveltejs/kit': '2' }),
        'svelte.config.js': `import adapter from '@sveltejs/adapter-static'\nexport default { kit: { adapter: adapter({ pages: 'site' }) } }`,
      },
      '/app/site',
    ],
    [
      'vite build',
      {
        ...packages({ '@sveltejs/kit': '2' }),
        'svelte.config.js': `import adapter from '@sveltejs/adapter-node'\nexport default { kit: { adapter: adapter() } }`,
      },
      '? the adapter of svelte.config builds no site of files',
    ],
    ['astro build', {}, '/app/dist'],
    ['astro build', { 'astro.config.mjs': `export default { outDir: './www' }` }, '/app/www'],
    [
      'astro build',
      {
        'astro.config.mjs': `import node from '@astrojs/node'\nexport default { adapter: node({ mode: 'standalone' }) }`,
      },
      '? Astro builds a server (`adapter` in its configuration)',
    ],
    ['gatsby build', {}, '/app/public'],
    [
      'next build',
      { 'next.config.mjs': `const nextConfig = { output: 'export' }\nexport default nextConfig` },
      '/app/out',
    ],
    [
      'next build',
      {
        'next.config.js': `const withPWA = require('next-pwa')({ dest: 'public' })\nmodule.exports = withPWA(require('x')({ y: 1 })({ output: 'export' }))`,
      },
      '? next builds a server, not an export',
    ],
    [
      'next build',
      {
        'next.config.js': `const withMDX = require('@next/mdx')()\nconst { withPlausible } = require('p')\nmodule.exports = withPlausible({ a: 1 })(withMDX({ output: 'export' }))`,
      },
      '/app/out',
    ],
    ['next build', {}, '? next builds a server, not an export'],
    ['next export', {}, '/app/out'],
    ['next export -o www', {}, '/app/www'],
    ['nuxt generate', packages({ nuxt: '^2.15.0' }), '/app/dist'],
    ['nuxt generate', packages({ nuxt: '^3.0.0' }), '/app/.output/public'],
    [
      'nuxi generate',
      {
        ...packages({ nuxt: '2.14.0' }),
        'nuxt.config.js': `export default { generate: { dir: 'www' } }`,
      },
      '/app/www',
    ],
    ['nuxt build', {}, undefined],
    ['ember build --environment=production', {}, '/app/dist'],
    ['ember build -prod -o www', {}, '/app/www'],
    ['preact build', {}, '/app/build'],
    ['parcel build src/index.html', {}, '/app/dist'],
    ['parcel build src/index.html --out-dir www', {}, '/app/www'],
    [
      'parcel build',
      { 'package.json': '{"source":"src/index.html","targets":{"default":{"distDir":"./www"}}}' },
      '? package.json names folders for targets of Parcel',
    ],
    ['docusaurus build', {}, '/app/build'],
    ['docusaurus build --out-dir ../www', {}, '/www'],
    ['vitepress build docs', {}, '/app/docs/.vitepress/dist'],
    [
      'vitepress build docs',
      {
        'docs/.vitepress/config.ts': `import { defineConfig } from 'vitepress'\nexport default defineConfig({ outDir: '../public' })`,
      },
      '/app/public',
    ],
    ['vuepress build docs', {}, '/app/docs/.vuepress/dist'],
    ['vuepress build docs --dest www', {}, '/app/www'],
    ['eleventy', {}, '/app/_site'],
    ['eleventy --input=src --output=www', {}, '/app/www'],
    [
      'eleventy',
      {
        '.eleventy.js': `module.exports = function (eleventyConfig) { eleventyConfig.addPassthroughCopy('css'); return { dir: { input: 'src', output: 'dist' } } }`,
      },
      '/app/dist',
    ],
    ['build-storybook -o site', {}, '/app/site'],
    ['storybook build', {}, '/app/storybook-static'],
    ['rsbuild build', {}, '/app/dist'],
    ['hexo generate', {}, '/app/public'],
    [
      'webpack --mode production',
      {
        'webpack.config.js': `const path = require('path')\nconst HtmlWebpackPlugin = require('html-webpack-plugin')\nmodule.exports = { output: { path: path.resolve(__dirname, 'public') }, plugins: [new HtmlWebpackPlugin({ template: 'src/index.html' })] }`,
      },
      '/app/public',
    ],
    [
      'webpack',
      {
        'public/index.html': '',
        'webpack.config.js': `module.exports = { output: { path: __dirname + '/public/js' } }`,
      },
      '/app/public',
    ],
    ['webpack', { 'webpack.config.js': 'module.exports = {}' }, undefined],
    [
      'webpack --config webpack.prod.js',
      {
        'webpack.common.js': `const HtmlWebpackPlugin = require('html-webpack-plugin')\nmodule.exports = { plugins: [new HtmlWebpackPlugin()], output: { path: '/app/www' } }`,
        'webpack.prod.js': `const { merge } = require('webpack-merge')\nmodule.exports = merge(require('./webpack.common.js'), { mode: 'production' })`,
      },
      '/app/www',
    ],
    [
      'rollup -c',
      {
        'public/index.html': '',
        'rollup.config.js': `export default { input: 'src/main.js', output: { format: 'iife', file: 'public/build/bundle.js' } }`,
      },
      '/app/public',
    ],
    [
      'rollup -c',
      { 'rollup.config.js': `export default { output: { file: 'dist/lib.js' } }` },
      undefined,
    ],
    ['esbuild src/app.js --bundle --outfile=www/app.js', { 'www/index.html': '' }, '/app/www'],
  ])('%s %j => %s', (line, files, folder) => {
    expect(folderOfBuild(line, files)).toBe(folder)
  })

  test('Nuxt 3 leaves a link, and pages of its own for what is missing', () => {
    expect(buildOf('nuxt generate', packages({ nuxt: '3' }))).toMatchObject({
      links: ['/app/dist'],
      notFoundPage: '/404.html',
      hashed: { kind: 'folder', path: '/_nuxt/' },
    })
  })
})

describe('what a server answers', () => {
  test.each<[string, Readonly<Record<string, string>>, object]>([
    [
      'react-scripts start',
      {},
      {
        port: 3000,
        label: 'react-scripts start',
        basePath: '/',
        fallback: { kind: 'page', page: '/index.html', forFiles: true },
      },
    ],
    ['PORT=8082 react-scripts start', {}, { port: 8082 }],
    ['HTTPS=true react-scripts start', {}, { cause: 'tls' }],
    [
      'react-scripts start',
      {
        'package.json':
          '{"homepage":"https://example.org/shop","dependencies":{"react-scripts":"5.0.1"}}',
      },
      { basePath: '/shop/', fallback: { page: '/shop/index.html' } },
    ],
    [
      'react-scripts start',
      {
        'package.json':
          '{"homepage":"https://example.org/shop","dependencies":{"react-scripts":"3.4.1"}}',
      },
      {
        cause: 'other',
        why: 'the build is made for /shop/, and the development server answers at /',
      },
    ],
    [
      'react-scripts start',
      { 'package.json': '{"homepage":".","dependencies":{"react-router-dom":"6"}}' },
      { cause: 'other' },
    ],
    [
      'react-scripts start',
      { 'package.json': '{"proxy":"http://backend:3000"}' },
      {
        proxies: [
          {
            matches: 'no-page',
            target: 'http://backend:3000',
            changesOrigin: true,
            websocket: true,
            verifiesTls: false,
          },
        ],
      },
    ],
    [
      'craco start',
      { 'craco.config.js': 'module.exports = { devServer: { port: 1 } }' },
      { cause: 'other' },
    ],
    [
      'craco start',
      { 'craco.config.js': 'module.exports = { webpack: { alias: {} } }' },
      { kind: 'server' },
    ],
    ['vue-cli-service serve', {}, { port: 8080 }],
    [
      'vue-cli-service serve --port 80',
      { 'vue.config.js': 'module.exports = { devServer: { port: 1 } }' },
      { port: 80 },
    ],
    [
      'vue-cli-service serve',
      { 'vue.config.js': `module.exports = { devServer: { proxy: 'http://backend:5000' } }` },
      { proxies: [{ matches: 'no-page', target: 'http://backend:5000' }] },
    ],
    [
      'vue-cli-service serve',
      {
        'vue.config.js': `module.exports = { devServer: { proxy: { '^/api': { target: 'http://b', pathRewrite: { '^/api': '/v1' } } } } }`,
      },
      { proxies: [{ path: '/api', rewrite: { from: '/api', to: '/v1' }, changesOrigin: true }] },
    ],
    [
      'vue-cli-service serve',
      {
        'vue.config.js': `module.exports = { publicPath: process.env.NODE_ENV === 'production' ? '/x/' : '/' }`,
      },
      { cause: 'other' },
    ],
    [
      'vue-cli-service serve',
      { 'vue.config.js': `module.exports = { pages: { a: 'a.js', b: 'b.js' } }` },
      { cause: 'other' },
    ],
    ['gatsby develop -H 0.0.0.0', {}, { port: 8000 }],
    [
      'gatsby serve -p 3000',
      {},
      { port: 3000, folder: '/app/public', fallback: { kind: 'not-found', page: '/404.html' } },
    ],
    ['gatsby serve', { 'src/pages/app/[...].js': '' }, { cause: 'other' }],
    [
      'gatsby develop',
      { 'gatsby-config.js': `module.exports = { proxy: { prefix: '/api', url: 'http://b:1' } }` },
      { proxies: [{ path: '/api', matches: 'segments', target: 'http://b:1' }] },
    ],
    ['astro dev', packages({ astro: '^4.0.0' }), { port: 4321 }],
    ['astro preview --port 80', {}, { port: 80, folder: '/app/dist' }],
    [
      'vite dev',
      {
        ...packages({ '@sveltejs/kit': '2' }),
        'svelte.config.js': `import adapter from '@sveltejs/adapter-static'\nexport default { kit: { adapter: adapter({ fallback: '200.html' }), paths: { base: '/docs' } } }`,
      },
      { port: 5173, basePath: '/docs/', fallback: { kind: 'page', page: '/docs/200.html' } },
    ],
    [
      'vite dev',
      {
        ...packages({ '@sveltejs/kit': '2' }),
        'svelte.config.js': `import adapter from '@sveltejs/adapter-static'\nexport default { kit: { adapter: adapter() } }`,
        'src/routes/api/+server.js': '',
      },
      { cause: 'other', why: 'src/routes/api/+server.js answers requests' },
    ],
    [
      'docusaurus start --host 0.0.0.0',
      { 'docusaurus.config.js': `module.exports = { baseUrl: '/docs/' }` },
      { port: 3000, basePath: '/docs/' },
    ],
    ['docusaurus serve --port 80', {}, { port: 80, folder: '/app/build' }],
    ['vitepress dev docs', {}, { port: 5173, cleanUrls: true }],
    ['vitepress preview docs', {}, { port: 4173, folder: '/app/docs/.vitepress/dist' }],
    ['eleventy --serve --port=9000', {}, { port: 9000 }],
    ['start-storybook -p 9001 -s public', {}, { port: 9001 }],
    ['start-storybook', {}, { cause: 'port' }],
    ['storybook dev', {}, { port: 6006 }],
    ['preact watch', {}, { port: 8080, fallback: { kind: 'page' } }],
    ['parcel src/index.html -p 3000', packages({ parcel: '^2.0.0' }), { port: 3000 }],
    [
      'parcel index.html',
      {
        ...packages({ parcel: '^2.0.0' }),
        '.proxyrc': '{ "/api": { "target": "http://b:1/", "pathRewrite": { "^/api": "" } } }',
      },
      {
        port: 1234,
        proxies: [{ path: '/api', target: 'http://b:1', rewrite: { from: '/api', to: '' } }],
      },
    ],
    [
      'webpack serve --port 3000',
      {},
      { port: 3000, fallback: { kind: 'not-found', page: undefined } },
    ],
    [
      'webpack serve',
      {
        'webpack.config.js': `module.exports = (env) => ({ devServer: { historyApiFallback: true, proxy: [{ context: ['/api', '/auth'], target: 'http://b:1', changeOrigin: true }] } })`,
      },
      {
        fallback: { kind: 'page', forFiles: false },
        proxies: [{ path: '/api', changesOrigin: true }, { path: '/auth' }],
      },
    ],
    [
      'webpack-dev-server',
      { 'public/logo.png': '' },
      { cause: 'other', why: 'it serves files of public, which the build does not copy' },
    ],
  ])('%s %j', (line, files, answer) => {
    expect(serverOf(line, files)).toMatchObject(answer)
  })
})

describe('src/setupProxy.js', () => {
  const setUp = (text: string, range = '^2.0.6') =>
    serverOf('react-scripts start', {
      ...packages({ 'react-scripts': '5.0.1', 'http-proxy-middleware': range }),
      'src/setupProxy.js': text,
    })
  const text = `const { createProxyMiddleware } = require('http-proxy-middleware')
module.exports = function (app) {
  app.use('/api', createProxyMiddleware({ target: 'http://backend:5000', changeOrigin: true }))
}`

  test('paths stay as they are, until version 3 takes off what is named', () => {
    expect(setUp(text)).toMatchObject({
      proxies: [
        {
          path: '/api',
          matches: 'segments',
          target: 'http://backend:5000',
          changesOrigin: true,
          rewrite: undefined,
        },
      ],
    })
    expect(setUp(text, '^3.0.0')).toMatchObject({
      proxies: [{ rewrite: { from: '/api', to: '' } }],
    })
  })

  test('the older form, several of them, and one behind the other', () => {
    expect(
      setUp(`const proxy = require('http-proxy-middleware')
const target = 'http://backend:5000'
module.exports = app => {
  app.use(proxy('/auth', { target }))
  app.use(['/a', '/b'], proxy({ target })).use(proxy(['/c/**'], { target, ws: true }))
}`),
    ).toMatchObject({
      proxies: [
        { path: '/auth', matches: 'characters' },
        { path: '/a' },
        { path: '/b' },
        { path: '/c', matches: 'segments', websocket: true },
      ],
    })
  })

  test.each([
    ['', "src/setupProxy.js can't be read"],
    [
      text.replace('app.use(', `app.get('/x', (req, res) => res.send('x'))\n  app.use(`),
      'src/setupProxy.js does more than hand paths on',
    ],
    [
      text.replace(
        'app.use(',
        `if (process.env.MOCK) return app.use(mock)\n  for (const x of []) app.use(`,
      ),
      'src/setupProxy.js does more than hand paths on',
    ],
    [
      text.replace(`'http://backend:5000'`, 'process.env.API'),
      'its proxy "/api" takes its target from API when the container starts',
    ],
    [text.replace(`app.use('/api', `, 'app.use('), 'src/setupProxy.js hands all paths on'],
  ])('%#', (source, why) => {
    expect(setUp(source)).toMatchObject({ kind: 'unreadable', cause: 'proxy', why })
  })
})

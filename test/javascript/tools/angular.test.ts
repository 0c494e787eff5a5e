import { describe, expect, test } from 'vitest'
import { buildOf, folderOfBuild, serverOf } from './tool-project.ts'

type Json = Readonly<Record<string, unknown>>

/** A workspace with a project for each name. */
const workspace = (projects: Readonly<Record<string, Json>>, more: Json = {}) => ({
  'package.json': '{"scripts":{"build":"ng build"}}',
  'angular.json': JSON.stringify({ version: 1, projects, ...more }, null, 2),
})
const project = (build: Json, serve: Json = {}): Json => ({
  architect: {
    build: { builder: '@angular-devkit/build-angular:browser', ...build },
    serve: { builder: '@angular-devkit/build-angular:dev-server', ...serve },
  },
})
const application = '@angular/build:application'
const browser = '@angular-devkit/build-angular:browser'

describe('ng build', () => {
  test.each<[string, Json, string]>([
    ['ng build', { options: { outputPath: 'dist/shop' } }, '/app/dist/shop'],
    ['ng build', { builder: browser, options: {} }, '? angular.json names no outputPath'],
    [
      'ng build',
      { builder: application, options: { outputPath: 'dist/shop' } },
      '/app/dist/shop/browser',
    ],
    ['ng build', { builder: application }, '/app/dist/shop/browser'],
    [
      'ng build',
      { builder: application, options: { outputPath: { base: 'www', browser: '' } } },
      '/app/www',
    ],
    [
      'ng build',
      { builder: application, options: { outputPath: { base: 'www' } } },
      '/app/www/browser',
    ],
    ['ng build --output-path=out', { builder: application }, '/app/out/browser'],
    [
      'ng build -c staging',
      { options: { outputPath: 'a' }, configurations: { staging: { outputPath: 'b' } } },
      '/app/b',
    ],
    [
      'ng build --prod',
      { options: { outputPath: 'a' }, configurations: { production: { outputPath: 'p' } } },
      '/app/p',
    ],
    [
      'ng build',
      {
        options: { outputPath: 'a' },
        defaultConfiguration: 'production',
        configurations: { production: { outputPath: 'p' } },
      },
      '/app/p',
    ],
    [
      'ng build -c none',
      { options: { outputPath: 'a' } },
      '? angular.json has no configuration "none" of "shop"',
    ],
    [
      'ng build',
      { builder: '@custom/thing:build' },
      '? what the builder @custom/thing:build of angular.json writes is not known',
    ],
    [
      'ng build',
      { builder: application, options: { ssr: { entry: 'server.ts' } } },
      '? angular.json builds a server that renders the pages',
    ],
    [
      'ng build',
      { builder: application, options: { ssr: true, outputMode: 'static' } },
      '/app/dist/shop/browser',
    ],
    [
      'ng build',
      { options: { outputPath: 'a', localize: true } },
      '? angular.json builds a folder for each language',
    ],
  ])('%s of %j => %s', (line, build, folder) => {
    expect(folderOfBuild(line, workspace({ shop: project(build) }))).toBe(folder)
  })

  test('several projects', () => {
    const files = workspace({
      shop: project({ options: { outputPath: 'dist/shop' } }),
      admin: project({ options: { outputPath: 'dist/admin' } }),
      'shop-e2e': { architect: { e2e: {} } },
    })
    expect(folderOfBuild('ng build admin', files)).toBe('/app/dist/admin')
    expect(folderOfBuild('ng build --project=admin', files)).toBe('/app/dist/admin')
    expect(folderOfBuild('ng build', files)).toBe(
      '? angular.json has several projects, and the command names none',
    )
    expect(
      folderOfBuild('ng build', {
        ...files,
        'angular.json': files['angular.json'].replace('{', '{ "defaultProject": "shop",'),
      }),
    ).toBe('/app/dist/shop')
  })

  test('.angular-cli.json of older versions', () => {
    const files = { '.angular-cli.json': '{"apps":[{"root":"src","outDir":"www"}]}' }
    expect(folderOfBuild('ng build --prod', files)).toBe('/app/www')
  })

  test('names with hashes, by the builder', () => {
    const hashed = (builder: string) => {
      const site = buildOf(
        'ng build',
        workspace({
          shop: project({ builder, options: { outputPath: 'd', outputHashing: 'all' } }),
        }),
      )
      return site?.kind === 'site' && site.hashed?.kind === 'pattern'
        ? new RegExp(site.hashed.pattern)
        : /^$/
    }
    expect('main.3f8e1a2b4c5d6e7f.js').toMatch(hashed(browser))
    expect('chunk-5ABCD2EF.js').toMatch(hashed(application))
    expect('styles.css').not.toMatch(hashed(browser))
  })
})

describe('ng serve', () => {
  const options = { outputPath: 'dist/shop' }
  const shop = (serve: Json = {}, build: Json = {}) =>
    workspace({ shop: project({ options, ...build }, serve) })

  test.each<[string, Readonly<Record<string, string>>, object]>([
    [
      'ng serve --host 0.0.0.0',
      shop(),
      {
        port: 4200,
        basePath: '/',
        fallback: { kind: 'page', page: '/index.html', forFiles: false },
      },
    ],
    ['ng serve --port 80', shop(), { port: 80 }],
    ['ng serve', shop({ options: { port: 8080 } }), { port: 8080 }],
    ['ng serve --ssl', shop(), { cause: 'tls' }],
    [
      'ng serve',
      shop(
        { options: { browserTarget: 'shop:build' } },
        { options: { ...options, baseHref: '/shop/' } },
      ),
      { basePath: '/shop/' },
    ],
    [
      'ng serve',
      shop(
        {},
        {
          options,
          defaultConfiguration: 'production',
          configurations: { production: { baseHref: '/shop/' } },
        },
      ),
      { basePath: '/shop/' },
    ],
    [
      'ng serve',
      shop(
        {
          defaultConfiguration: 'development',
          configurations: { development: { browserTarget: 'shop:build:development' } },
        },
        {
          options,
          defaultConfiguration: 'production',
          configurations: { development: {}, production: { baseHref: '/shop/' } },
        },
      ),
      {
        cause: 'other',
        why: 'the build is made for /shop/, and the development server answers at /',
      },
    ],
    [
      'ng serve --proxy-config proxy.conf.json',
      {
        ...shop(),
        'proxy.conf.json':
          '{ "/api": { "target": "http://backend:3000", "secure": false, "logLevel": "debug", "pathRewrite": { "^/api": "" } } }',
      },
      {
        proxies: [
          {
            path: '/api',
            matches: 'characters',
            target: 'http://backend:3000',
            changesOrigin: false,
            verifiesTls: false,
            rewrite: { from: '/api', to: '' },
          },
        ],
      },
    ],
    [
      'ng serve',
      {
        ...shop({ options: { proxyConfig: 'src/proxy.conf.js' } }),
        'src/proxy.conf.js': `const PROXY_CONFIG = [{ context: ['/api', '/ws/**'], target: 'http://backend:3000', ws: true }]\nmodule.exports = PROXY_CONFIG`,
      },
      { proxies: [{ path: '/api' }, { path: '/ws', matches: 'segments', websocket: true }] },
    ],
    ['ng serve --proxy-config missing.json', shop(), { cause: 'proxy' }],
  ])('%s %#', (line, files, answer) => {
    expect(serverOf(line, files)).toMatchObject(answer)
  })

  test('an environment file that gives the server another address than the build', () => {
    const files = (prod: string) => ({
      ...shop(
        {},
        {
          options,
          configurations: {
            production: {
              fileReplacements: [
                {
                  replace: 'src/environments/environment.ts',
                  with: 'src/environments/environment.prod.ts',
                },
              ],
            },
          },
        },
      ),
      'package.json': '{"scripts":{"build":"ng build --prod"}}',
      'src/environments/environment.ts': `export const environment = { production: false, apiUrl: 'http://localhost:3000' }`,
      'src/environments/environment.prod.ts': prod,
    })
    expect(
      serverOf(
        'ng serve',
        files(`export const environment = { production: true, apiUrl: '/api' }`),
      ),
    ).toMatchObject({
      cause: 'other',
      why: 'src/environments/environment.ts gives it another apiUrl than src/environments/environment.prod.ts gives the build',
    })
    expect(
      serverOf(
        'ng serve',
        files(`export const environment = { production: true, apiUrl: 'http://localhost:3000' }`),
      ),
    ).toMatchObject({ kind: 'server' })
  })
})

describe('nx', () => {
  const files = {
    'nx.json': '{}',
    'apps/shop/project.json': JSON.stringify({
      name: 'shop',
      targets: {
        build: {
          executor: '@nx/angular:application',
          options: { outputPath: 'dist/apps/shop' },
          configurations: { staging: { outputPath: 'dist/staging' } },
        },
        serve: { executor: '@nx/angular:dev-server', options: { port: 4300 } },
      },
    }),
    'apps/web/project.json': JSON.stringify({
      targets: { build: { executor: '@nx/vite:build', options: { outputPath: 'dist/apps/web' } } },
    }),
    'apps/web/vite.config.ts': 'export default {}',
    'apps/api/project.json': JSON.stringify({
      name: 'api',
      targets: { build: { executor: '@nx/webpack:webpack', options: { outputPath: 'dist/api' } } },
    }),
  }

  test.each([
    ['nx build shop', '/app/dist/apps/shop/browser'],
    ['nx run shop:build:staging', '/app/dist/staging/browser'],
    ['nx build shop --configuration=staging', '/app/dist/staging/browser'],
    ['nx build web', '/app/dist/apps/web'],
    ['nx build api', '? what the executor @nx/webpack:webpack of "api" writes is not known'],
    ['nx build', '? project.json has several projects, and the command names none'],
  ])('%s => %s', (line, folder) => {
    expect(folderOfBuild(line, files)).toBe(folder)
  })

  test('nx serve of Angular', () => {
    expect(serverOf('nx serve shop', files)).toMatchObject({ label: 'nx serve', port: 4300 })
  })
})

import { describe, expect, test } from 'vitest'
import type { Files } from '../../memory-project.ts'
import { appOf, manifest } from '../../node/node-app.ts'

/** What the lines of a Dockerfile leave: its folders, or `?` with the reason why they can't be told. */
function made(lines: string, files: Files): readonly string[] | string {
  const app = appOf(
    `FROM node:20\nWORKDIR /app\nCOPY . .\nRUN npm ci\n${lines}\nCMD ["node", "server.js"]\n`,
    { 'package.json': manifest(), 'server.js': 'x', ...files },
  )
  return app.unknownOutput === undefined
    ? app.made.map(({ path }) => path)
    : `? ${app.unknownOutput}`
}

const json = (value: object) => JSON.stringify(value)
const byMode = (mode: string) =>
  `export default defineConfig(({ mode }) => ({ build: { outDir: ${mode} ? 'public-build' : 'preview-build' } }))`
const byVariable = (name: string) =>
  `module.exports = { output: { path: process.env.${name} === 'production' ? '/app/live' : '/app/preview' } }`

describe('conditions of a configuration are decided by what the build is told', () => {
  const vite = { 'vite.config.ts': byMode(`mode === 'production'`) }
  const webpack = { 'webpack.config.js': byVariable('NODE_ENV') }
  const target = { 'webpack.config.js': byVariable('TARGET') }
  const branches = {
    'vite.config.js': `export default ({ mode, command }) => {
  if (command === 'serve') return { build: { outDir: 'never' } }
  switch (mode) {
    case 'staging':
    case 'test':
      return { build: { outDir: 'trial' } }
    case 'production': {
      return { build: { outDir: 'live' } }
    }
    default:
      return {}
  }
}`,
  }
  test.each<[string, Files, readonly string[] | string]>([
    ['RUN npx vite build', vite, ['/app/public-build']],
    ['RUN npx vite build --mode preview', vite, ['/app/preview-build']],
    ['RUN npx vite build -m=preview', vite, ['/app/preview-build']],
    // Vite's mode is not NODE_ENV: https://vite.dev/guide/env-and-mode#node-env-and-modes
    ['RUN NODE_ENV=development npx vite build', vite, ['/app/public-build']],
    ['RUN npx vite build --mode staging', branches, ['/app/trial']],
    ['RUN npx vite build', branches, ['/app/live']],
    ['RUN npx vite build --mode other', branches, ['/app/dist']],
    ['RUN npx webpack', webpack, ['/app/preview']],
    ['ENV NODE_ENV=production\nRUN npx webpack', webpack, ['/app/live']],
    ['RUN npx webpack\nENV NODE_ENV=production', webpack, ['/app/preview']],
    ['RUN NODE_ENV=production npx webpack', webpack, ['/app/live']],
    ['RUN export NODE_ENV=production && npx webpack', webpack, ['/app/live']],
    ['RUN NODE_ENV="production" npx webpack', webpack, ['/app/live']],
    ['ARG TARGET=production\nRUN npx webpack', target, ['/app/live']],
    ['ARG TARGET\nRUN npx webpack', target, '? webpack.config.js computes output.path'],
    [
      'RUN npx webpack',
      { ...target, '.env': 'TARGET=production' },
      '? webpack.config.js computes output.path',
    ],
    [
      'RUN npx vite build',
      { 'vite.config.ts': byMode('import.meta.dirname.length > 3') },
      '? vite.config.ts computes build.outDir',
    ],
    [
      'RUN npx webpack --env production --env to=www',
      {
        'webpack.config.js': `module.exports = (env, argv) => ({ output: { path: env.production ? '/app/' + env.to : '/app/x' } })`,
      },
      ['/app/www'],
    ],
    [
      'RUN npx webpack --mode production',
      {
        'webpack.config.js': `const path = require('path')\nmodule.exports = (env, argv) => ({ output: { path: path.resolve(__dirname, argv.mode === 'production' ? 'live' : 'trial') } })`,
      },
      ['/app/live'],
    ],
    [
      'RUN npx vue-cli-service build --mode trial',
      {
        '.env.trial': 'OUT=trial',
        'vue.config.js': 'module.exports = { outputDir: process.env.OUT }',
      },
      ['/app/trial'],
    ],
  ])('%s', (lines, files, folders) => {
    expect(made(lines, files)).toEqual(folders)
  })
})

describe('one configuration in several files and spellings', () => {
  type Row = [string, string, Files, readonly string[] | string]
  test.each<Row>([
    [
      'merged with an imported base',
      'npx vite build',
      {
        'vite.base.ts': `export const base = { build: { outDir: 'base', sourcemap: true } }`,
        'vite.config.ts': `import { mergeConfig } from 'vite'\nimport { base } from './vite.base'\nexport default mergeConfig(base, { build: { outDir: 'web' } })`,
      },
      ['/app/web'],
    ],
    [
      'spread of an imported base',
      'npx vite build',
      {
        'config/base.ts': `const base = { build: { outDir: 'base' } } satisfies UserConfig\nexport default base`,
        'vite.config.ts': `import base from './config/base'\nexport default { ...base, plugins: [] } satisfies UserConfig`,
      },
      ['/app/base'],
    ],
    [
      'loadEnv',
      'npx vite build',
      {
        '.env.production': 'VITE_OUT=site',
        'vite.config.ts': `export default defineConfig(({ mode }) => { const env = loadEnv(mode, process.cwd()); return { build: { outDir: env.VITE_OUT } } })`,
      },
      ['/app/site'],
    ],
    [
      'a spread of what nobody knows',
      'npx vite build',
      {
        'vite.config.ts': `import preset from 'preset'\nexport default { build: { outDir: 'web' }, ...preset }`,
      },
      "? vite.config can't be read",
    ],
    [
      'several outputs',
      'npx rollup -c',
      {
        'rollup.config.mjs': `export default [{ output: [{ file: 'dist/a.cjs' }, { dir: 'esm' }] }, { output: { file: 'types/a.d.ts' } }]`,
      },
      ['/app/esm', '/app/dist/a.cjs', '/app/types/a.d.ts'],
    ],
    [
      'several configurations',
      'npx webpack',
      {
        'webpack.config.js': `module.exports = [{ target: 'node', output: { path: __dirname + '/server' } }, { output: { path: __dirname + '/client' } }]`,
      },
      ['/app/server', '/app/client'],
    ],
    [
      'tsconfig that extends a list',
      'npx tsc -p tsconfig.build.json',
      {
        'base.json': '{ "compilerOptions": { "outDir": "first" } /* the later wins */ }',
        'later.json': json({ compilerOptions: { outDir: '${configDir}/second' } }),
        'tsconfig.build.json': json({ extends: ['./base', './later.json'] }),
      },
      ['/app/second'],
    ],
    [
      'tsconfig that extends a package',
      'npx tsc',
      { 'tsconfig.json': json({ extends: '@acme/tsconfig' }) },
      '? tsconfig.json extends a configuration that is not in the build context',
    ],
    [
      'references are built by -b alone',
      'npx tsc',
      {
        'tsconfig.json': json({
          compilerOptions: { outDir: 'out' },
          references: [{ path: 'api' }],
        }),
        'api/tsconfig.json': json({ compilerOptions: { outDir: 'dist' } }),
      },
      ['/app/out'],
    ],
    [
      'projects behind -b',
      'npx tsc -b api web/tsconfig.prod.json',
      {
        'api/tsconfig.json': json({ compilerOptions: { outDir: 'dist' } }),
        'web/tsconfig.prod.json': json({ compilerOptions: { outDir: 'out' } }),
      },
      ['/app/api/dist', '/app/web/out'],
    ],
    [
      'angular.json with configurations',
      'npx ng build -c www',
      {
        'angular.json': json({
          projects: {
            shop: {
              architect: {
                build: {
                  builder: '@angular/build:application',
                  options: { outputPath: 'dist/shop', ssr: true },
                  configurations: { www: { outputPath: { base: 'www' } } },
                },
              },
            },
          },
        }),
      },
      ['/app/www'],
    ],
    [
      'project.json of Nx',
      'npx nx build api',
      {
        'nx.json': '{}',
        'apps/api/project.json':
          '{ // of the workspace\n"name": "api", "targets": { "build": { "executor": "@nx/js:tsc", "options": { "outputPath": "dist/apps/api" } } } }',
      },
      ['/app/dist/apps/api'],
    ],
    [
      'YAML',
      'npx hexo generate',
      { '_config.yml': 'title: Notes\npublic_dir: www\n' },
      ['/app/www'],
    ],
    [
      'a flag goes before the file',
      'npx vite build --outDir flagged',
      { 'vite.config.js': `export default { build: { outDir: 'named' } }` },
      ['/app/flagged'],
    ],
    [
      '-d',
      'npx tsup -d lib',
      { 'tsup.config.ts': `export default { outDir: 'out' }` },
      ['/app/lib'],
    ],
    [
      '--output-path',
      'npx webpack --output-path=public/js',
      { 'webpack.config.js': 'module.exports = { output: { path: make() } }' },
      ['/app/public/js'],
    ],
    [
      'targets of Parcel',
      'npx parcel build',
      { 'package.json': json({ source: 'a.html', targets: { web: { distDir: './www' } } }) },
      ['/app/www'],
    ],
    [
      'Mix',
      'npx mix --production',
      { 'webpack.mix.js': `mix.setPublicPath('web').js('a.js', 'js').sass('a.scss', 'css')` },
      ['/app/web'],
    ],
    [
      'Mix, in a branch that is not known',
      'npx mix',
      {
        'webpack.mix.js': `if (mix.inProduction()) mix.setPublicPath('web')\nmix.js('a.js', 'js')`,
      },
      '? webpack.mix.js computes where Mix writes',
    ],
    [
      'Encore',
      'npx encore production',
      {
        'webpack.config.js': `const Encore = require('@symfony/webpack-encore')\nif (!Encore.isRuntimeEnvironmentConfigured()) Encore.configureRuntimeEnvironment('dev')\nEncore\n  .setOutputPath('public/build/')\n  .setPublicPath('/build')\nmodule.exports = Encore.getWebpackConfig()`,
      },
      ['/app/public/build'],
    ],
    [
      "Laravel's plugin",
      'npx vite build',
      {
        'package.json': manifest({ devDependencies: { 'laravel-vite-plugin': '^1.0.0' } }),
        'vite.config.js': `import laravel from 'laravel-vite-plugin'\nexport default { plugins: [laravel({ input: ['a.js'], buildDirectory: 'assets' })] }`,
      },
      ['/app/public/assets'],
    ],
    [
      'SvelteKit for Node',
      'npx vite build',
      {
        'package.json': manifest({ devDependencies: { '@sveltejs/kit': '^2.0.0' } }),
        'svelte.config.js': `import adapter from '@sveltejs/adapter-node'\nexport default { kit: { adapter: adapter({ out: 'server' }) } }`,
      },
      ['/app/server'],
    ],
    [
      'AdonisJS, whose commands are not in its script',
      'node ace build --production',
      {
        'package.json': manifest({ dependencies: { '@adonisjs/core': '^5.0.0' } }),
        ace: `require('./commands')\n`,
        'commands.js': '',
      },
      "? what `node ace` writes can't be known",
    ],
    ...(
      [
        ['@sveltejs/adapter-vercel', [], ['/app/.vercel/output']],
        ['@sveltejs/adapter-cloudflare', [], ['/app/.svelte-kit/cloudflare']],
        ['@sveltejs/adapter-auto', [], ['/app/.svelte-kit']],
        ['@sveltejs/adapter-auto', ['GCP_BUILDPACKS=1 '], ['/app/build']],
        ['svelte-adapter-bun', [], ['/app/build']],
        ['./adapter.js', [], '? what the adapter of svelte.config writes is not known'],
      ] as const
    ).map(([adapter, [variable = ''], expected]): Row => [
      `SvelteKit with ${variable}${adapter}`,
      `${variable}npx vite build`,
      {
        'package.json': manifest({ devDependencies: { '@sveltejs/kit': '^2.0.0' } }),
        'svelte.config.js': `import adapter from '${adapter}'\nexport default { kit: { adapter: adapter() } }`,
      },
      expected,
    ]),
    [
      'SvelteKit with an adapter that package.json alone names',
      'npx vite build',
      {
        'package.json': manifest({
          devDependencies: { '@sveltejs/kit': '^2.0.0', '@sveltejs/adapter-node': '^5.0.0' },
        }),
        'svelte.config.js': '',
      },
      ['/app/build'],
    ],
    [
      'Next.js with an export',
      'npx next build',
      {
        'next.config.mjs': `export default { output: 'export' }`,
      },
      ['/app/.next', '/app/out'],
    ],
    [
      'distDir by a wrapper',
      'npx next build',
      {
        'next.config.js': `const withMDX = require('@next/mdx')()\nmodule.exports = withMDX({ distDir: 'server' })`,
      },
      ['/app/server'],
    ],
  ])('%s', (_name, run, files, folders) => {
    expect(made(`RUN ${run}`, files)).toEqual(folders)
  })
})

describe('styles', () => {
  test.each<[string, readonly string[] | string]>([
    ['sass scss:css', ['/app/css']],
    [
      'sass --style compressed --no-source-map a.scss:css/a.css b/:out',
      ['/app/css/a.css', '/app/out'],
    ],
    ['sass scss/light.scss css/light.css', ['/app/css/light.css', '/app/css/light.css.map']],
    ['sass --embed-source-map -s compressed a.scss a.css', ['/app/a.css']],
    ['sass a.scss', []],
    ['sass --no-source-map a.scss > a.css', ['/app/a.css']],
    ['cat a.scss | sass --stdin --no-source-map a.css', ['/app/a.css']],
    ['node-sass scss -o css', ['/app/css']],
    ['node-sass --output-style compressed a.scss css/a.css', ['/app/css/a.css']],
    ['node-sass --source-map true a.scss a.css', ['/app/a.css', '/app/a.css.map']],
    ['lessc --clean-css a.less css/a.css', ['/app/css/a.css']],
    ['lessc --source-map a.less css/a.css', ['/app/css/a.css', '/app/css/a.css.map']],
    ['lessc a.less > css/a.css', ['/app/css/a.css']],
    ['stylus -u nib -c css/a.styl', ['/app/css/a.css']],
    ['stylus styl -o css', ['/app/css']],
    ['postcss a.css -o b.css', ['/app/b.css']],
    ['postcss -u autoprefixer -r css/*.css', ['/app/css']],
    ['postcss --replace', '? which files postcss replaces is not known'],
    ['tailwindcss -i a.css -o b.css', ['/app/b.css']],
    ['npx @tailwindcss/cli -i a.css --output=b.css --minify', ['/app/b.css']],
    ['sass "scss:$(cat out)"', '? where sass writes is not known'],
  ])('%s', (build, folders) => {
    const files = { 'package.json': json({ scripts: { build } }), 'scss/light.scss': '' }
    expect(made('RUN npm run build', files)).toEqual(folders)
  })
})

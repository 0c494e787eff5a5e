import { describe, expect, test } from 'vitest'
import type { Files } from '../memory-project.ts'
import { appOf, manifest } from './node-app.ts'

const head = 'FROM node:20\nWORKDIR /app\nCOPY . .\nRUN npm ci\n'
const start = 'CMD ["node", "server.js"]\n'

/** What the lines of a RUN leave, with the reason where that is not all. */
function made(run: string, files: Files = {}) {
  const app = appOf(`${head}RUN ${run}\n${start}`, {
    'package.json': manifest(),
    'server.js': 'x',
    ...files,
  })
  return { paths: app.made.map(({ path }) => path), unknown: app.unknownOutput }
}

const outDir = (folder: string, more = {}) =>
  JSON.stringify({ compilerOptions: { outDir: folder, ...more } })

describe('where a build writes', () => {
  test.each<[string, Files, readonly string[]]>([
    ['npx tsc', { 'tsconfig.json': outDir('./dist') }, ['/app/dist']],
    [
      'npx tsc -p tsconfig.build.json',
      { 'tsconfig.build.json': '{"extends":"./tsconfig.json"}', 'tsconfig.json': outDir('lib') },
      ['/app/lib'],
    ],
    ['npx tsc --outDir out', { 'tsconfig.json': '{}' }, ['/app/out']],
    ['npx tsc --noEmit', { 'tsconfig.json': outDir('dist') }, []],
    [
      'npx tsc -b',
      {
        'tsconfig.json': '{"files":[],"references":[{"path":"./api"}]}',
        'api/tsconfig.json': outDir('../build'),
      },
      ['/app/build'],
    ],
    ['npx nest build', { 'nest-cli.json': '{}', 'tsconfig.json': outDir('./dist') }, ['/app/dist']],
    ['npx babel src -d lib', {}, ['/app/lib']],
    ['npx esbuild src/index.ts --bundle --outfile=dist/index.js', {}, ['/app/dist/index.js']],
    ['npx tsup', { 'tsup.config.ts': "export default { outDir: 'build' }" }, ['/app/build']],
    [
      'npx vite build',
      {
        'vite.config.js':
          "import path from 'node:path'\nexport default { build: { outDir: path.resolve(__dirname, 'web') } }",
      },
      ['/app/web'],
    ],
    [
      'npx webpack --mode production',
      {
        'webpack.config.js':
          "const path = require('path')\nmodule.exports = { output: { path: path.join(__dirname, 'public', 'js') } }",
      },
      ['/app/public/js'],
    ],
    ['npx next build', { 'next.config.js': 'module.exports = {}' }, ['/app/.next']],
    [
      'npx nuxt build',
      { 'package.json': manifest({ dependencies: { nuxt: '^2.15.0' } }) },
      ['/app/.nuxt'],
    ],
    [
      'npx nuxi build',
      { 'package.json': manifest({ dependencies: { nuxt: '^3.1.0' } }) },
      ['/app/.output'],
    ],
    [
      'npx prisma generate',
      { 'prisma/schema.prisma': 'generator client {\n  provider = "prisma-client-js"\n}' },
      [],
    ],
    [
      'npx prisma generate',
      { 'prisma/schema.prisma': 'generator client {\n  output = "../generated"\n}' },
      ['/app/generated'],
    ],
    [
      'npm run build',
      {
        'package.json': manifest({
          scripts: { build: 'rimraf dist && tsc && cp -r src/views dist/views' },
        }),
        'tsconfig.json': outDir('dist'),
      },
      ['/app/dist'],
    ],
    [
      'npm run build',
      {
        'package.json': manifest({
          scripts: {
            build: 'run-s build:*',
            'build:css': 'tailwindcss -i a.css -o public/a.css',
            'build:js': 'tsc',
          },
        }),
        'tsconfig.json': outDir('dist'),
      },
      ['/app/public/a.css', '/app/dist'],
    ],
    [
      'npm run build',
      {
        'package.json': manifest({
          scripts: {
            prebuild: 'eslint .',
            build: 'cross-env NODE_ENV=production babel src -d dist',
          },
        }),
      },
      ['/app/dist'],
    ],
    [
      'node build.js',
      {
        'build.js':
          "const fs = require('fs')\nfs.mkdirSync('site')\nfs.writeFileSync('site/index.html', '')",
      },
      ['/app/site'],
    ],
    ['npm test', { 'package.json': manifest({ scripts: { test: 'jest' } }) }, []],
  ])('%s', (run, files, paths) => {
    expect(made(run, files)).toEqual({ paths, unknown: undefined })
  })

  test.each<[string, Files, RegExp]>([
    ['npx gulp', {}, /gulp/],
    ['npx tsc', { 'tsconfig.json': '{}' }, /beside the sources/],
    [
      'node build.js',
      { 'build.js': "require('fs').writeFileSync(process.argv[2], '')" },
      /computed/,
    ],
    ['node build.js', { 'build.js': "require('esbuild').build({})" }, /leaves the work to esbuild/],
    [
      'npx vite build',
      { 'vite.config.js': 'export default { build: { outDir: folder() } }' },
      /vite.config.js computes/,
    ],
    ['npm run bild', {}, /no script "bild"/],
    [
      'npx tsc && rm -rf src',
      { 'tsconfig.json': outDir('dist'), 'src/a.ts': 'x' },
      /moves and deletes/,
    ],
  ])('%s is not known', (run, files, why) => {
    expect(made(run, files).unknown).toMatch(why)
  })

  test('what is deleted again is not left', () => {
    expect(made('npx babel src -d tmp && rm -rf tmp').paths).toEqual([])
  })
})

describe('the state of the packages', () => {
  const dev = (lines: string) =>
    appOf(`FROM node:20\nWORKDIR /app\nCOPY . .\n${lines}\n${start}`, {
      'package.json': manifest(),
      'server.js': 'x',
    }).hasDevDependencies

  test.each([
    ['RUN npm ci', true],
    ['RUN npm ci --omit=dev', false],
    ['ENV NODE_ENV=production\nRUN npm install', false],
    ['ENV NODE_ENV=production\nRUN npm install --include=dev', true],
    ['RUN NODE_ENV=production npm install', false],
    ['ARG NODE_ENV\nENV NODE_ENV=$NODE_ENV\nRUN npm install', true],
    ['RUN npm ci && npm run x && npm prune --omit=dev', false],
    ['RUN npm install --production\nRUN npm i --save-dev @types/node', true],
  ])('%s', (lines, expected) => {
    expect(dev(lines)).toBe(expected)
  })
})

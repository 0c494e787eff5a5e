import { describe, expect, test } from 'vitest'
import { factsOfText } from '../../src/facts/facts.ts'
import { toolRowsOf } from '../../src/plan/tooling.ts'
import { viewOf } from '../../src/plan/view/stage-view.ts'
import { ecosystems } from '../../transforms/index.ts'
import { memoryProject, type Files } from '../memory-project.ts'

/** Whether a stage is shown to have a path when its builds are done. */
function has(path: string, build: string, more: Files = {}): string {
  const files: Files = {
    'package.json': JSON.stringify({
      scripts: { build, postinstall: 'husky' },
      devDependencies: { vite: '5.0.0', typescript: '5.4.5' },
    }),
    'src/main.ts': 'export {}',
    ...more,
  }
  const text =
    'FROM node:20\nWORKDIR /app\nCOPY . .\nRUN npm ci\nRUN npm run build\nCMD ["node", "."]\n'
  const facts = factsOfText(text, memoryProject(files), toolRowsOf(ecosystems))
  if (facts === undefined) throw new Error('the file does not parse')
  return viewOf(facts.final, facts).has(path)
}

const tsconfig = (outDir: string) => JSON.stringify({ compilerOptions: { outDir, rootDir: 'src' } })

describe('a path of a stage whose builds are all known', () => {
  test.each([
    ['vite build', '/app/dist', 'yes'],
    ['vite build', '/app/dist/index.html', 'unknown'],
    // `serve -s build` beside a Vite that writes dist.
    ['vite build', '/app/build', 'no'],
    ['vite build --outDir site', '/app/dist', 'no'],
    ['vite build --outDir site', '/app/site', 'yes'],
    ['tsc -p . && vite build', '/app/lib', 'yes'],
    ['tsc -p . && vite build', '/client/build', 'no'],
    ['webpack', '/app/dist', 'yes'],
    ['esbuild src/main.ts --bundle --outfile=out/main.js', '/app/out/main.js', 'yes'],
    ['esbuild src/main.ts --bundle --outfile=out/main.js', '/app/dist', 'no'],
    ['react-scripts build', '/app/build', 'yes'],
    ['react-scripts build', '/app/dist', 'no'],
    ['next build', '/app/.next', 'yes'],
    ['next build', '/app/dist', 'no'],
    ['prisma generate', '/app/dist', 'no'],
    ['vite build && cp -r dist public', '/app/public', 'yes'],
    ['vite build && rm -rf dist', '/app/build', 'no'],
  ])('%s: %s is %s', (build, path, expected) => {
    expect(has(path, build, { 'tsconfig.json': tsconfig('lib') })).toBe(expected)
  })

  test('folders of packages, of the system and of hidden names are not told of', () => {
    for (const path of [
      '/app/node_modules/left',
      '/app/.cache',
      '/usr/local/lib/x',
      '/root/.cache',
    ])
      expect(has(path, 'vite build')).not.toBe('no')
  })
})

describe('a build that may leave anything', () => {
  test.each(['gulp', 'node build.js', 'make', './build.sh', 'vite build && gulp'])(
    '%s',
    (build) => {
      expect(has('/app/build', build)).toBe('unknown')
    },
  )

  test('a configuration that computes where it writes', () => {
    const files = {
      'vite.config.js': 'export default { build: { outDir: folderOf(import.meta) } }',
    }
    expect(has('/app/build', 'vite build', files)).toBe('unknown')
  })
})

test('an add-on of the project is made by the install itself', () => {
  expect(has('/app/build', 'tsc', { 'binding.gyp': '{}', 'tsconfig.json': tsconfig('lib') })).toBe(
    'yes',
  )
})

import { describe, expect, test } from 'vitest'
import { linesOf, manifest } from './node-app.ts'

const built = {
  'package.json': manifest({ scripts: { build: 'tsc' } }),
  'tsconfig.json': '{ "compilerOptions": { "outDir": "dist" } }',
  'index.ts': `import { execFileSync } from 'node:child_process'\nexecFileSync('tini-probe', ['x'])\n`,
}
const file = (lines: string) =>
  `FROM node:20\nWORKDIR /app\nCOPY package*.json ./\nRUN npm ci\nCOPY . .\nRUN npm run build\n${lines}\nEXPOSE 3000\nCMD ["node", "dist/index.js"]\n`

describe('a program that a COPY brings from another image', () => {
  test.each([
    'COPY --from=probes:1 /tini-probe /usr/local/bin/tini-probe',
    'COPY --from=probes:1 /bin/tini-probe /usr/local/bin/',
    'COPY --from=probes:1 /a /b/tini-probe /usr/bin/',
  ])('%s', (line) => {
    const lines = linesOf(file(line), built)
    expect(lines).toContain('FROM node:20-slim AS runtime')
    expect(lines.slice(lines.indexOf('FROM node:20-slim AS runtime'))).toContain(line)
  })

  test('is none beside the PATH', () => {
    const line = 'COPY --from=probes:1 /tini-probe /tools/tini-probe'
    expect(linesOf(file(line), built)).toEqual(['refused: runtime-base-lacks-program'])
  })
})

describe('the client of prisma', () => {
  const files = {
    ...built,
    'index.ts': 'console.log(1)\n',
    'yarn.lock': '# yarn lockfile v1\n',
    'package.json': manifest({
      scripts: { build: 'tsc' },
      dependencies: { '@prisma/client': '5' },
    }),
  }
  const removes = (install: string, more = '') =>
    linesOf(
      `FROM node:20-slim\nWORKDIR /app\nCOPY . .\nRUN ${install}\n${more}RUN yarn build\nEXPOSE 3000\nCMD ["node", "dist/index.js"]\n`,
      files,
    ).some((line) => line.includes('yarn install --production'))

  test('keeps the dev dependencies where somebody generates it', () => {
    expect(removes('yarn install')).toBe(false)
    expect(removes('yarn install --ignore-scripts', 'RUN npx prisma generate\n')).toBe(false)
  })
  test('and not where nobody does', () => {
    expect(removes('yarn install --ignore-scripts')).toBe(true)
  })
})

import { describe, expect, test } from 'vitest'
import type { Files } from '../memory-project.ts'
import { linesOf, manifest, outcomeOf } from './node-app.ts'

const server = "const express = require('express')\nexpress().listen(3000)\n"
const service: Files = {
  'package.json': manifest(),
  'server.js': server,
  '.dockerignore': 'node_modules\n',
}
const tsconfig = '{"compilerOptions":{"outDir":"dist"}}'
const typed: Files = {
  'package.json': manifest({ scripts: { build: 'tsc' } }),
  'tsconfig.json': tsconfig,
  'src/index.ts': "import express from 'express'\nexpress().listen(3000)\n",
  '.dockerignore': 'node_modules\n',
}
const build =
  'FROM node:20\nWORKDIR /app\nCOPY package.json ./\nRUN npm install\nCOPY . .\nRUN npm run build\n'

const refused = (text: string, files: Files) => {
  const outcome = outcomeOf(text, files)
  return outcome.outcome === 'migrated' ? 'migrated' : `${outcome.code}: ${outcome.reason}`
}

describe('what the runtime stage takes of the sources', () => {
  test('a RUN that builds and tidies up is taken over as a folder', () => {
    const lines = linesOf(
      `FROM node:20-alpine\nWORKDIR /app\nCOPY . .\nRUN npm ci && npx tsc && rm -rf src\nCMD ["node", "dist/index.js"]\n`,
      typed,
    )
    expect(lines).toContain('COPY --from=builder /app ./')
  })

  test('what a build writes somewhere is taken over as a folder, but not the root of the image', () => {
    const files = { ...service, 'package.json': manifest({ scripts: { build: 'gulp' } }) }
    const text =
      'FROM node:20\nCOPY . .\nRUN npm install && npm run build\nCMD ["node", "server.js"]\n'
    expect(refused(text, files)).toMatch(/^unknown-build-output: .*gulp/)
    expect(linesOf(text.replace('COPY', 'WORKDIR /srv\nCOPY'), files)).toContain(
      'COPY --from=builder /srv ./',
    )
  })

  test('what a build makes again comes from the builder, though an earlier build lies beside it', () => {
    const built = { ...typed, '.dockerignore': '', '.gitignore': 'dist\n', 'dist/index.js': server }
    expect(linesOf(`${build}CMD ["node", "dist/index.js"]\n`, built)).toContain(
      'COPY --from=builder /app/dist ./dist',
    )
    const serving = "require('express')().use(require('express').static('dist')).listen(3000)\n"
    expect(
      linesOf(`${build}CMD ["node", "server.js"]\n`, { ...built, 'server.js': serving }),
    ).toContain('COPY --from=builder /app/dist ./dist')
  })

  test('a script of a package.json that a build puts somewhere is not known', () => {
    const files = {
      ...typed,
      'package.json': manifest({
        scripts: { build: 'tsc && cp package.json dist', start: 'node .' },
      }),
    }
    expect(linesOf(`${build}CMD cd dist && npm start\n`, files)).toEqual([
      'refused: unknown-start-command',
    ])
  })

  test('packages of development that the program loads are named where they are listed', () => {
    const files: Files = {
      'package.json': '{ "private": true, "workspaces": ["apps/*"] }',
      'package-lock.json': '{ "lockfileVersion": 3, "packages": {} }',
      'apps/api/package.json': manifest({
        ...{ name: 'api', scripts: { start: 'node index.js' }, dependencies: { knex: '3' } },
        devDependencies: { slugify: '1', pg: '8' },
      }),
      'apps/api/index.js': "require('slugify')",
    }
    const text = (install: string) =>
      `FROM node:20\nWORKDIR /app\nCOPY . .\nRUN ${install}\nCMD ["npm", "start", "-w", "api"]\n`
    expect(refused(text('npm ci --omit=dev'), files)).toContain(
      'apps/api/index.js:1 imports slugify, and apps/api/package.json lists slugify under devDependencies',
    )
    const loading = { ...files, 'apps/api/index.js': "require('knex')({ client: 'pg' })" }
    expect(refused(text('npm ci --omit=dev'), loading)).toContain(
      'apps/api/index.js:1 imports knex, which loads pg, and apps/api/package.json lists pg',
    )
    expect(linesOf(text('npm ci'), loading)).not.toContain('RUN npm prune --omit=dev')
  })

  test('types that ts-node checks at the start stay', () => {
    const text =
      'FROM node:20\nWORKDIR /app\nCOPY package.json ./\nRUN npm install\nCOPY . .\nCMD ["npx", "ts-node", "src/index.ts"]\n'
    const withArgs = (...args: readonly string[]) =>
      linesOf(text.replace('"ts-node"', ['ts-node', ...args].map((arg) => `"${arg}"`).join(', ')), {
        ...typed,
        'package.json': manifest({
          dependencies: { express: '4', 'ts-node': '10', typescript: '5' },
          devDependencies: { '@types/express': '4', prettier: '3' },
        }),
      })
    expect(withArgs().join('\n')).not.toContain('omit=dev')
    expect(withArgs('--transpile-only').join('\n')).toContain('omit=dev')
  })

  test('what a build deletes does not come back', () => {
    const files = {
      ...typed,
      'package.json': manifest({ scripts: { build: 'tsc' } }),
      'src/index.ts': "import fs from 'fs'\nfs.readFile(process.argv[2], console.log)\n",
    }
    const text = build.replace('build\n', 'build && rm -rf src\n')
    const lines = linesOf(`${text}CMD ["node", "dist/index.js"]\n`, files)
    expect(lines.slice(lines.indexOf('FROM node:20-slim AS runtime'))).not.toContain('COPY . .')
  })

  test("sources that can't be read come along", () => {
    const lines = linesOf(`${build}CMD ["node", "dist/index.js"]\n`, {
      ...typed,
      'src/index.ts': '',
    })
    expect(lines.slice(lines.indexOf('FROM node:20-slim AS runtime'))).toContain('COPY . .')
  })

  test('modules that the health check runs come along with what they import', () => {
    const lines = linesOf(
      `${build}HEALTHCHECK CMD node check.js\nCMD ["node", "dist/index.js"]\n`,
      {
        ...typed,
        'check.js': "require('./settings')",
        'settings.js': 'module.exports = 1',
      },
    )
    expect(lines).toContain('COPY --from=builder /app/check.js ./')
    expect(lines).toContain('COPY --from=builder /app/settings.js ./')
  })

  test('a copy with an owner keeps it', () => {
    const lines = linesOf(
      `FROM node:20\nWORKDIR /app\nCOPY --chown=node:node . .\nRUN npm ci && npm run build\nUSER node\nCMD ["node", "dist/index.js"]\n`,
      {
        ...typed,
        'src/index.ts': "require('fs').readFileSync('views/a.html')",
        'views/a.html': 'x',
      },
    )
    expect(lines).toContain('COPY --from=builder --chown=node:node /app/views ./views')
  })

  test('a page of a framework may read a folder when a request comes', () => {
    const lines = linesOf(`${build}CMD ["npm", "start"]\n`, {
      'package.json': manifest({
        scripts: { build: 'next build', start: 'next start' },
        dependencies: { next: '14' },
      }),
      'next.config.js': 'module.exports = {}',
      'pages/index.js':
        "import fs from 'fs'\nimport path from 'path'\nexport const read = (name) => fs.readFileSync(path.join(process.cwd(), 'posts', name))",
      'posts/a.md': '# a',
      '.dockerignore': 'node_modules\n',
    })
    expect(lines).toContain('COPY --from=builder /app/posts ./posts')
  })
})

describe('dev dependencies', () => {
  const why = (text: string, files: Files) => {
    const outcome = outcomeOf(text, files)
    return outcome.outcome === 'migrated' ? (outcome.changes[0]?.why ?? '') : outcome.code
  }

  test('stay where the manager would take the generated prisma client with them', () => {
    const files: Files = {
      ...typed,
      'package.json': manifest({
        scripts: { build: 'prisma generate && tsc' },
        dependencies: { '@prisma/client': '5' },
        devDependencies: { prisma: '5', typescript: '5' },
      }),
      'pnpm-lock.yaml': '',
      'prisma/schema.prisma': 'generator client {\n}\n',
    }
    const text =
      'FROM node:20\nRUN corepack enable\nWORKDIR /app\nCOPY . .\nRUN pnpm install\nRUN pnpm build\nCMD ["node", "dist/index.js"]\n'
    expect(why(text, files)).toMatch(/come along: pnpm would remove the client/)
    expect(linesOf(text, files).join('\n')).not.toContain('prune')
  })

  test('stay where next.config.ts is compiled at the start', () => {
    const files: Files = {
      ...typed,
      'package.json': manifest({
        scripts: { build: 'next build', start: 'next start' },
        dependencies: { next: '15' },
      }),
      'next.config.ts': 'export default {}',
    }
    expect(why(`${build}CMD ["npm", "start"]\n`, files)).toMatch(
      /next\.config\.ts is compiled with typescript/,
    )
  })

  test.each<[string, string, Files, RegExp]>([
    [
      'tests',
      'CMD npm test',
      { 'package.json': manifest({ scripts: { test: 'jest' } }) },
      /^test-image: Line 5 runs jest \(package\.json:\d+\)/,
    ],
    ['tests by node', 'CMD node --test', {}, /^test-image/],
    ['next without a word', 'CMD npx next', {}, /^development-image: Line 5 starts next/],
    [
      'a site that nothing builds',
      'CMD npx serve -s build',
      {},
      /^missing-start-file: Line 5 serves \/app\/build/,
    ],
    ['a missing file', 'CMD node app.js', {}, /^missing-start-file: Line 5 runs app\.js/],
  ])('%s', (_, start, files, reason) => {
    const text = `FROM node:20\nWORKDIR /app\nCOPY . .\nRUN npm install\n${start}\n`
    expect(refused(text, { ...service, ...files })).toMatch(reason)
  })

  describe.each<[string, string, Files, string, RegExp]>([
    [
      'a start through a dev dependency',
      'CMD npm start',
      {
        'package.json': manifest({
          scripts: { start: 'cross-env A=1 node server.js' },
          devDependencies: { 'cross-env': '7' },
        }),
      },
      'line 5 runs cross-env',
      /^start-needs-dev-dependency: Line 5 runs cross-env/,
    ],
    [
      'a preloaded dev dependency',
      'CMD node -r dotenv/config server.js',
      { 'package.json': manifest({ devDependencies: { dotenv: '16' } }) },
      'line 5 preloads dotenv/config',
      /^start-needs-dev-dependency: Line 5 preloads dotenv/,
    ],
    [
      'an imported dev dependency',
      'CMD node server.js',
      { 'server.js': "require('typescript')" },
      'server.js:1 imports typescript',
      /^dev-dependency-imported: server\.js:1 imports typescript/,
    ],
  ])('%s', (_, start, files, why, refusal) => {
    const text = (install: string) =>
      `FROM node:20\nWORKDIR /app\nCOPY . .\nRUN ${install}\n${start}\n`

    test('comes along where the install brings it', () => {
      const outcome = outcomeOf(text('npm install'), { ...service, ...files })
      if (outcome.outcome !== 'migrated') throw new Error(outcome.reason)
      expect(outcome.changes[0]?.why).toContain(`The dev dependencies come along: ${why}, and `)
      expect(outcome.after).toContain('RUN npm install\n')
    })

    test('is not there where the install leaves it out', () => {
      expect(refused(text('npm install --omit=dev'), { ...service, ...files })).toMatch(refusal)
    })
  })

  test.each([
    ['NODE_ENV=production node server.js', 'RUN npm install --omit=dev'],
    ['node server.js', 'RUN npm install'],
  ])('one that is imported outside of production, where `%s` starts: %s', (start, line) => {
    const files = {
      ...service,
      'server.js': "if (process.env.NODE_ENV !== 'production') require('typescript')",
    }
    const lines = linesOf(
      `FROM node:20\nWORKDIR /app\nCOPY . .\nRUN npm install\nCMD ${start}\n`,
      files,
    )
    expect(lines).toContain(line)
  })

  test('an install in exec form is pruned', () => {
    const lines = linesOf(
      'FROM node:20\nWORKDIR /app\nCOPY package.json ./\nRUN ["npm", "install"]\nCOPY . .\nCMD node server.js\n',
      service,
    )
    expect(lines).toContain('RUN npm prune --omit=dev')
  })
})

describe('compose', () => {
  const files = (command: string): Files => ({
    ...typed,
    'package.json': manifest({ scripts: { build: 'tsc', dev: 'nodemon src' } }),
    'docker-compose.yml': `services:\n  web:\n    build: .\n    command: ${command}\n`,
  })

  test('a development server in the image needs what is left behind', () => {
    expect(refused(`${build}CMD ["node", "dist/index.js"]\n`, files('npm run dev'))).toMatch(
      /^compose-overrides-start: docker-compose\.yml:2 runs `npm run dev`/,
    )
  })

  test('what another service runs is there', () => {
    const lines = linesOf(`${build}CMD ["node", "dist/index.js"]\n`, {
      ...files('node dist/worker.js'),
      'src/worker.ts': "import fs from 'fs'\nfs.readFileSync('jobs/a.json')",
      'jobs/a.json': '{}',
    })
    expect(lines).toContain('COPY --from=builder /app/jobs ./jobs')
  })
})

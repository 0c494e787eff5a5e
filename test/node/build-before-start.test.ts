import { describe, expect, test } from 'vitest'
import { migrate, type MigrateOptions } from '../../src/migrate.ts'
import { ecosystems, rules } from '../../transforms/index.ts'
import { memoryProject } from '../memory-project.ts'

interface Scripts {
  readonly [name: string]: string
}

function run(cmd: string, scripts: Scripts, options: Partial<MigrateOptions> = {}) {
  const manifest = {
    name: 'app',
    version: '1.0.0',
    scripts,
    dependencies: { ms: '2.1.3' },
    devDependencies: { typescript: '5.4.5' },
  }
  const project = memoryProject({
    'package.json': JSON.stringify(manifest),
    'tsconfig.json': '{ "compilerOptions": { "outDir": "dist", "rootDir": "src" } }',
    'src/index.ts': "import ms from 'ms'\nconsole.log(ms(1))\n",
  })
  const source = `FROM node:20\nWORKDIR /app\nCOPY . .\nRUN npm install\nEXPOSE 80\n${cmd}\n`
  const outcome = migrate(source, project, { ecosystems, rules, ...options })
  if (outcome.outcome !== 'migrated') return { outcome, code: outcome.code, lines: [] }
  const lines = outcome.after.split('\n').filter((line) => /^(RUN|CMD)/.test(line))
  return { outcome, code: undefined, lines }
}

describe('a start command that builds first', () => {
  test.each([
    [
      'CMD npm run build && npm start',
      { build: 'tsc', start: 'node dist/index.js' },
      ['RUN npm run build', 'CMD npm start'],
    ],
    ['CMD npx tsc && node dist/index.js', {}, ['RUN npx tsc', 'CMD node dist/index.js']],
    [
      'CMD ["npm", "start"]',
      { build: 'tsc', start: 'tsc && node dist/index.js --port 80' },
      ['RUN npm run build', 'CMD ["node", "dist/index.js", "--port", "80"]'],
    ],
    [
      'CMD npm run serve',
      { serve: 'tsc -p . && node dist/index.js' },
      ['RUN npx tsc -p .', 'CMD ["node", "dist/index.js"]'],
    ],
    [
      'CMD ["npm", "start"]',
      { prestart: 'tsc', start: 'node dist/index.js' },
      ['RUN npm run prestart', 'CMD ["node", "dist/index.js"]'],
    ],
  ])('%s %o', (cmd, scripts, expected) => {
    expect(run(cmd, scripts).lines).toEqual(expect.arrayContaining(expected))
  })

  test('is a change to review, and names what the image starts', () => {
    const { outcome } = run('CMD npm run build && npm start', {
      build: 'tsc',
      start: 'node dist/index.js',
    })
    expect(outcome).toMatchObject({
      changes: [
        { title: 'Build when the image is built, not when the container starts', risk: 'review' },
        { rule: 'split-stages' },
        {},
        {},
      ],
    })
    if (outcome.outcome !== 'migrated') return
    expect(outcome.contract.map(({ field }) => field)).toContain('Cmd')
    expect(outcome.replaced).toContainEqual({
      line: 6,
      text: 'CMD npm run build && npm start',
      by: 'split-stages',
    })
    expect(
      run(
        'CMD npm run build && npm start',
        { build: 'tsc', start: 'node dist/index.js' },
        { safe: true },
      ).code,
    ).toBe('needs-review')
  })

  test.each([
    ['something else runs before', 'CMD ./wait.sh && tsc && node dist/index.js', {}],
    ['it goes on when the build fails', 'CMD npx tsc; node dist/index.js', {}],
    ['the program needs the manager', 'CMD ["npm", "start"]', { start: 'tsc && ts-node x.ts' }],
    ['its environment is set on the way', 'CMD npm start', { start: 'tsc && A=1 node dist/x' }],
    ['a script follows', 'CMD npm start', { start: 'tsc && node dist/index.js', poststart: 'ls' }],
  ])('stays where %s', (_why, cmd, scripts) => {
    expect(run(cmd, scripts).outcome.outcome).toBe('refused')
  })
})

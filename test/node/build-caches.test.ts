import { expect, test } from 'vitest'
import { migrate } from '../../src/migrate.ts'
import { ecosystems, rules } from '../../transforms/index.ts'
import { memoryProject } from '../memory-project.ts'

const drop = 'RUN rm -rf .next/cache/webpack'

test.each([
  ['14.2.3', 'next build', 'RUN npm run build', drop],
  ['^16.0.0', 'next build --webpack', 'RUN npm run build', drop],
  ['^15.1.0', 'next build', 'WORKDIR /app/site\nRUN cd .. && npm run build', drop],
  ['^15.1.0', 'next build --turbopack', 'RUN npm run build', undefined],
  ['^16.0.0', 'next build', 'RUN npm run build', undefined],
  ['14.2.3', 'next build', 'RUN npm run build && rm -rf .next/cache', undefined],
])('the cache of webpack: next %s, %s', (version, build, lines, expected) => {
  const project = memoryProject({
    'package.json': JSON.stringify({
      ...{ name: 'app', version: '1.0.0', scripts: { build, start: 'next start' } },
      ...{
        dependencies: { next: version, react: '18.3.1' },
        devDependencies: { eslint: '8.57.0' },
      },
    }),
    'package-lock.json': '{ "lockfileVersion": 3, "packages": {} }',
    'pages/index.js': 'export default () => null\n',
  })
  const source = `FROM node:20\nWORKDIR /app\nCOPY . .\nRUN npm ci\n${lines}\nWORKDIR /app\nCMD ["npm", "start"]\n`
  const outcome = migrate(source, project, { ecosystems, rules })
  if (outcome.outcome !== 'migrated') throw new Error(outcome.reason)
  expect(outcome.after.split('\n').find((line) => line.includes('rm -rf .next'))).toBe(
    expected ?? (lines.includes('.next/cache') ? lines : undefined),
  )
})

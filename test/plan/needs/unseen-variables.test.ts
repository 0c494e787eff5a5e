import { describe, expect, test } from 'vitest'
import type { Files } from '../../memory-project.ts'
import { manifest, outcomeOf } from '../../node/node-app.ts'

const text = `FROM node:20
WORKDIR /app
COPY package*.json ./
RUN npm ci
COPY . .
RUN npm run build
EXPOSE 3000
CMD ["node", "dist/index.js"]
`
const files = {
  'package.json': manifest({ scripts: { build: 'tsc' }, dependencies: { dotenv: '16' } }),
  'tsconfig.json': '{ "compilerOptions": { "outDir": "dist", "rootDir": "src" } }',
  'src/index.ts': `import 'dotenv/config'\nconsole.log(process.env.TOKEN)\n`,
  '.gitignore': 'node_modules\n.env\n',
}

/** What a person has to accept of the split; undefined for nothing. */
function assumed(more: Files): string | undefined {
  const outcome = outcomeOf(text, { ...files, ...more })
  if (outcome.outcome !== 'migrated') throw new Error(outcome.reason)
  return outcome.changes.find(({ rule }) => rule === 'split-stages')?.assumption
}

describe('variables that others have', () => {
  test('are said to be left behind', () => {
    expect(assumed({})).toBe(
      'src/index.ts:1 reads .env, which .gitignore keeps out of this folder: what it says is given to the container (`--env-file`), not built into the image.',
    )
  })
  const compose = (lines: string) =>
    `services:\n  app:\n    build: .\n${lines.replace(/^/gm, '    ')}\n`
  test.each<[string, Files]>([
    ['where git has the file', { '.gitignore': 'node_modules\n', '.env': 'TOKEN=x' }],
    ['where they are here', { '.env': 'TOKEN=x' }],
    ['where nobody has one', { '.gitignore': 'node_modules\n' }],
    ['where Docker leaves it out', { '.dockerignore': '.env\n' }],
    ['where compose gives one', { 'docker-compose.yml': compose('env_file: .env') }],
    [
      'where compose gives all that an example names',
      { '.env.example': 'TOKEN=\n', 'docker-compose.yml': compose('environment:\n  TOKEN: x') },
    ],
    ['where the program reads none', { 'src/index.ts': 'console.log(1)\n' }],
  ])('are no matter %s', (_name, more) => {
    expect(assumed(more)).toBeUndefined()
  })
  test('and are one where compose gives others', () => {
    expect(
      assumed({
        '.env.example': 'TOKEN=\n',
        'docker-compose.yml': compose('environment:\n  PORT: "80"'),
      }),
    ).toContain('reads .env')
  })
})

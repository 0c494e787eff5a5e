import { expect, test } from 'vitest'
import { migrate } from '../../src/migrate.ts'
import { ecosystems, rules } from '../../transforms/index.ts'
import { memoryProject, type Files } from '../memory-project.ts'

const source = `FROM node:20
WORKDIR /app
COPY package.json ./
RUN npm install
COPY . .
RUN npm run build
CMD ["node", "dist/server.js"]
`
const repository: Files = { '.git/HEAD': 'ref: refs/heads/main\n', '.git/config': '[core]\n' }

function migrated(server: string, files: Files = repository, dependencies = {}) {
  const project = memoryProject({
    ...files,
    Dockerfile: source,
    'package.json': JSON.stringify({
      scripts: { build: 'tsc' },
      dependencies: { express: '4', ...dependencies },
      devDependencies: { typescript: '5' },
    }),
    'tsconfig.json': '{ "compilerOptions": { "rootDir": "src", "outDir": "dist" } }',
    'src/server.ts': `${server}\nrequire('http').createServer().listen(3000)\n`,
  })
  const outcome = migrate(source, project, { ecosystems, rules })
  return outcome.outcome === 'migrated'
    ? outcome.after.slice(outcome.after.lastIndexOf('\nFROM '))
    : outcome.reason
}

const copied = 'COPY --from=builder /app/.git ./.git'

test.each([
  "const sha = require('child_process').execSync('git rev-parse HEAD')",
  "require('child_process').spawnSync('git', ['describe', '--always'], { cwd: __dirname })",
  "require('child_process').execSync('timeout 5 git log -1')",
  "const simpleGit = require('simple-git'); simpleGit().log()",
])("git's data comes along where git is asked about the sources, and root stays: %s", (server) => {
  const runtime = migrated(server, repository, { 'simple-git': '3' })
  expect(runtime).toContain(copied)
  // git reads no repository of another user, and a COPY brings root's.
  expect(runtime).not.toContain('USER')
})

test("what reads git's files without git needs no root", () => {
  const server =
    "require('isomorphic-git').log({ fs: require('fs'), dir: process.cwd() }).then(console.log)"
  const runtime = migrated(server, repository, { 'isomorphic-git': '1' })
  expect(runtime).toContain(copied)
  expect(runtime).toContain('USER node')
})

test.each([
  ["require('child_process').execSync('git clone https://github.com/a/b.git /tmp/b')", repository],
  ["require('child_process').execSync('git -C /tmp/b log')", repository],
  [
    "require('child_process').execSync('git log')",
    { ...repository, '.dockerignore': 'node_modules\n.git\n' },
  ],
  ["require('child_process').execSync('git log')", {}],
])("git's data stays behind where it is of no use, or was not there: %s", (server, files) => {
  const runtime = migrated(server, files)
  expect(runtime).toContain(' git ')
  expect(runtime).not.toContain(copied)
})

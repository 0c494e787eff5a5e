import path from 'node:path'
import { expect, test } from 'vitest'
import { migrate } from '../../src/migrate.ts'
import { openProject } from '../../src/project/open-project.ts'
import { ecosystems, rules } from '../../transforms/index.ts'
import { tempFolder } from '../project/temp-folder.ts'

const source = `FROM node:20
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci
COPY . .
CMD ["node", "server.js"]
`

/** What the split of a server says of its risk, and the assumption. */
function splitOf(server: string) {
  const lock = { lockfileVersion: 3, packages: { 'node_modules/ms': { version: '2.1.3' } } }
  const root = tempFolder({
    Dockerfile: source,
    'package.json': JSON.stringify({ dependencies: { ms: '2.1.3' } }),
    'package-lock.json': JSON.stringify(lock),
    'server.js': server,
    'plugins/a.js': '',
  })
  const project = openProject({ root, dockerfilePath: path.join(root, 'Dockerfile') })
  const outcome = migrate(source, project, { ecosystems, rules })
  if (outcome.outcome !== 'migrated') throw new Error(outcome.reason)
  const split = outcome.changes.find(({ rule }) => rule === 'split-stages')
  return [split?.risk, split?.assumption]
}

test('a module whose name only a run shows is for a person to accept', () => {
  expect(splitOf('const ms = require("ms")\nrequire(process.argv[2])(ms)\n')).toEqual([
    'review',
    'server.js:2 loads what only a run shows: a package of production, or a file of the image.',
  ])
})

test.each(['require("ms")', 'for (const name of ["a"]) require(`./plugins/${name}`)'])(
  '%s is no gap',
  (server) => {
    expect(splitOf(server)).toEqual(['safe', undefined])
  },
)

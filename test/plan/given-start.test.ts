import path from 'node:path'
import { expect, test } from 'vitest'
import { migrate } from '../../src/migrate.ts'
import { openProject } from '../../src/project/open-project.ts'
import { ecosystems, rules } from '../../transforms/index.ts'
import { tempFolder } from '../project/temp-folder.ts'

// A start command that another file gives is said to stand there, and not in a line of the Dockerfile.

test.each([
  ['npx nodemon src/a.js', 'compose.yaml:2 starts nodemon, a development server.'],
  ['npx jest', 'compose.yaml:2 runs jest: tests need the tools'],
  ['tail -f /dev/null', 'compose.yaml:2 starts `tail -f /dev/null`, which only keeps'],
  ['npx ts-node src/a.ts', 'compose.yaml:2 runs ts-node, which package.json lists'],
])('compose gives `%s`', (command, expected) => {
  const text = 'FROM node:20\nWORKDIR /app\nCOPY . .\nRUN npm ci --omit=dev\n'
  const root = tempFolder({
    '.git/HEAD': '',
    Dockerfile: text,
    'compose.yaml': `services:\n  web:\n    build: .\n    command: ${command}\n`,
    'package.json': JSON.stringify({
      name: 'shop',
      devDependencies: { nodemon: '3.0.0', 'ts-node': '10.0.0' },
    }),
    'package-lock.json': '{ "lockfileVersion": 3, "packages": {} }',
    'src/a.js': '',
    'src/a.ts': '',
  })
  const project = openProject({ root, dockerfilePath: path.join(root, 'Dockerfile') })
  const outcome = migrate(text, project, { ecosystems, rules })
  expect(outcome.outcome === 'migrated' ? outcome.after : outcome.reason).toContain(expected)
})

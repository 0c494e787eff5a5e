import { describe, expect, test } from 'vitest'
import { migrateHere } from '../../src/cli/migrate/core/migrate-all.ts'
import { folderWith, runHere } from '../cli/surroundings.ts'

const image = 'gcr.io/distroless/nodejs22-debian12'

/** What comes of a service in a project that wants an image for it. */
async function migrated(
  wanted: string,
  { from = 'node:22', start = 'CMD ["node", "main.js"]', more = {}, main = '' } = {},
): Promise<string> {
  const cwd = folderWith({
    '.git/HEAD': 'ref: refs/heads/main\n',
    'msb-migrate.config.yaml': `runtime:\n  node: ${wanted}\n`,
    Dockerfile: `FROM ${from}\nWORKDIR /app\nCOPY package*.json ./\nRUN npm ci --omit=dev\nCOPY . .\n${start}\n`,
    'package.json':
      '{"name":"a","scripts":{"start":"node main.js"},"dependencies":{"express":"5.0.0"}}',
    'package-lock.json':
      '{"name":"a","lockfileVersion":3,"packages":{"":{"dependencies":{"express":"5.0.0"}},"node_modules/express":{"version":"5.0.0"}}}',
    'main.js': `require('express')().listen(3000)\n${main}`,
    ...more,
  })
  const { stdout } = await runHere(['-d', 'Dockerfile'], { cwd, migrateAll: migrateHere })
  return stdout
}

describe('distroless for Node', () => {
  test('is taken where it is wanted, and the start command goes without the word node', async () => {
    const text = await migrated(image)
    expect(text).toContain(`+FROM ${image} AS runtime\n`)
    expect(text).toContain('-CMD ["node", "main.js"]\n+USER nonroot\n+CMD ["main.js"]\n')
    expect(text).toContain(
      'Entrypoint: ["docker-entrypoint.sh"] -> ["/nodejs/bin/node"] [split-stages]',
    )
    expect(text).toContain('To review: Nobody gives the container another command')
  })

  test.each([
    ['it is of another version than node:20', { from: 'node:20' }],
    ['it has another system than node:26', { from: 'node:26' }],
    ['it has no programs on PATH, and npm is started', { start: 'CMD ["npm", "start"]' }],
    [
      'it has no programs on PATH, and git is started',
      { main: "require('child_process').spawn('git', ['--version'])\n" },
    ],
    ['it has no shell', { start: 'CMD node main.js' }],
    ['it lacks the user of `USER node`', { start: 'USER node\nCMD ["node", "main.js"]' }],
    [
      'its entrypoint is node, and the start command is not `CMD ["node", ...]`',
      { start: 'ENTRYPOINT ["node"]\nCMD ["main.js"]' },
    ],
    [
      'a health check or a command of compose is written for another entrypoint',
      { start: 'HEALTHCHECK CMD ["node", "main.js"]\nCMD ["node", "main.js"]' },
    ],
  ])('is not where %s', async (why, service) => {
    const text = await migrated(image, service)
    expect(text).toContain(
      `* The runtime stage is not on ${image}, as msb-migrate.config.yaml:2 wants: ${why}.\n`,
    )
    expect(text).not.toContain(`+FROM ${image}`)
  })

  test('is where the file names root, or a number', async () => {
    for (const user of ['root', '1000:1000'])
      expect(await migrated(image, { start: `USER ${user}\nCMD ["node", "main.js"]` })).toContain(
        `+FROM ${image} AS runtime\n`,
      )
  })

  test('as nonroot is left to the rule that knows rights', async () => {
    expect(await migrated(`${image}:nonroot`)).toContain('wants: its user is not root; the tag')
  })
})

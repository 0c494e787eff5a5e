import { expect, test } from 'vitest'
import { migrate } from '../../src/migrate.ts'
import { ecosystems, rules } from '../../transforms/index.ts'
import { memoryProject } from '../memory-project.ts'

const source = `FROM node:20
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci
COPY . .
RUN npm run build
CMD ["node", ".output/server/index.mjs"]
`

/** Whether a Nuxt service runs as another user than root, by the packages of its lock file and a route. */
function isNode(locked: readonly string[], route: string): boolean {
  const packages = Object.fromEntries(
    ['nuxt', ...locked].map((name) => [`node_modules/${name}`, { version: '3.17.3' }]),
  )
  const project = memoryProject({
    Dockerfile: source,
    'package.json': JSON.stringify({
      scripts: { build: 'nuxt build' },
      dependencies: { nuxt: '3.17.3' },
    }),
    'package-lock.json': JSON.stringify({
      lockfileVersion: 3,
      packages: {
        '': { dependencies: { nuxt: '3.17.3' } },
        'node_modules/nuxt': {
          version: '3.17.3',
          dependencies: Object.fromEntries(locked.map((name) => [name, '1.0.0'])),
        },
        ...packages,
      },
    }),
    'nuxt.config.ts': 'export default defineNuxtConfig({})\n',
    'server/api/tide.get.ts': route,
  })
  const outcome = migrate(source, project, { ecosystems, rules })
  if (outcome.outcome !== 'migrated') throw new Error(outcome.reason)
  const isUser = outcome.after.includes('\nUSER node\n')
  // Whoever stays root is told why.
  const said = outcome.stays.filter((text) => text.startsWith('No USER is added: '))
  expect(said).toHaveLength(isUser ? 0 : 1)
  return isUser
}

const plain = 'export default defineEventHandler(() => ({ tide: 3 }))\n'

test('a store that only a package of a package loads is none of the program', () => {
  expect(isNode(['env-paths', 'configstore'], plain)).toBe(true)
})

test('a store that the program loads keeps it root', () => {
  expect(isNode([], `import Conf from 'configstore'\nnew Conf('tides')\n${plain}`)).toBe(false)
})

test('a store that needs its folder, whoever loads it', () => {
  expect(isNode(['whatsapp-web.js'], plain)).toBe(false)
})

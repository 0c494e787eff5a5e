import { describe, expect, test } from 'vitest'
import { outcomeOf } from '../node/node-app.ts'

type Sources = Readonly<Record<string, string>>

/** What there is to review of a development server that becomes this build, beyond what is always said. */
function said(
  packages: Readonly<Record<string, string>>,
  [start, build]: readonly [string, string],
  sources: Sources,
  env = '',
): string {
  const file = `FROM node:20
WORKDIR /app
${env}COPY package*.json ./
RUN npm install
COPY . .
EXPOSE 3000
CMD ["npm", "start"]
`
  const outcome = outcomeOf(file, {
    'package.json': JSON.stringify({
      name: 'site',
      engines: { node: '>=18' },
      scripts: { start, build },
      devDependencies: packages,
    }),
    'index.html': '<script type="module" src="/src/main.js"></script>',
    ...sources,
  })
  if (outcome.outcome !== 'migrated') return `${outcome.code}: ${outcome.reason}`
  const assumption = outcome.changes.map((change) => change.assumption ?? '').join('')
  return assumption.split('is what is meant to be served.')[1]?.trim() ?? ''
}

const lines = (name: string, options: string): Sources => ({ [name]: `export default ${options}` })

const docusaurus = (options: string) =>
  said({ '@docusaurus/core': '3.7.0' }, ['docusaurus start --host 0.0.0.0', 'docusaurus build'], {
    ...lines('docusaurus.config.js', options),
    'package-lock.json': JSON.stringify({
      lockfileVersion: 3,
      packages: {
        'node_modules/@docusaurus/core': {
          version: '3.7.0',
          bin: { docusaurus: 'bin/docusaurus.mjs' },
          engines: { node: '>=18.0' },
        },
      },
    }),
  })
const vitepress = (options: string) =>
  said(
    { vitepress: '1.6.3', vite: '5.4.11' },
    ['vitepress dev --host', 'vitepress build'],
    lines('.vitepress/config.mjs', options),
  )
const cra = (sources: Sources, env = '') =>
  said({ 'react-scripts': '5.0.1' }, ['react-scripts start', 'react-scripts build'], sources, env)

describe('what ends a build and no development server', () => {
  test.each([
    [docusaurus("{ onBrokenLinks: 'throw' }"), 'links that lead nowhere (onBrokenLinks)'],
    [docusaurus('{}'), 'links that lead nowhere (onBrokenLinks)'],
    [docusaurus('{ onBrokenLinks: process.env.LINKS }'), 'links that lead nowhere (onBrokenLinks)'],
    [vitepress('{}'), 'links that lead nowhere (ignoreDeadLinks)'],
    [vitepress('{ ignoreDeadLinks: [/^http/] }'), 'links that lead nowhere (ignoreDeadLinks)'],
    [cra({ 'tsconfig.json': '{}' }), 'A build ends on errors of TypeScript,'],
    [cra({}, 'ENV CI=true\n'), 'A build ends on warnings (CI is set),'],
  ])('%s', (text, part) => {
    expect(text).toContain(part)
    expect(text).toContain('try `npm run build` once.')
  })

  test('nothing that the configuration rules out', () => {
    expect(docusaurus("{ onBrokenLinks: 'warn' }")).not.toContain('links')
    expect(vitepress('{ ignoreDeadLinks: true }')).not.toContain('links')
    expect(cra({})).toBe('')
    expect(cra({}, 'ENV CI=false\n')).toBe('')
  })

  test('a check of Astro in front of its build is left out', () => {
    const text = said({ astro: '4.16.0' }, ['astro dev --host', 'astro check && astro build'], {
      'src/pages/index.astro': '<h1>Hello</h1>',
    })
    expect(text).toBe(
      'The script "build" makes checks first, which the development server does not: they are left out.',
    )
  })
})

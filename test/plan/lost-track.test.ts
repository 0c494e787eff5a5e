import { expect, test } from 'vitest'
import { migrate } from '../../src/migrate.ts'
import { ecosystems, rules } from '../../transforms/index.ts'
import { memoryProject } from '../memory-project.ts'

// The packages are installed in one folder, and the program is built and started in another below it: each has the package.json.
test.each(['npm start', 'npm run start', 'cd /ab && npm start'])(
  'what `%s` leads to comes along, to where it ran',
  (start) => {
    const source = `FROM node:20
COPY package.json ./
RUN npm install
WORKDIR /ab
COPY . ./
RUN npm run build
CMD ${start}
`
    const project = memoryProject({
      Dockerfile: source,
      'package.json': JSON.stringify({
        scripts: { build: 'next build', start: 'next start' },
        dependencies: { next: '14', react: '18' },
      }),
      'pages/index.js': 'export default () => null\n',
    })
    const outcome = migrate(source, project, { ecosystems, rules })
    expect(outcome).toMatchObject({ outcome: 'migrated' })
    const runtime = outcome.outcome === 'migrated' ? outcome.after.split('AS runtime')[1] : ''
    expect(runtime).toContain('COPY --from=builder /node_modules /node_modules')
    expect(runtime).toContain('COPY --from=builder /ab/package.json ./')
    expect(runtime).toContain('/ab/.next ./.next')
  },
)

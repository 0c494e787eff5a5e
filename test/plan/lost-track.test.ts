import { expect, test } from 'vitest'
import { migrate } from '../../src/migrate.ts'
import { ecosystems, rules } from '../../transforms/index.ts'
import { memoryProject } from '../memory-project.ts'

// The packages are installed in one folder, and the program is built and started in another below it: each has the package.json.
test.each(['npm start', 'npm run start', 'cd /ab && npm start'])(
  'what `%s` leads to has to be there, and to run where it ran',
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
    expect(outcome).toMatchObject({
      outcome: 'refused',
      code: 'promise-start-file',
      reason:
        'The migration was made and withdrawn: `next start`, which runs in /ab, would not be found or run elsewhere.',
    })
  },
)

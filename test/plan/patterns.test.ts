import { expect, test } from 'vitest'
import { factsOfText } from '../../src/facts/facts.ts'
import { fileNeedsOf } from '../../src/plan/needs/files/file-needs.ts'
import { seePrograms } from '../../src/plan/needs/seen/see-programs.ts'
import { toolRowsOf } from '../../src/plan/tooling.ts'
import { ecosystems } from '../../transforms/index.ts'
import { memoryProject } from '../memory-project.ts'

/** What of the context a compiled program needs that names its schemas by an expression. */
function needsOf(expression: string): readonly string[] {
  const project = memoryProject({
    'package.json': '{ "scripts": { "build": "tsc" } }',
    'tsconfig.json': '{ "compilerOptions": { "outDir": "dist", "rootDir": "src" } }',
    'src/main.ts': `import { loadSchemas } from 'schemas'\nloadSchemas({ typePaths: [${expression}] })`,
    'src/cats/cats.graphql': '',
    'src/cats/cat.entity.ts': '',
    'more/deep/dogs.gql': '',
    'top.graphql': '',
  })
  const text =
    'FROM node:22\nWORKDIR /app\nCOPY . .\nRUN npm ci && npm run build\nCMD ["node", "dist/main.js"]\n'
  const facts = factsOfText(text, project, toolRowsOf(ecosystems))
  if (facts === undefined) throw new Error('no Dockerfile')
  return fileNeedsOf(seePrograms(facts), facts)
    .flatMap(({ contextPath }) => contextPath ?? [])
    .filter((path) => !/\.json$/.test(path))
    .sort()
}

test.each([
  ["'./**/*.graphql'", ['src', 'top.graphql']],
  ["'**/*.graphql'", ['src', 'top.graphql']],
  ["'./**/*.{graphql,gql}'", ['more', 'src', 'top.graphql']],
  ["process.cwd() + '/**/*.graphql'", ['src', 'top.graphql']],
  ["'./{src,more}/**/*.gql'", ['more', 'src']],
  ["'./src/**/*.graphql'", ['src']],
  ["'./*.graphql'", ['top.graphql']],
  // Beside the compiled module there are none, before and after.
  ["__dirname + '/**/*.graphql'", []],
  // The compiler has put them elsewhere.
  ["'**/*.entity{.ts,.js}'", []],
])('%s needs %j', (expression, paths) => {
  expect(needsOf(expression)).toEqual(paths)
})

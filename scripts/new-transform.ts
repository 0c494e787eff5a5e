// Starts a transform: `npm run new-transform -- ruby` copies transforms/_template with its fixtures and registers it.
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { planTransform } from './plan-transform.ts'

const root = process.cwd()
const [name = ''] = process.argv.slice(2)

try {
  for (const { path, text } of await planTransform(name, root)) {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), text)
    console.log(path)
  }
  console.log(`
The transform is registered, and its fixtures pass as they are. Now:
1. Write the first input.Dockerfile and output.Dockerfile in __fixtures__/${name}/ by hand, as an expert would.
2. Change transforms/${name}/index.ts until \`npm test -- fixtures\` is green. transforms/README.md says how.
3. Add what must be refused, each with an outcome.txt.
4. \`npm run check\`, and with a Docker Engine: \`MSB_DOCKER=${name} npm run test:docker -- fixtures\`.`)
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 2
}

// Verifies real projects and writes bench/proof.md: `npm run proof -- --mirrors DIR --results DIR [--list FILE] [--provide COMMAND] [--only REPOSITORY]... [--page]`.
// What is in the results' folder already is not verified again; --page only writes the page. A project that gives no result is named, and asked again the next time.
import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { format, resolveConfig } from 'prettier'
import { projectName, readProjects } from './proof-list.ts'
import { proofPage } from './proof-page.ts'
import { readResult, resultFile } from './proof-result.ts'
import { proveProject } from './prove-project.ts'

const root = process.cwd()
const { values } = parseArgs({
  options: {
    list: { type: 'string', default: path.join(root, 'bench/proof.csv') },
    /** Has a bare or plain git repository for each project: DIR/OWNER+NAME or DIR/OWNER+NAME/repo. */
    mirrors: { type: 'string' },
    results: { type: 'string', default: path.join(root, 'dist/proof') },
    /** Called with `--dockerfile FILE` before FILE is built, where base images come from elsewhere than a registry. */
    provide: { type: 'string' },
    only: { type: 'string', multiple: true, default: [] },
    page: { type: 'boolean', default: false },
  },
})

try {
  const projects = readProjects(values.list)
  const { mirrors, results, provide, only } = values
  mkdirSync(results, { recursive: true })
  for (const project of values.page ? [] : projects) {
    if (only.length > 0 && !only.includes(project.repository)) continue
    if (readResult(results, project) !== undefined) continue
    if (mirrors === undefined) throw new Error('--mirrors DIR: where the projects are')
    try {
      const result = proveProject(project, { root, mirrors, provide: provide?.split(' ') })
      writeFileSync(resultFile(results, project), `${JSON.stringify(result, undefined, 2)}\n`)
      const said = result.verification?.verdict ?? `${result.outcome} ${result.code ?? ''}`
      console.log(`${projectName(project)}: ${said}`)
    } catch (error) {
      console.error(`${projectName(project)}: ${messageOf(error)}`)
      process.exitCode = 1
    }
  }
  const file = path.join(root, 'bench/proof.md')
  const page = proofPage(
    projects.map((project) => ({ project, result: readResult(results, project) })),
  )
  writeFileSync(file, await format(page, { ...(await resolveConfig(file)), parser: 'markdown' }))
} catch (error) {
  console.error(messageOf(error))
  process.exitCode = 2
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}

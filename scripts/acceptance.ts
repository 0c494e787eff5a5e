// Counts what comes of the corpus and writes bench/acceptance.md. `npm run acceptance`; needs the shared material.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { format, resolveConfig } from 'prettier'
import { acceptancePage, shareOfConversions, shareOfSplits } from './acceptance-page.ts'
import { judgeApplications, judgeConversions } from './judge.ts'

const root = process.cwd()
const file = join(root, 'bench/acceptance.md')

try {
  const applications = judgeApplications(root)
  const conversions = judgeConversions(root)
  const page = acceptancePage(applications, conversions)
  writeFileSync(file, await format(page, { ...(await resolveConfig(file)), parser: 'markdown' }))
  console.log(`split where it pays: ${shareOfSplits(applications)}`)
  console.log(`migrated beside the maintainers: ${shareOfConversions(conversions)}`)
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 2
}

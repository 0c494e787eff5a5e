// Which outputs two builds of the program don't agree on: `npm run compare -- OLD NEW DIR...`. OLD and NEW are checkouts that are built,
// DIR a folder of projects. Exit code 1 where some differ.
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import {
  type ComparedFile,
  comparedReport,
  differencesMarkdown,
  differencesText,
  outputDifferences,
} from './output-difference.ts'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { markdown: { type: 'boolean', default: false } },
})
const [old, now, ...folders] = positionals

if (old === undefined || now === undefined || folders.length === 0) {
  console.error('Usage: npm run compare -- [--markdown] OLD NEW DIR...')
  process.exitCode = 2
} else {
  const differences = folders.flatMap((folder) =>
    outputDifferences(run(old, folder), run(now, folder)),
  )
  process.stdout.write((values.markdown ? differencesMarkdown : differencesText)(differences))
  if (differences.length > 0) process.exitCode = 1
}

function run(checkout: string, folder: string): readonly ComparedFile[] {
  const program = join(checkout, 'bin/msb-migrate.js')
  const args = [program, '--dry-run', '--format', 'json', '--quiet', folder]
  const { status, stdout, stderr } = spawnSync(process.execPath, args, {
    encoding: 'utf8',
    maxBuffer: 2 ** 30,
  })
  // Exit code 3 tells of files that failed; they are compared like the others.
  if (status !== 0 && status !== 3) throw new Error(`${program} ends with ${status}: ${stderr}`)
  return comparedReport.parse(JSON.parse(stdout)).files
}

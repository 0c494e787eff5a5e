import { resolve } from 'node:path'
import { jsonEntry, jsonHead, jsonTail } from '../report/json-report.ts'
import { count, emptyTally, jsonSummary, summaryLine } from '../report/summary.ts'
import { readFileList } from './file-list.ts'
import { findDockerfiles } from './find-dockerfiles.ts'
import { migrateAll } from './migrate-all.ts'
import type { CliOptions } from './options.ts'
import { parseArguments } from './parse-arguments.ts'
import { payloadToFile, payloadToStream } from './payload.ts'
import type { Surroundings } from './surroundings.ts'
import { UsageError } from './usage-error.ts'

/** The whole program: takes the command line without node and script, gives the exit code. */
export async function run(argv: readonly string[], around: Surroundings): Promise<number> {
  try {
    const request = await parseArguments(argv, around.stdout.columns)
    if (request.kind === 'print') {
      await payloadToStream(around.stdout).write(request.text)
      return 0
    }
    return await runOptions(request.options, around)
  } catch (error) {
    if (!(error instanceof UsageError)) throw error
    around.stderr.write(`msb-migrate: ${error.message}\n`)
    return 2
  }
}

async function runOptions(options: CliOptions, around: Surroundings): Promise<number> {
  const started = around.now()
  const paths = await choosePaths(options, around)
  const payload =
    options.output === undefined
      ? payloadToStream(around.stdout)
      : payloadToFile(resolve(around.cwd, options.output), options.output)
  const { context, only, skip, safe } = options
  const settings = { cwd: around.cwd, context, only, skip, safe }
  const tally = emptyTally()
  await payload.write(jsonHead)
  let separator = '\n'
  for await (const report of migrateAll(settings, paths, options.jobs)) {
    count(tally, report.result)
    await payload.write(separator + jsonEntry(report))
    separator = ',\n'
  }
  await payload.write(jsonTail(jsonSummary(tally)))
  payload.end()
  if (!options.quiet)
    around.stderr.write(`${summaryLine(tally, undefined, (around.now() - started) / 1000)}\n`)
  return tally.counts.failed > 0 ? 3 : 0
}

async function choosePaths(options: CliOptions, around: Surroundings): Promise<readonly string[]> {
  const listed =
    options.filesFrom === undefined
      ? []
      : await readFileList(options.filesFrom, around.cwd, around.stdin)
  const args = options.paths.length > 0 || options.filesFrom !== undefined ? options.paths : ['.']
  const found = await findDockerfiles(args, around.cwd, async () => undefined)
  return [...new Set([...found.paths, ...listed])].sort()
}

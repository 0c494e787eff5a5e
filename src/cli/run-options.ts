import { existsSync, statSync } from 'node:fs'
import { resolve } from 'node:path'
import { programNames } from '../project/config/find-config.ts'
import { listGitFiles } from '../project/git/git.ts'
import { allRules } from '../plan/enabled-rules.ts'
import { shownLine } from '../report/paint.ts'
import { didYouMean } from './did-you-mean.ts'
import { type Choice, choosePaths } from './migrate/choose-paths.ts'
import { readBytes } from './migrate/file-list.ts'
import { type MigrateAll, migrateHere } from './migrate/core/migrate-all.ts'
import type { FileJob } from './migrate/core/migrate-file.ts'
import type { CliOptions, VerifyChoice } from './cli-options.ts'
import { payloadToStream } from './payload.ts'
import type { Run } from './migrate/migrate-run.ts'
import { printReports } from './migrate/print-reports.ts'
import { isInteractive, type Surroundings } from './migrate/surroundings.ts'
import { UsageError } from './usage-error.ts'

/** Does what the options say; gives the exit code. Throws UsageError. */
export async function runOptions(
  given: CliOptions,
  around: Surroundings,
  migrateAll: MigrateAll = migrateHere,
): Promise<number> {
  const started = around.now()
  await checkOptions(given, around.cwd)
  const options =
    given.configFile === undefined
      ? given
      : await (await import('./named-config.ts')).withNamedConfig(given, around.cwd)
  if (options.verify?.clean === true) {
    const { cleanUp } = await import('./verify/verify-clean.ts')
    return cleanUp(around)
  }
  if (options.pr !== undefined) {
    const { runPr } = await import('./pr/run-pr.ts')
    return runPr(options, options.pr, around, migrateAll)
  }
  if (options.command === 'undo')
    return (await import('./undo/run-undo.ts')).runUndo(options, around)
  if (options.command === 'completion')
    return (await import('./completion/print-completion.ts')).printCompletion(options.paths, around)
  if (options.command === 'explain')
    return (await import('./explain/run-explain.ts')).runExplain(options, around, migrateAll)
  const { jobs, hints, warnings } = await chooseJobs(options, around)
  for (const warning of warnings) around.stderr.write(`warning: ${shownLine(warning)}\n`)
  if (!options.quiet)
    for (const hint of [...hints, ...unnamedConfigs(options, around.cwd)])
      around.stderr.write(`hint: ${shownLine(hint)}\n`)
  if (options.printConfig) {
    const { printedConfig } = await import('./print-config.ts')
    const paths = jobs.map(({ path }) => path)
    await payloadToStream(around.stdout).write(
      await printedConfig(paths, options.config, around.cwd),
    )
    return 0
  }
  const run = { options, around, jobs, migrateAll, started }
  if (options.command === 'inventory') return (await import('./inventory.ts')).takeInventory(run)
  return withJournal(run)
}

/** What may write says at its end how that is taken back. */
async function withJournal(run: Run): Promise<number> {
  const { options, around } = run
  const work = (noting: Run): Promise<number> => {
    if (options.verify !== undefined) return runVerification(noting, options.verify)
    return reviewOrPrint(noting)
  }
  const mayWrite = options.mode === 'write' || options.decisions !== undefined
  if (!mayWrite && !isReview(options, around)) return work(run)
  const { createRunJournal } = await import('./undo/run-journal.ts')
  const journal = createRunJournal(around)
  try {
    return await work({ ...run, journal })
  } finally {
    const { warning, hint } = journal.lastWords()
    around.stderr.write(`${warning}${options.quiet ? '' : hint}`)
  }
}

async function reviewOrPrint(run: Run): Promise<number> {
  const { options, around } = run
  const asks = isReview(options, around)
  if (options.decisions !== undefined && !asks) {
    const { replayDecisions } = await import('./migrate/review/replay-decisions.ts')
    return replayDecisions(run, options.decisions)
  }
  if (!asks) return printReports(run)
  const { reviewReports } = await import('./migrate/review/review-reports.ts')
  return reviewReports(run)
}

/** The same modes, with reports that carry what Docker showed. */
async function runVerification(run: Run, choice: VerifyChoice): Promise<number> {
  const { newSettings } = await import('./verify/verify-machine.ts')
  const settings = await newSettings(choice, run.options.config)
  if (choice.printBake) return (await import('./verify/print-bake.ts')).printBake(run, settings)
  const { verifyReports } = await import('./verify/verify-reports.ts')
  return printReports({
    ...run,
    migrateAll: (...task) => verifyReports(run, settings, run.migrateAll(...task)),
  })
}

async function chooseJobs(
  options: CliOptions,
  around: Surroundings,
): Promise<Omit<Choice, 'paths'> & { readonly jobs: readonly FileJob[] }> {
  const { stdinFilepath } = options
  if (stdinFilepath !== undefined) {
    return {
      jobs: [{ path: stdinFilepath, bytes: await readBytes(around.stdin) }],
      hints: [],
      warnings: [],
    }
  }
  const { paths, ...said } = await choosePaths(options, around, listGitFiles)
  return { ...said, jobs: paths.map((path) => ({ path })) }
}

/** Without a word about what to do or print, and with somebody there to answer. */
function isReview(options: CliOptions, around: Surroundings): boolean {
  const { mode, format, output, stdinFilepath, filesFrom } = options
  const isPlain = [mode, format, output, stdinFilepath].every((each) => each === undefined)
  return isPlain && filesFrom !== '-' && isInteractive(around)
}

async function checkOptions(
  { only, with: besides, skip, context, verify }: CliOptions,
  cwd: string,
): Promise<void> {
  const wanted = [...(only ?? []), ...besides].filter((name) => name !== allRules)
  const asked = [...wanted, ...skip]
  if (asked.length > 0) {
    const { ruleNames } = await import('./rule-names.ts')
    const unknown = asked.find((name) => !ruleNames.includes(name))
    if (unknown !== undefined) {
      const near = didYouMean(unknown, ruleNames)
      const all = ruleNames.join(', ')
      throw new UsageError(`there is no rule "${unknown}"${near}; the rules are ${all}`)
    }
  }
  if (verify !== undefined && verify.envFiles.length > 0) {
    const { checkEnvFile } = await import('./verify/verify-values.ts')
    for (const file of verify.envFiles) checkEnvFile(file, cwd)
  }
  if (context === undefined) return
  const stat = statSync(resolve(cwd, context), { throwIfNoEntry: false })
  if (stat?.isDirectory() !== true) throw new UsageError(`--context: there is no folder ${context}`)
}

/** A hint for each configuration that is a program: nothing of a repository is run because it lies there. */
function unnamedConfigs({ config, configFile }: CliOptions, cwd: string): readonly string[] {
  if (config !== 'nearest' || configFile !== undefined) return []
  return programNames
    .filter((name) => existsSync(resolve(cwd, name)))
    .map((name) => `${name} is a program, and is run only where it is named: --config ${name}`)
}

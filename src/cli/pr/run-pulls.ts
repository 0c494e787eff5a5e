import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { fewAtOnce } from '../../publish/at-once.ts'
import { templateProblem } from '../../publish/body/fill-template.ts'
import { runCampaign } from '../../publish/campaign/run-campaign.ts'
import type {
  Campaign,
  CampaignChoice,
  CampaignEvent,
  Counts,
} from '../../publish/campaign/settings.ts'
import { emptyState, openState, type State } from '../../publish/campaign/state.ts'
import { virtualRoot } from '../../publish/sources/migrate-round.ts'
import { messageOf } from '../migrate/file-list.ts'
import { holder } from '../holder.ts'
import { mostProcesses } from '../migrate/core/create-core.ts'
import type { CliOptions, PrChoice } from '../cli-options.ts'
import { readVersion } from '../version.ts'
import { payloadToStream } from '../payload.ts'
import { UsageError } from '../usage-error.ts'
import { eventLine } from './event-line.ts'
import type { Part } from './parts.ts'
import type { PrProgress } from './pr-progress.ts'
import { summarize } from './pr-summary.ts'
import { createRehearsal } from './rehearsal.ts'
import { toWords } from './remembered.ts'
import type { PrRun } from './pr-run.ts'
import { createVerifyTask } from './verify-task.ts'

/** Repositories that are worked on at once, where `--jobs` does not say. */
const standardJobs = 4

/** `pr` and `pr sync`: opens and rebuilds pull requests. Gives the exit code. */
export async function runPulls(run: PrRun, progress: PrProgress): Promise<number> {
  const { options, pr, around, scope, stateFile } = run
  const isRehearsal = options.mode === 'dry-run'
  const choice = choiceOf(pr, options, around.cwd)
  const payload = payloadToStream(around.stdout)
  const rehearsal = isRehearsal
    ? createRehearsal(options.output ?? 'msb-migrate-pr', around.cwd)
    : undefined
  const state = isRehearsal
    ? emptyState()
    : openState(stateFile, toWords(options, pr, around.cwd), holder)
  const tally = summarize()
  const counts: Counts = { open: 0, opened: 0, elsewhere: new Map() }
  const settings = settingsHash(options, pr)
  const seen = (event: CampaignEvent): void => {
    tally.count(event)
    progress.clear()
    const line = eventLine(event, options.quiet)
    // Said at the end: what is open on a host by then is to be noted.
    if (line !== '') payload.write(line).catch(() => undefined)
    if (event.kind === 'repository') progress.step()
    else progress.show()
  }
  const verify = createVerifyTask(options, around, run.migrateAll)
  const migrate = commitsOf(run)
  try {
    for (const part of scope.parts) {
      const targets = await part.targets()
      progress.begin(targets.length)
      const end = await runCampaign(
        campaignOf(run, part, {
          choice,
          state,
          counts,
          settings,
          seen,
          migrate,
          verify,
          rehearsal,
        }),
        targets,
        options.jobs ?? standardJobs,
      )
      tally.end(end)
      if (around.interrupt.aborted) break
    }
  } finally {
    progress.clear()
    await verify?.close()
    state.close()
  }
  if (!options.quiet)
    around.stderr.write(tally.text(around.interrupt.aborted, rehearsal?.written()))
  if (around.interrupt.aborted) return 130
  await payload.write('')
  return tally.exitCode()
}

function campaignOf(
  { around }: PrRun,
  { connection, openSource, isWanted }: Part,
  shared: {
    readonly choice: CampaignChoice
    readonly state: State
    readonly counts: Counts
    readonly settings: string
    readonly seen: Campaign['seen']
    readonly migrate: Campaign['migrate']
    readonly verify: ReturnType<typeof createVerifyTask>
    readonly rehearsal: ReturnType<typeof createRehearsal> | undefined
  },
): Campaign {
  const { verify, rehearsal, ...rest } = shared
  return {
    ...rest,
    forge: connection.forge,
    version: readVersion(),
    openSource,
    isWanted,
    verify: verify && ((task) => verify.run(task, connection.git)),
    rehearse: rehearsal?.write,
    interrupt: around.interrupt,
  }
}

/** Repositories are worked on side by side, as many as the user likes; each needs a process while its files are migrated. */
function commitsOf({ options, migrateAll }: PrRun): Campaign['migrate'] {
  const { only, with: besides, skip, safe, timeoutPerFile, config } = options
  const settings = {
    ...{ cwd: virtualRoot, only, with: besides, skip, safe, timeoutPerFile, config },
  }
  return fewAtOnce(mostProcesses, (commit, jobs) =>
    migrateAll(
      { ...settings, context: undefined, paths: [], followLinks: false, commit },
      jobs,
      undefined,
    ),
  )
}

function choiceOf(pr: PrChoice, { verify }: CliOptions, cwd: string): CampaignChoice {
  const bodyTemplate =
    pr.bodyTemplate === undefined ? undefined : readTemplate(pr.bodyTemplate, cwd)
  for (const text of [pr.titleTemplate, bodyTemplate]) {
    const problem = text === undefined ? undefined : templateProblem(text)
    if (problem !== undefined) throw new UsageError(problem)
  }
  return {
    grouping: pr.grouping,
    branchPrefix: pr.branchPrefix,
    base: pr.base,
    isDraft: pr.isDraft,
    labels: pr.labels,
    assignees: pr.assignees,
    reviewers: pr.reviewers,
    teamReviewers: pr.teamReviewers,
    fork: pr.fork,
    maxOpen: pr.maxOpen,
    pilot: pr.pilot,
    reopen: pr.reopen,
    shard: pr.shard,
    mode: pr.action === 'sync' ? 'sync' : 'run',
    titleTemplate: pr.titleTemplate,
    bodyTemplate,
    accept: verify?.accept ?? [],
  }
}

function readTemplate(file: string, cwd: string): string {
  try {
    return readFileSync(resolve(cwd, file), 'utf8')
  } catch (error) {
    throw new UsageError(`--body-template: ${file} can't be read (${messageOf(error)})`)
  }
}

/** Everything but the repository's files that decides what is changed. */
function settingsHash(
  { only, with: besides, skip, safe, paths, config }: CliOptions,
  pr: PrChoice,
): string {
  const { grouping, branchPrefix, shard } = pr
  const all = [
    readVersion(),
    only ?? null,
    besides,
    skip,
    safe,
    paths,
    grouping,
    branchPrefix,
    shard ?? null,
    typeof config === 'string' ? config : config.text,
  ]
  return createHash('sha256').update(JSON.stringify(all)).digest('hex').slice(0, 16)
}

import { groupings } from '../../publish/campaign/service.ts'
import { emitTargets } from '../../publish/emit/emit-targets.ts'
import { forgeKinds } from '../../publish/forge.ts'
import type { CliOptions, PrAction, PrChoice } from '../cli-options.ts'
import { formatsOf } from '../formats.ts'
import { UsageError } from '../usage-error.ts'
import type { OptionReader } from '../option-row.ts'
import { prOptions } from './pr-options.ts'

/** The options of `pr`; undefined where another command is given. Throws UsageError. */
export function readPrChoice(
  action: PrAction | undefined,
  options: OptionReader,
): PrChoice | undefined {
  const { flag, flagOrNot, text, each, list } = options
  if (action === undefined) {
    const stray = prOptions.find(({ name, kind }) =>
      kind === 'flag' ? flagOrNot(name) !== undefined : each(name).length > 0,
    )
    if (stray !== undefined) throw new UsageError(`--${stray.name} is for pr; see --help`)
    return undefined
  }
  return {
    action,
    repos: text('repos'),
    org: text('org'),
    topic: text('topic'),
    query: text('query'),
    host: readHost(text('host')),
    forge: forgeKinds.find((kind) => kind === text('forge')),
    remote: text('remote') ?? 'origin',
    grouping: groupings.find((each) => each === text('group-by')) ?? 'service',
    base: text('base'),
    branchPrefix: readPrefix(text('branch-prefix')),
    isDraft: flag('draft'),
    labels: list('label'),
    reviewers: list('reviewer'),
    teamReviewers: list('team-reviewer'),
    assignees: list('assignee'),
    titleTemplate: text('title-template'),
    bodyTemplate: text('body-template'),
    fork: flag('fork'),
    maxOpen: readCount('max-open', text('max-open')),
    pilot: readCount('pilot', text('pilot')),
    reopen: flag('reopen'),
    state: text('state'),
    resume: flag('resume'),
    shard: readShard(text('shard')),
    pace: readPace(text('pace')),
    pushOnly: flag('push-only'),
    emit: emitTargets.find((each) => each === text('emit')),
    yes: flag('yes'),
  }
}

/** Throws UsageError where options of `pr` contradict each other or others. */
export function checkPrCombination({
  pr,
  mode,
  paths,
  context,
  stdinFilepath,
  format,
  filesFrom,
  allowDirty,
}: CliOptions): void {
  if (pr === undefined) return
  const isFleet = isFleetChoice(pr)
  if (isFleet && paths.length > 0)
    throw new UsageError('paths are for one repository; --repos, --org and --query read whole ones')
  if (pr.repos !== undefined && (pr.org !== undefined || pr.query !== undefined))
    throw new UsageError('--repos names the repositories; drop --org and --query')
  if (pr.topic !== undefined && pr.org === undefined && pr.query === undefined)
    throw new UsageError('--topic chooses among those of --org or --query')
  if (pr.pushOnly && (pr.org !== undefined || pr.query !== undefined))
    throw new UsageError(
      "--push-only goes without the host's API, which is needed for --org and --query",
    )
  const stray = [
    mode === 'write' && '--write',
    mode === 'check' && '--check',
    allowDirty && '--allow-dirty',
    context !== undefined && '--context',
    stdinFilepath !== undefined && '--stdin-filepath',
    filesFrom !== undefined && '--files-from',
  ].find((each) => each !== false)
  if (stray !== undefined) throw new UsageError(`pr works on commits; drop ${stray}`)
  if (pr.yes && pr.action !== 'close') throw new UsageError('--yes is for pr close')
  if (mode === 'dry-run' && pr.action !== 'run' && pr.action !== 'sync')
    throw new UsageError(`pr ${pr.action} has no --dry-run`)
  const { action } = pr
  const known = action === 'report' || action === 'status' ? formatsOf(`pr ${action}`) : []
  if (format !== undefined && !known.includes(format))
    throw new UsageError(
      known.length === 0
        ? 'pr prints no report; pr status and pr report do'
        : `pr ${pr.action} prints ${known.join(', ')}`,
    )
}

/** Is a fleet meant, and not the repository around the working directory? */
export function isFleetChoice({ repos, org, query }: PrChoice): boolean {
  return repos !== undefined || org !== undefined || query !== undefined
}

function readHost(text: string | undefined): string | undefined {
  if (text === undefined) return undefined
  const url = text.includes('://') ? text : `https://${text}`
  const parsed = URL.canParse(url) ? new URL(url) : undefined
  const isPlain =
    parsed !== undefined && /^https?:$/.test(parsed.protocol) && parsed.username === ''
  if (!isPlain || parsed.pathname.replace(/\/$/, '') !== '')
    throw new UsageError(
      `--host takes a host or its URL (git.example.org), not "${parsed === undefined ? text : parsed.host + parsed.pathname}"`,
    )
  return parsed.origin
}

/** https://git-scm.com/docs/git-check-ref-format */
function readPrefix(text: string | undefined): string {
  const prefix = text ?? 'msb-migrate/'
  if (!/^[A-Za-z0-9_][\w./-]*$/.test(prefix) || /\.\.|\/\/|\.lock\/|\/\.|@\{/.test(prefix))
    throw new UsageError(`--branch-prefix: "${prefix}" can't begin the name of a branch`)
  return prefix
}

function readCount(name: string, text: string | undefined): number | undefined {
  if (text === undefined) return undefined
  const count = /^\d{1,6}$/.test(text) ? Number(text) : 0
  if (count < 1) throw new UsageError(`--${name} takes a number from 1, not "${text}"`)
  return count
}

function readPace(text: string | undefined): number | undefined {
  if (text === undefined) return undefined
  if (!/^\d{1,4}(\.\d{1,3})?$/.test(text))
    throw new UsageError(`--pace takes a number of seconds, not "${text}"`)
  return Number(text) * 1000
}

function readShard(text: string | undefined): PrChoice['shard'] {
  if (text === undefined) return undefined
  const [, index = '', count = ''] = /^(\d{1,5})\/(\d{1,5})$/.exec(text) ?? []
  const shard = { index: Number(index), count: Number(count) }
  if (shard.index < 1 || shard.index > shard.count)
    throw new UsageError(`--shard takes I/N with I from 1 to N (2/8), not "${text}"`)
  return shard
}

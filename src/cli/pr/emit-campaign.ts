import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { emit } from '../../publish/emit/emit.ts'
import { EmitError, type EmittedConfig, type Emission } from '../../publish/emit/emission.ts'
import type { EmitTarget } from '../../publish/emit/emit-targets.ts'
import { hasControls } from '../../publish/emit/quote.ts'
import { readConfig } from '../../project/config/read-config.ts'
import { readRepositoryName } from '../../publish/remote-url.ts'
import { messageOf } from '../migrate/file-list.ts'
import type { CliOptions, PrChoice } from '../cli-options.ts'
import { ruleNames } from '../rule-names.ts'
import { UsageError } from '../usage-error.ts'
import { readVersion } from '../version.ts'
import { changeWords, prWords, valueNotes } from './emit-words.ts'

/** What `--emit` prints: all that another engine needs to run the campaign. The file of `--repos` is read in `cwd`. Throws UsageError. */
export function emitCampaign(options: CliOptions, pr: PrChoice, cwd = '.'): string {
  if (pr.emit === undefined) throw new UsageError('--emit needs the name of an engine')
  if (pr.action !== 'run' && pr.action !== 'sync')
    throw new UsageError(`--emit is for pr and pr sync, not for pr ${pr.action}`)
  if (pr.resume)
    throw new UsageError('--emit takes its options from the command line; drop --resume')
  const emission: Emission = toEmission(options, pr, pr.emit, pr.action, cwd)
  checkPlain(emission)
  try {
    return emit(pr.emit, emission)
  } catch (error) {
    if (error instanceof EmitError) throw new UsageError(`--emit ${pr.emit}: ${error.message}`)
    throw error
  }
}

function toEmission(
  options: CliOptions,
  pr: PrChoice,
  target: EmitTarget,
  action: Emission['action'],
  cwd: string,
): Emission {
  const place = placeOf(pr, target)
  // Jobs read the list from their checkout; whoever clones by itself is given its content.
  const isRead = target !== 'actions' && target !== 'gitlab-ci'
  const repositories =
    pr.repos === undefined ? undefined : isRead ? readList(pr.repos, place.origin, cwd) : []
  // GitLab's job knows GitLab first.
  const said = target === 'gitlab-ci' && pr.host === undefined ? { ...pr, forge: place.kind } : pr
  return {
    ...place,
    version: readVersion(),
    org: pr.org,
    topic: pr.topic,
    query: pr.query,
    repositories,
    paths: options.paths,
    action,
    isDryRun: options.mode === 'dry-run',
    base: pr.base,
    branchPrefix: pr.branchPrefix,
    isDraft: pr.isDraft,
    isPushOnly: pr.pushOnly,
    fork: pr.fork,
    labels: pr.labels,
    reviewers: pr.reviewers,
    teamReviewers: pr.teamReviewers,
    assignees: pr.assignees,
    title: pr.titleTemplate?.includes('{{') === true ? undefined : pr.titleTemplate,
    changeWords: changeWords(options),
    isVerified: options.verify !== undefined,
    config: configOf(options),
    options: prWords(options, said),
    shards: pr.shard?.count,
    notes: valueNotes(options),
  }
}

/** Whoever clones by itself is given what a configuration says: its path leads to nothing there, or to a file of the repository. */
function configOf({ config, configFile }: CliOptions): EmittedConfig | undefined {
  if (typeof config === 'string' || configFile === undefined) return undefined
  const read = readConfig(config, ruleNames)
  if (read.kind === 'fault') throw new UsageError(`--config: ${configFile}: ${read.reason}`)
  return {
    name: configFile,
    text: JSON.stringify(read.data).replace(
      /[^ -~]/g,
      (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
    ),
    hasTransforms: read.data.transforms !== undefined,
  }
}

const publicOrigins: Readonly<Record<Emission['kind'], string>> = {
  github: 'https://github.com',
  gitlab: 'https://gitlab.com',
  gitea: 'https://codeberg.org',
  bitbucket: 'https://bitbucket.org',
}

/** Nothing is asked of the network here: the options must say what the host runs. */
function placeOf({ host, forge }: PrChoice, target: EmitTarget): Pick<Emission, 'kind' | 'origin'> {
  const standard = target === 'gitlab-ci' ? 'gitlab' : 'github'
  if (host === undefined) {
    const kind = forge ?? standard
    return { kind, origin: publicOrigins[kind] }
  }
  const known = (['github', 'gitlab', 'gitea', 'bitbucket'] as const).find(
    (kind) => publicOrigins[kind] === host,
  )
  const kind = forge ?? known ?? (target === 'gitlab-ci' ? 'gitlab' : undefined)
  if (kind === undefined)
    throw new UsageError(`--emit: say what ${new URL(host).host} runs, with --forge`)
  return { kind, origin: host }
}

function readList(file: string, origin: string, cwd: string): readonly string[] {
  if (file === '-')
    throw new UsageError('--emit reads --repos from a file, not from standard input')
  const names = readText(file, cwd)
    .split(/\r?\n/)
    .map((line) => line.replace(/(^|\s)#.*$/, '').trim())
    .filter((line) => line !== '')
  const paths = names.map((name) => {
    const place = readRepositoryName(name, origin) ?? readRepositoryName(name, undefined)
    if (place?.origin !== origin)
      throw new UsageError(
        `--emit: ${JSON.stringify(name.slice(0, 80))} of ${file} is no repository of ${origin}`,
      )
    return place.path
  })
  if (paths.length === 0) throw new UsageError(`--repos: ${file} names no repository`)
  return [...new Set(paths)]
}

function readText(file: string, cwd: string): string {
  try {
    return readFileSync(resolve(cwd, file), 'utf8')
  } catch (error) {
    throw new UsageError(`--repos: ${file} can't be read (${messageOf(error)})`)
  }
}

/** A line end would leave the comment, the line of YAML or the word that a value stands in. Throws UsageError. */
function checkPlain({ options, changeWords, config, paths, repositories }: Emission): void {
  const words = [
    ...options.flatMap(({ words }) => words),
    ...changeWords.flat(),
    ...paths,
    ...(config === undefined ? [] : [config.name]),
    ...(repositories ?? []),
  ]
  const bad = words.find(hasControls)
  if (bad !== undefined)
    throw new UsageError(`--emit: ${JSON.stringify(bad)} has line ends or invisible characters`)
}

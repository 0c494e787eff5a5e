import { isAbsolute, relative, resolve } from 'node:path'
import { rules } from '../../../../transforms/index.ts'
import { decodeDockerfile } from '../../../dockerfile/parse/decode.ts'
import { migrate, type MigrateOptions } from '../../../migrate.ts'
import { openQuestions } from '../../../open-questions.ts'
import type { LeftAlone } from '../../../plan/outcome.ts'
import { leftAlone } from '../../../plan/refusals/left-alone.ts'
import { refusals } from '../../../plan/refusals/refusals.ts'
import { leave } from '../../../plan/refusals/refuse.ts'
import { settingsFor } from '../../../project/config/file-settings.ts'
import { noPreferences } from '../../../project/config/preferences.ts'
import type { Config } from '../../../project/config/read-config.ts'
import { withPreferences } from '../../../project/config/with-preferences.ts'
import { chooseContext } from '../../../project/choose-context.ts'
import { openProject } from '../../../project/open-project.ts'
import type { ProjectCache } from '../../../project/project-cache.ts'
import { writtenSources } from '../../../project/written-sources.ts'
import type { CommitFiles } from '../../../publish/sources/tree.ts'
import { type Adjustment, noAdjustment } from '../../../report/adjustment.ts'
import {
  defaultTimeout,
  failed,
  type Failed,
  type FileReport,
  internalError,
  timeLimit,
} from '../../../report/file-report.ts'
import { hideSecrets } from '../../../report/hide-secrets.ts'
import { stagesOf } from '../../../report/stages/stage-views.ts'
import { withAnswers, withEdited } from './adjusted.ts'
import { type ConfigChoice, type LoadedConfig, placeIn } from './load-config.ts'
import { leadsOutside } from './leads-outside.ts'
import { TransformError, withOwn } from './own-transforms.ts'
import { readDockerfile } from './read-dockerfile.ts'
import { withinTime } from './within-time.ts'

/** What of the command line decides about one file. Plain data: it crosses processes. */
export interface MigrateSettings {
  readonly cwd: string
  /** The folder of `--context`, as typed. */
  readonly context: string | undefined
  readonly only: readonly string[] | undefined
  readonly with?: readonly string[]
  readonly skip: readonly string[]
  readonly safe: boolean
  /** Seconds; undefined for what most need by far. */
  readonly timeoutPerFile?: number | undefined
  /** The paths of the command line, as typed: where a link may lead. */
  readonly paths: readonly string[]
  readonly followLinks: boolean
  /** The nearest one of each Dockerfile where undefined. */
  readonly config?: ConfigChoice
  /** Stands in for the disk below `cwd` (`pr`). */
  readonly commit?: CommitFiles
}

/** A Dockerfile as typed; `bytes` stand in for its content (`--stdin-filepath`). */
export interface FileJob {
  readonly path: string
  readonly bytes?: Uint8Array
  /** Texts that count as written to the commit, by absolute path. */
  readonly written?: ReadonlyMap<string, string>
  readonly adjusted?: Adjustment
  /** The report says which facts would change the result. */
  readonly asks?: boolean
}

/**
 * Migrates one Dockerfile; never throws, and gives up after its time. The one place where the command line calls the core. What is said
 * of it holds no secrets.
 */
export function migrateFile(
  settings: MigrateSettings,
  job: FileJob,
  cache: ProjectCache,
  config?: LoadedConfig | Failed,
): FileReport {
  const seconds = settings.timeoutPerFile ?? defaultTimeout
  const done = withinTime(seconds * 1000, () => migrateInFull(settings, job, cache, config))
  return done?.value ?? { path: job.path, context: undefined, result: timeLimit(seconds) }
}

function migrateInFull(
  settings: MigrateSettings,
  job: FileJob,
  cache: ProjectCache,
  config: LoadedConfig | Failed | undefined,
): FileReport {
  const { path, adjusted = noAdjustment } = job
  try {
    const dockerfilePath = resolve(settings.cwd, path)
    const isOpen = job.bytes !== undefined || settings.followLinks
    const outside = isOpen ? undefined : leadsOutside(dockerfilePath, settings)
    const read = outside ?? job.bytes ?? readDockerfile(dockerfilePath)
    if (!(read instanceof Uint8Array)) return { path, context: undefined, result: read }
    if (config !== undefined && 'outcome' in config)
      return { path, context: undefined, result: config }
    const source = decodeDockerfile(read)
    if (typeof source !== 'string')
      return { path, context: undefined, result: notADockerfile(source.reason) }
    const { root } = chooseContext({
      dockerfilePath,
      sources: writtenSources(source),
      cache,
      ...(settings.context === undefined
        ? {}
        : { explicit: resolve(settings.cwd, settings.context) }),
    })
    const context = asTyped(root, path, settings.cwd)
    const own =
      config === undefined ? undefined : settingsFor(config, dockerfilePath, root, settings.cwd)
    const left = own?.ignored
    if (config !== undefined && left !== undefined)
      return { path, context, result: ignoredBy(config, left.line, settings.cwd) }
    const project = withPreferences(
      openProject({ root, dockerfilePath, cache }),
      withAnswers(own?.preferences ?? noPreferences, adjusted.answers),
    )
    const { only, with: besides = [], skip, safe } = settings
    const named = [...(own?.rules ?? [])]
    const on = named.flatMap(([rule, isOn]) => (isOn ? rule : []))
    const off = named.flatMap(([rule, isOn]) => (isOn || only?.includes(rule) === true ? [] : rule))
    const options: MigrateOptions = {
      ...{ ecosystems: withOwn(config?.own), rules, only },
      with: [...besides, ...(only === undefined ? [...on, ...(adjusted.with ?? [])] : [])],
      skip: [...skip, ...off, ...adjusted.skip],
      safe: safe || own?.safe === true,
    }
    const outcome = migrate(source, project, options)
    const stages = stagesOf(source)?.length
    const report: FileReport = {
      ...{ path, context, ...withEdited(outcome, adjusted, project, options) },
      ...(stages === undefined ? {} : { stages }),
      ...(job.adjusted === undefined ? {} : { adjusted }),
      ...(job.asks === true ? { questions: openQuestions(source, project, options, outcome) } : {}),
    }
    return hideSecrets(report, source)
  } catch (error) {
    const result =
      error instanceof TransformError ? ownFailure(error, settings.cwd) : internalError(error)
    return { path, context: undefined, result }
  }
}

function ownFailure({ fault }: TransformError, cwd: string): Failed {
  const help = 'Mend the transform, or use --no-config.'
  return failed('configuration', `${placeIn(fault, cwd)}: ${fault.reason}.`, help)
}

/** A folder the way the Dockerfile's path was typed: absolute, or relative to the working directory. */
function asTyped(folder: string, path: string, cwd: string): string {
  return isAbsolute(path) ? folder : relative(cwd, folder) || '.'
}

function ignoredBy({ path }: Config, line: number | undefined, cwd: string): LeftAlone {
  const place = placeIn({ path, line }, cwd)
  return leftAlone(undefined, leave('ignored', `${place} says that this file is left alone.`))
}

function notADockerfile(reason: string): LeftAlone {
  const code = 'not-a-dockerfile'
  const help = refusals[code].help
  return { outcome: 'refused', ecosystem: undefined, code, reason, help, line: undefined }
}

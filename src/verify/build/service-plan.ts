import path from 'node:path'
import type { OtherFile, Migrated, Project } from '../../library.ts'
import type { GivenToBuild } from '../compose/given-to-build.ts'
import type { Compose } from '../compose/read-compose.ts'
import type { VerifySettings } from '../verify-settings.ts'

/** One image to build. Data: bake-file.ts prints it, work-folder.ts writes its files. */
export interface BuildPlan {
  readonly half: Half
  /** The bake target: 'services-api-before'. */
  readonly target: string
  readonly tag: string
  /** The Dockerfile's text. */
  readonly dockerfile: string
  /** The text of the ignore file in force; undefined where there is none. */
  readonly ignore: string | undefined
  /** The user's folder, absolute. */
  readonly context: string
  /** Files that the migration writes into the context, ignore files apart. */
  readonly added: readonly OtherFile[]
  /** The stage that compose builds; undefined for the last. */
  readonly stage: string | undefined
  /** A value of null is taken from the environment, as `--build-arg NAME` does. */
  readonly args: Readonly<Record<string, string | null>>
  /** Named contexts: `--build-context NAME=VALUE`. */
  readonly contexts: Readonly<Record<string, string>>
  /** By reference, as `--secret` has them; their content never stands here. */
  readonly secrets: readonly string[]
  readonly ssh: readonly string[]
  readonly platform: string | undefined
}

export type Half = 'before' | 'after'

/** One Dockerfile's verification: what is built, from what. */
export interface ServicePlan {
  /** Tells the services of a run apart in names of targets, tags, containers and folders: 'services-api'. */
  readonly key: string
  /** The Dockerfile, as typed. */
  readonly path: string
  /** The Dockerfile's own name: messages of BuildKit then name it as the user does. */
  readonly fileName: string
  readonly migrated: Migrated
  readonly before: BuildPlan
  readonly after: BuildPlan
  /** The compose file whose service is built from it, if any. */
  readonly compose: Compose | undefined
}

/** The label that every container and image of a run carries; the value is the run's id. */
export const verifyLabel = 'msb-migrate.verify'

/** What is to be built for a migrated Dockerfile (`path` as typed). `project` is the one that it was migrated in. */
export function planService(
  { key, path: typed, migrated, project, compose, given }: PlanRequest,
  settings: VerifySettings,
): ServicePlan {
  const shared = {
    context: project.root,
    stage: compose?.service.build?.target,
    args: { ...given?.args, ...namedValues(settings.buildArgs) },
    contexts: { ...given?.contexts, ...definedValues(namedValues(settings.buildContexts)) },
    secrets: withoutDoubles(given?.secrets ?? [], settings.secrets),
    ssh: withoutDoubles(given?.ssh ?? [], settings.ssh),
    platform: settings.platform ?? given?.platform,
  }
  const build = (
    half: Half,
    part: Pick<BuildPlan, 'dockerfile' | 'ignore' | 'added'>,
  ): BuildPlan => ({
    half,
    target: `${key}-${half}`,
    tag: `msb-migrate-verify/${key}:${half}-${settings.runId}`,
    ...part,
    ...shared,
  })
  const { otherFiles } = migrated
  return {
    key,
    path: typed,
    fileName: path.basename(typed),
    migrated,
    compose,
    before: build('before', {
      dockerfile: migrated.before,
      ignore: project.ignoreFile?.text,
      added: [],
    }),
    after: build('after', {
      dockerfile: migrated.after,
      ignore: project.withFiles(otherFiles).ignoreFile?.text,
      added: otherFiles.filter((file) => !file.path.endsWith('.dockerignore')),
    }),
  }
}

export interface PlanRequest {
  readonly key: string
  readonly path: string
  readonly migrated: Migrated
  readonly project: Project
  readonly compose?: Compose | undefined
  /** What the compose file says of the build. */
  readonly given?: GivenToBuild | undefined
}

/** The command line's, and those of compose that it does not name. */
function withoutDoubles(composed: readonly string[], given: readonly string[]): readonly string[] {
  const idOf = (each: string): string =>
    /(?:^|,)id=([^,]*)/.exec(each)?.[1] ?? each.split('=')[0] ?? ''
  const named = new Set(given.map(idOf))
  return [...composed.filter((each) => !named.has(idOf(each))), ...given]
}

/** A name for each path, fit for image names and bake targets; each once. */
export function serviceKey(typed: string, taken: ReadonlySet<string>): string {
  const folder = path.dirname(typed)
  const words = `${folder}/${path.basename(typed).replace(/^(dockerfile|containerfile)\.?|\.(dockerfile|containerfile)$/i, '')}`
  const base =
    words
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .slice(-60)
      .replace(/^-+|-+$/g, '') || 'dockerfile'
  let key = base
  for (let n = 2; taken.has(key); n++) key = `${base}-${n}`
  return key
}

/** `NAME=value` texts by name; without a value, null. */
export function namedValues(texts: readonly string[]): Readonly<Record<string, string | null>> {
  return Object.fromEntries(
    texts.map((text): [string, string | null] => {
      const equals = text.indexOf('=')
      return equals < 0 ? [text, null] : [text.slice(0, equals), text.slice(equals + 1)]
    }),
  )
}

function definedValues(
  values: Readonly<Record<string, string | null>>,
): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(values).flatMap(([name, value]) => (value === null ? [] : [[name, value]])),
  )
}

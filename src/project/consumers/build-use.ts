import { relativeTo } from '../relative-path.ts'
import type { Usage } from '../project.ts'

/** A place that builds a Dockerfile, or overrides how its container is run: a usage before it is known whose. File paths are absolute. */
export interface BuildUse extends Omit<Usage, 'path'> {
  readonly file: string
  readonly context: string
  readonly dockerfile: string
  /** What the image is called that it makes; a variable is left in. */
  readonly images: readonly string[]
  /** What compose calls the container, where the file says so. */
  readonly container: string | undefined
  /** What a name in its Dockerfile stands for: `service:api` of compose, `target:api` of bake, `docker-image://NAME`, a folder. */
  readonly contexts: ReadonlyMap<string, string>
}

/** A compose file, bake file or workflow; its path is absolute. */
export interface ConfigFile {
  readonly path: string
  readonly text: string
}

/** A build as it is written: paths as they stand there, undefined for Docker's defaults. */
export interface WrittenBuild {
  readonly context: string | undefined
  readonly dockerfile: string | undefined
}

/** The absolute paths of a build whose context is written relative to `base`; undefined where it is no folder beside it. */
export type ResolveBuild = (
  base: string,
  build: WrittenBuild,
) => Pick<BuildUse, 'context' | 'dockerfile'> | undefined

/** What a use that says nothing but context and Dockerfile has in the other fields. */
export const PLAIN_USE = {
  target: undefined,
  platforms: [],
  command: undefined,
  entrypoint: undefined,
  mounts: [],
  rights: [],
  isReadOnly: false,
  tmpfs: [],
  served: [],
  syncs: [],
  takes: [],
  carriesOut: undefined,
  ports: [],
  images: [],
  container: undefined,
  contexts: new Map<string, string>(),
  buildArgs: new Map<string, string>(),
  environment: [],
  settings: new Map<string, string>(),
  envFiles: [],
  healthcheck: undefined,
  user: undefined,
} as const

/** Platforms as flags and lists name them: 'linux/amd64,linux/arm64'; those that only a run knows are left out. */
export const platformsIn = (written: readonly string[]): readonly string[] =>
  [...new Set(written.flatMap((text) => text.split(/[\n,]+/)).map((each) => each.trim()))].filter(
    (platform) => /^[\w./-]+$/.test(platform),
  )

/** The use as seen from a build context: its paths relative to that. */
export function usageFrom(context: string, use: BuildUse): Usage {
  return {
    path: relativeTo(context, use.file),
    line: use.line,
    kind: use.kind,
    name: use.name,
    target: use.target,
    platforms: use.platforms,
    command: use.command,
    entrypoint: use.entrypoint,
    mounts: use.mounts.map((mount) =>
      mount.from === 'project' ? { ...mount, source: relativeTo(context, mount.source) } : mount,
    ),
    rights: use.rights,
    isReadOnly: use.isReadOnly,
    tmpfs: use.tmpfs,
    served: use.served,
    syncs: use.syncs,
    takes: use.takes,
    carriesOut: use.carriesOut,
    ports: use.ports,
    buildArgs: use.buildArgs,
    environment: use.environment,
    settings: use.settings,
    envFiles: use.envFiles.map((file) => ({ ...file, path: relativeTo(context, file.path) })),
    healthcheck: use.healthcheck,
    ...(use.healthTimes === undefined ? {} : { healthTimes: use.healthTimes }),
    user: use.user,
  }
}

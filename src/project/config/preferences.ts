import type { Evidence } from '../../facts/evidence.ts'
import type { ImageName } from '../../knowledge/images/image-names.ts'

/** Something that a person states, with the line that says so. */
export interface Statement {
  readonly text: string
  readonly evidence: Evidence
}

/**
 * What no reader can see, said once by who knows. A list that is there is whole: where `writes` is stated, the program writes there, where it
 * is seen to write, and nowhere else.
 */
export interface Statements {
  /** Files and folders that run time needs besides what is seen: relative to the build context, or absolute in the image. */
  readonly keep: readonly Statement[]
  /** As `keep`; with what is seen, all that the program reads and loads. */
  readonly reads: readonly Statement[] | undefined
  /** Files and folders, absolute or relative to the folder that the container starts in. */
  readonly writes: readonly Statement[] | undefined
  /** Names of programs. */
  readonly programs: readonly Statement[] | undefined
  /** Command lines: what the container runs, where the start command can't be followed. */
  readonly start: readonly Statement[] | undefined
}

/** 'clean' up in the same RUN, or 'mount' a folder of the builder for the RUN: https://docs.docker.com/build/cache/optimize/#use-cache-mounts */
export const cacheStyles = ['clean', 'mount'] as const
export type CacheStyle = (typeof cacheStyles)[number]

/** What a project's people want, and what they state. */
export interface Preferences {
  /** Names of the stages that a split makes; the program's own where undefined. */
  readonly stages: { readonly builder?: string | undefined; readonly runtime?: string | undefined }
  /** The user that is made where the image has none. */
  readonly user: { readonly name?: string | undefined; readonly id?: number | undefined }
  /** What becomes of package managers' caches: cleaned up in the same RUN, or kept in mounts of the build. */
  readonly caches: CacheStyle | undefined
  /** The images that the runtime stage is to stand on, by ecosystem. */
  readonly runtime: ReadonlyMap<string, Statement>
  /** Names of images in a registry of their own, those that count first. */
  readonly images: readonly ImageName[]
  readonly statements: Statements
}

/** What counts where nothing else is wanted. */
export const usual = {
  stages: { builder: 'builder', runtime: 'runtime' },
  user: { name: 'app', id: 10001 },
  caches: 'clean',
} as const

export const noStatements: Statements = {
  keep: [],
  reads: undefined,
  writes: undefined,
  programs: undefined,
  start: undefined,
}

export const noPreferences: Preferences = {
  stages: {},
  user: {},
  caches: undefined,
  runtime: new Map(),
  images: [],
  statements: noStatements,
}

/** Both, one after the other; a container has one start, so the later one counts. */
export function joinStatements(first: Statements, second: Statements): Statements {
  return {
    keep: [...first.keep, ...second.keep],
    reads: joined(first.reads, second.reads),
    writes: joined(first.writes, second.writes),
    programs: joined(first.programs, second.programs),
    start: second.start ?? first.start,
  }
}

function joined(
  first: readonly Statement[] | undefined,
  second: readonly Statement[] | undefined,
): readonly Statement[] | undefined {
  return first === undefined && second === undefined
    ? undefined
    : [...(first ?? []), ...(second ?? [])]
}

import {
  baseName,
  effectsOf,
  isRoot,
  isWithin,
  type Artifact,
  type Copy,
  type Placement,
  type RunCommand,
  type StageFacts,
} from '../../../src/transform.ts'

/** What decides where owners and modes are set. */
export interface Shipped {
  readonly stage: StageFacts
  readonly artifacts: readonly Artifact[]
  /** Copies that stand in the runtime stage. */
  readonly copies: readonly Copy[]
  /** Folders that the program writes to. */
  readonly written: readonly string[]
  /** Commands of the build alone. */
  readonly isBuild: (command: RunCommand) => boolean
}

/**
 * `RUN chown -R www-data:www-data storage bootstrap/cache` belongs to the image that runs, whatever of it comes from the builder; what the
 * program does not write to and the builder makes, such as vendor, gets its owner by `--chown`. Where a later step of the build runs as
 * another user than root, both stages have it. A `mkdir` of the same RUN goes along.
 */
export function placeOwnership(command: RunCommand, shipped: Shipped): Placement | undefined {
  const paths = changedPaths(command)
  if (paths.length > 0) return placeChange(command, paths, shipped)
  const folders = foldersMade(command)
  if (folders.length === 0) return undefined
  for (const other of shipped.stage.commands) {
    if (other.step !== command.step || other.linkIndex <= command.linkIndex) continue
    const owned = changedPaths(other)
    if (owned.length > 0 && folders.some((folder) => owned.some((path) => isWithin(folder, path))))
      return placeChange(other, owned, shipped)
  }
  return undefined
}

function placeChange(
  { step, name }: RunCommand,
  paths: readonly string[],
  { stage, artifacts, copies, written, isBuild }: Shipped,
): Placement | undefined {
  const isMade = paths.every((path) =>
    artifacts.some(
      (artifact) =>
        isWithin(path, artifact.path) &&
        (artifact.after === step.instruction ||
          // A COPY keeps modes; `--chown` is for all that it brings.
          ((path === artifact.path || baseName(name ?? '') === 'chmod') &&
            !written.some((folder) => meet(path, folder)))),
    ),
  )
  if (isMade) return 'build'
  const targets = [
    ...artifacts.map(({ path }) => path),
    // A copy that comes later replaces what is changed here.
    ...copies
      .filter((copy) => copy.step.index < step.index)
      .flatMap((copy) => copy.paths.map(({ target }) => target)),
  ]
  if (!paths.some((path) => targets.some((target) => meet(path, target)))) return undefined
  const isForBuild = stage.commands.some(
    (other) => other.step.index > step.index && !isRoot(other.step.user) && isBuild(other),
  )
  return isForBuild ? 'both' : 'run'
}

const meet = (path: string, other: string) => isWithin(path, other) || isWithin(other, path)

/** Nothing for another command, or where a path can't be known. */
function changedPaths(command: RunCommand): readonly string[] {
  if (!/^(chown|chgrp|chmod)$/.test(baseName(command.name ?? ''))) return []
  return (effectsOf(command) ?? []).flatMap((effect) =>
    effect.kind === 'changes' ? [effect.path] : [],
  )
}

function foldersMade(command: RunCommand): readonly string[] {
  if (command.name !== 'mkdir') return []
  return (effectsOf(command) ?? []).flatMap((effect) =>
    effect.kind === 'creates' ? [effect.path] : [],
  )
}

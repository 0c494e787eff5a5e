import type { RunCommand } from '../../facts/commands/command.ts'
import { resolvePath } from '../../facts/image-path.ts'
import type { ChangeEffect } from '../../facts/effects/effect.ts'
import type { CommandPlace, PlaceContext } from './command-place.ts'
import { holdsArtifacts, isArtifact, isLeftByBuild } from './place-created.ts'
import { placeFolderChange } from './owners/place-owner.ts'
import { isBroughtBefore, isOnlyInBuilder, madeBefore } from './runtime-paths.ts'

/** The place of a command that only changes existing files: `chmod +x build.sh`, `chown -R app /src /data`. */
export function placeChanges(
  changes: readonly ChangeEffect[],
  command: RunCommand,
  context: PlaceContext,
): CommandPlace {
  const placed = changes.map((change) => ({
    path: change.path,
    place: placeChanged(change, command, context),
  }))
  const dropped = placed.flatMap(({ path, place }) => (place.kind === 'build' ? path : []))
  const kept = placed.flatMap(({ place }) => (place.kind === 'build' ? [] : place))
  const [first] = kept
  if (first === undefined) return { kind: placed.length === 0 ? 'neutral' : 'build' }
  const parts = kept.filter((place) => place.kind === 'part')
  const isForBuild =
    dropped.length > 0 ||
    kept.some((place) => place.kind === 'both' || (place.kind === 'part' && place.isForBuild))
  const isFlat = parts.length === kept.length
  const isMissing = parts.some((place) => place.isMissing)
  if (dropped.length === 0 && !isFlat && !isMissing) return { kind: isForBuild ? 'both' : 'run' }
  const inside = isFlat ? parts.flatMap((place) => place.inside) : []
  return { kind: 'part', dropped, isFlat, inside, isMissing, isForBuild }
}

/** Where it goes for one of its paths. */
export function placeChanged(
  change: ChangeEffect,
  command: RunCommand,
  context: PlaceContext,
): CommandPlace {
  const { path, what } = change
  if (isLeftByBuild(path)) return { kind: 'build' }
  if (!isArtifact(path, context) && isBroughtBefore(path, command, context))
    return { kind: what === 'content' ? 'both' : 'run' }
  const folder = placeFolderChange(change, command, context)
  if (folder !== undefined) return folder
  // A COPY --from keeps modes and contents; `--chown` of the artifacts gives them their owner: owners/artifact-owners.ts.
  if (isArtifact(path, context)) return { kind: 'build' }
  // What another command of the build has made comes by a COPY, if it is there at the end.
  if (what !== 'owner' && madeBefore(command, context, 'leaves').includes(path))
    return { kind: 'build' }
  // `echo x >> file` makes the file where it is not there; `chmod` and `sed -i` fail.
  if (!isWritten(path, command) && isOnlyInBuilder(path, command, context)) return { kind: 'build' }
  if (what === 'owner') return { kind: holdsArtifacts(path, context) ? 'build' : 'run' }
  return what === 'mode' && holdsArtifacts(path, context) ? { kind: 'build' } : { kind: 'both' }
}

const isWritten = (path: string, { redirects, cwd }: RunCommand) =>
  redirects.some(({ target }) => target !== undefined && resolvePath(cwd, target) === path)

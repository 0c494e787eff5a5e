import { isWithin } from '../../facts/image-path.ts'
import { effectsOf } from '../../facts/effects/effects.ts'
import { makesParents, type Effect } from '../../facts/effects/effect.ts'
import type { CommandPlace, PlaceContext } from './command-place.ts'

/** Where a command goes that makes a file or folder. */
export function placeCreated(
  { path, isFolder, isFilled = false }: Extract<Effect, { readonly kind: 'creates' }>,
  context: PlaceContext,
): CommandPlace {
  if (isLeftByBuild(path)) return { kind: 'build' }
  if (isArtifact(path, context)) return { kind: 'build' }
  const isBuild = isFolder && !holdsNext(path, context)
  // WORKDIR and COPY make the folders that they name.
  if (isBuild && context.workdir !== undefined && isWithin(context.workdir, path))
    return { kind: 'build' }
  if (isBuild && (holdsArtifacts(path, context) || holdsCopies(path, context)))
    return { kind: 'build' }
  // The author's own mkdir is the shortest way to a folder.
  if (isFolder && !isFilled) return { kind: 'both' }
  return { kind: 'leaves', paths: [{ path, isFolder }] }
}

/** Whether a `mkdir` that makes no parents finds this one, before a WORKDIR makes it: `mkdir /app && mkdir /app/cache`. */
function holdsNext(path: string, context: PlaceContext): boolean {
  return context.facts.commands.some(
    (command) =>
      command.name === 'mkdir' &&
      !makesParents(command) &&
      !isWithin(command.step.workdir ?? '/', path) &&
      effectsOf(command)?.some(
        (effect) =>
          effect.kind === 'creates' &&
          effect.path !== path &&
          isWithin(effect.path, path) &&
          placeCreated(effect, context).kind === 'both',
      ),
  )
}

/** Folders whose contents are not needed when the container starts. */
export function isLeftByBuild(path: string): boolean {
  return /^\/(tmp|var\/tmp|var\/cache|root\/\.(npm|cache|ssh|gitconfig|netrc)|var\/lib\/apt\/lists)(\/|$)/.test(
    path,
  )
}

export const isArtifact = (path: string, { split }: PlaceContext) =>
  split.artifacts.some((artifact) => isWithin(path, artifact.path))

export const holdsArtifacts = (path: string, { split }: PlaceContext) =>
  split.artifacts.some((artifact) => isWithin(artifact.path, path))

const holdsCopies = (path: string, { runtimeCopies }: PlaceContext) =>
  runtimeCopies.some((copy) => copy.paths.some(({ target }) => isWithin(target, path)))

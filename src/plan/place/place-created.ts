import { isWithin } from '../../facts/image-path.ts'
import type { Effect } from '../../facts/effects/effect.ts'
import type { CommandPlace, PlaceContext } from './command-place.ts'

/** Where a command goes that makes a file or folder. */
export function placeCreated(
  { path, isFolder, isFilled = false }: Extract<Effect, { readonly kind: 'creates' }>,
  context: PlaceContext,
): CommandPlace {
  if (isLeftByBuild(path)) return { kind: 'build' }
  if (isArtifact(path, context)) return { kind: 'build' }
  // WORKDIR and COPY make the folders that they name.
  if (isFolder && context.workdir !== undefined && isWithin(context.workdir, path))
    return { kind: 'build' }
  if (isFolder && (holdsArtifacts(path, context) || holdsCopies(path, context)))
    return { kind: 'build' }
  // The author's own mkdir is the shortest way to a folder.
  if (isFolder && !isFilled) return { kind: 'both' }
  return { kind: 'leaves', paths: [{ path, isFolder }] }
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

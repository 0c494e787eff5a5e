import { folderOf, isWithin } from '../../facts/image-path.ts'
import { effectsOf } from '../../facts/effects/effects.ts'
import { makesParents, type CreateEffect } from '../../facts/effects/effect.ts'
import type { StageFacts } from '../../facts/stages/stage-facts.ts'
import type { CommandPlace, PlaceContext } from './command-place.ts'

/** Where a command goes that makes a file or folder. */
export function placeCreated(
  { path, isFolder, isFilled = false }: CreateEffect,
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

const heldBefore = new WeakMap<PlaceContext, Map<string, boolean>>()

/** Whether a `mkdir` that makes no parents finds this one, before a WORKDIR makes it: `mkdir /app && mkdir /app/cache`. */
function holdsNext(path: string, context: PlaceContext): boolean {
  const known = heldBefore.get(context) ?? new Map<string, boolean>()
  heldBefore.set(context, known)
  const held =
    known.get(path) ??
    (madeBelow(context.facts).get(path) ?? []).some(
      ({ effect, workdir }) =>
        !isWithin(workdir ?? '/', path) && placeCreated(effect, context).kind === 'both',
    )
  known.set(path, held)
  return held
}

interface Made {
  readonly effect: CreateEffect
  readonly workdir: string | undefined
}

const madeIn = new WeakMap<StageFacts, ReadonlyMap<string, readonly Made[]>>()

/** What each `mkdir` without `-p` makes, by the folder that has to be there for it. */
function madeBelow(facts: StageFacts): ReadonlyMap<string, readonly Made[]> {
  const known = madeIn.get(facts)
  if (known !== undefined) return known
  const made = new Map<string, Made[]>()
  for (const command of facts.commands) {
    if (command.name !== 'mkdir' || makesParents(command)) continue
    for (const effect of effectsOf(command) ?? []) {
      if (effect.kind !== 'creates') continue
      const above = folderOf(effect.path)
      const own = { effect, workdir: command.step.workdir }
      const others = made.get(above)
      if (others === undefined) made.set(above, [own])
      else others.push(own)
    }
  }
  madeIn.set(facts, made)
  return made
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

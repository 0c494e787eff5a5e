import { expandWord } from '../../../dockerfile/words/variables.ts'
import type { RunCommand } from '../../../facts/commands/command.ts'
import type { Facts } from '../../../facts/facts.ts'
import type { StageFacts } from '../../../facts/stages/stage-facts.ts'
import { isRoot } from '../../../facts/stages/root-user.ts'
import type { Step } from '../../../facts/stages/step.ts'
import { lastOwnerChange, ownerOf, writtenOwner } from './owner-changes.ts'
import type { Artifact } from '../../split.ts'

/**
 * Artifacts with the owner that they have in the author's image: by a `chown` after they are made, or because another user
 * than root makes them. `COPY --from` gives everything to root (https://docs.docker.com/reference/dockerfile/#copy---chown---chmod).
 */
export function ownersOf(
  artifacts: readonly Artifact[],
  facts: Facts,
  runtimeCommands: readonly RunCommand[],
): readonly Artifact[] {
  return artifacts.map((artifact) => {
    if (artifact.owner !== undefined) return artifact
    const made = facts.final.steps.find(({ instruction }) => instruction === artifact.after)
    const change = lastOwnerChange(artifact.path, facts.final, made?.index ?? 0)
    // Done again in the runtime stage, below the copy.
    if (change !== undefined && made !== undefined && change.step.index > made.index)
      if (runtimeCommands.includes(change)) return artifact
    const owner = ownerOf(change) ?? maker(artifact, facts)
    return owner === undefined ? artifact : { ...artifact, owner }
  })
}

/** The user that makes it, where that is not root. */
function maker(artifact: Artifact, { final }: Facts): string | undefined {
  const step = final.steps.find(({ instruction }) => instruction === artifact.after)
  // What a COPY itself brings belongs to root, whoever the USER is.
  const isMade = step?.instruction.keyword === 'RUN' || artifact.isFirst === true
  const user = isMade ? step?.user : undefined
  if (step === undefined || user === undefined || isRoot(user)) return undefined
  // Without a group COPY takes the user's number for it; the image's own user has a group of its name.
  return user === final.base.user?.name ? `${user}:${user}` : (writtenUser(step, final) ?? user)
}

/** `USER $user` stays that: the ARG may be another in the next build. */
function writtenUser({ index }: Step, { steps }: StageFacts): string | undefined {
  const last = steps.slice(0, index).findLast(({ instruction }) => instruction.keyword === 'USER')
  const text = last?.instruction.body.text.trim()
  return text !== undefined && /^[\w${}:.-]+$/.test(text) ? text : undefined
}

/** `chown $user` stays that, too, where the variables have the same values at the COPY. */
export function ownersAsWritten(
  artifacts: readonly Artifact[],
  { final, dockerfile }: Facts,
): readonly Artifact[] {
  return artifacts.map((artifact) => {
    const change = lastOwnerChange(artifact.path, final, 0)
    const step = final.steps.find(({ instruction }) => instruction === artifact.after)
    if (artifact.owner === undefined || ownerOf(change) !== artifact.owner) return artifact
    const written = writtenOwner(change)
    const isSame =
      step !== undefined &&
      written !== undefined &&
      expandWord(written, step.variable, dockerfile.escape) === artifact.owner
    return isSame ? { ...artifact, owner: written } : artifact
  })
}

import type { Facts } from '../../../facts/facts.ts'
import { baseName, resolvePath } from '../../../facts/image-path.ts'
import { viewOf } from '../../view/stage-view.ts'

/**
 * A path that a proposal takes from another stage, and that another text of it does not have: absolute, undefined where there is none. A
 * proposal brings nothing without evidence, and the promises see no package of an install by its name.
 */
export function lostArtifact(proposal: Facts, other: Facts): string | undefined {
  const view = viewOf(other.final, other)
  return takenFrom(proposal).find((target) => view.has(target) === 'no')
}

/** A path that the new file takes from another stage and deletes again, where the author's image has it. */
export function deletedArtifact(before: Facts, after: Facts): string | undefined {
  const author = viewOf(before.final, before)
  const view = viewOf(after.final, after)
  return takenFrom(after).find((path) => view.has(path) === 'no' && author.has(path) !== 'no')
}

/** Where each `COPY --from` of the last stage puts its source. */
function takenFrom({ final }: Facts): readonly string[] {
  return final.copies
    .filter(({ from }) => from !== undefined)
    .flatMap(({ sources, destination, saysFolder }) => {
      const targets =
        destination === undefined || /[*?[]/.test(sources.join())
          ? []
          : sources.map((source) =>
              saysFolder ? resolvePath(destination, baseName(source)) : destination,
            )
      return targets.flatMap((target) => target ?? [])
    })
}

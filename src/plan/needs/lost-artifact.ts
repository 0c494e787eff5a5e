import type { Facts } from '../../facts/facts.ts'
import { baseName, resolvePath } from '../../facts/image-path.ts'
import { viewOf } from '../view/stage-view.ts'

/**
 * A path that a proposal takes from another stage, and that another text of it does not have: absolute, undefined where there is none. A
 * proposal brings nothing without evidence, and the promises see no package of an install by its name.
 */
export function lostArtifact(proposal: Facts, other: Facts): string | undefined {
  const view = viewOf(other.final, other)
  return proposal.final.copies
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
    .find((target) => view.has(target) === 'no')
}

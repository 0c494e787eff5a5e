import type { Facts } from '../../facts/facts.ts'
import { outOfScope } from './in-scope.ts'
import { noPackage } from './package-names.ts'
import type { Candidate, PromiseCheck } from './promise.ts'

/**
 * Stages exist before they are used, names are unique, what FROM and `--from` name can be found, variables are in scope, and
 * packages have names.
 */
export const valid: PromiseCheck = {
  code: 'promise-valid',
  check: (candidate) => unknownStage(candidate) ?? outOfScope(candidate) ?? noPackage(candidate),
}

function unknownStage({ before, after }: Candidate): string | undefined {
  const names = after.stages.flatMap(({ stage }) => (stage.name === undefined ? [] : [stage.name]))
  const twice = names.find((name, i) => names.indexOf(name) !== i)
  const alreadyTwice = before.stages.filter(({ stage }) => stage.name === twice).length > 1
  if (twice !== undefined && !alreadyTwice) return `two stages would be named "${twice}"`
  const known = imagesNamed(before)
  const unknown = [...imagesNamed(after)].find((name) => isStageLike(name) && !known.has(name))
  return unknown === undefined ? undefined : `there is no stage "${unknown}"`
}

/** What `--from` names and is no earlier stage. */
function imagesNamed({ stages }: Facts): ReadonlySet<string> {
  return new Set(
    stages.flatMap(({ copies, stage }) =>
      copies.flatMap(({ from }) => {
        if (from === undefined) return []
        const earlier = stages
          .slice(0, stage.index)
          .some(
            (other) =>
              other.stage.name === from.toLowerCase() || String(other.stage.index) === from,
          )
        return earlier ? [] : [from]
      }),
    ),
  )
}

const isStageLike = (name: string) => /^[\w-]+$/.test(name)

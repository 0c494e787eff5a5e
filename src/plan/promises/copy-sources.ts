import { resolvePath } from '../../facts/image-path.ts'
import { findStage, type StageFacts } from '../../facts/stage-facts.ts'
import type { Facts } from '../../facts/facts.ts'
import { viewOf } from '../view/stage-view.ts'
import type { PromiseCheck } from './promise.ts'

/** What a COPY names is there: in the context, or made in the stage that `--from` names. */
export const copySources: PromiseCheck = {
  code: 'promise-copy-source',
  check: ({ before, after }) => {
    const already = new Set(
      before.stages.flatMap(({ copies }) => copies.flatMap((copy) => copy.missing)),
    )
    for (const facts of after.stages) {
      for (const copy of facts.copies) {
        const missing = copy.missing.find((source) => !already.has(source))
        if (missing !== undefined)
          return `COPY would name ${missing}, which is not in the build context`
        const stage =
          copy.from === undefined
            ? undefined
            : findStage(after.stages.slice(0, facts.stage.index), copy.from)
        const absent =
          stage === undefined
            ? undefined
            : copy.sources.find((source) => isMissing(source, stage, after))
        if (
          absent !== undefined &&
          !before.stages.some((old) => old.copies.some((other) => other.sources.includes(absent)))
        )
          return `COPY --from=${copy.from} would name ${absent}, which that stage does not have`
      }
    }
    return undefined
  },
}

function isMissing(source: string, stage: StageFacts, facts: Facts): boolean {
  const path = resolvePath('/', source)
  return path === undefined || (!/[*?[]/.test(path) && viewOf(stage, facts).has(path) === 'no')
}

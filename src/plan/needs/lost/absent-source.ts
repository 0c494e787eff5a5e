import { resolvePath } from '../../../facts/image-path.ts'
import { linksOf, realPath } from '../../../facts/stages/links.ts'
import { findStage, type StageFacts } from '../../../facts/stages/stage-facts.ts'
import type { Facts } from '../../../facts/facts.ts'
import { viewOf } from '../../view/stage-view.ts'

/** What a COPY names and its source does not have. */
export interface AbsentSource {
  readonly path: string
  /** The stage that lacks it; undefined for the build context. */
  readonly from: string | undefined
}

/** The first source of a COPY that is neither in the context nor in the stage that `--from` names, and was not already missing before. */
export function absentSource(before: Facts, after: Facts): AbsentSource | undefined {
  const already = new Set(
    before.stages.flatMap(({ copies }) => copies.flatMap((copy) => copy.missing)),
  )
  const named = new Set(
    before.stages.flatMap(({ copies }) => copies.flatMap((copy) => copy.sources)),
  )
  for (const facts of after.stages)
    for (const { missing, from, sources } of facts.copies) {
      const unseen = missing.find((source) => !already.has(source))
      if (unseen !== undefined) return { path: unseen, from: undefined }
      const stage =
        from === undefined ? undefined : findStage(after.stages.slice(0, facts.stage.index), from)
      if (stage === undefined) continue
      const absent = sources.find((source) => !named.has(source) && isMissing(source, stage, after))
      if (absent !== undefined) return { path: absent, from }
    }
  return undefined
}

/** A link is followed: COPY takes what it leads to. */
function isMissing(source: string, stage: StageFacts, facts: Facts): boolean {
  const path = resolvePath('/', source)
  if (path === undefined) return true
  if (/[*?[]/.test(path)) return false
  const view = viewOf(stage, facts)
  return [path, realPath(path, linksOf(stage, facts.stages))].some(
    (each) => view.has(each) === 'no',
  )
}

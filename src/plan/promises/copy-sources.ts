import type { Facts } from '../../facts/facts.ts'
import { absentSource } from '../needs/lost/absent-source.ts'
import { otherwiseMade } from '../needs/lost/built-otherwise.ts'
import type { PromiseCheck } from './promise.ts'

/** What a COPY names is there: in the context, or made in the stage that `--from` names. */
export const copySources: PromiseCheck = {
  code: 'promise-copy-source',
  check: ({ before, after }) => {
    const absent = absentSource(before, after)
    if (absent === undefined) return elsewhere(before, after)
    const { path, from } = absent
    return from === undefined
      ? `COPY would name ${path}, which is not in the build context`
      : `COPY --from=${from} would name ${path}, which that stage does not have`
  },
}

/** A path that a build argument decides, and that a COPY names by one of its values. */
function elsewhere(before: Facts, after: Facts): string | undefined {
  if (before.stages.length === after.stages.length) return undefined
  const made = otherwiseMade(before, after)
  if (made === undefined) return undefined
  const { path, usage } = made
  return `COPY --from would name ${path}, which the build arguments of ${usage.path}:${usage.line} put elsewhere`
}

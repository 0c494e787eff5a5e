import { absentSource } from '../needs/absent-source.ts'
import type { PromiseCheck } from './promise.ts'

/** What a COPY names is there: in the context, or made in the stage that `--from` names. */
export const copySources: PromiseCheck = {
  code: 'promise-copy-source',
  check: ({ before, after }) => {
    const absent = absentSource(before, after)
    if (absent === undefined) return undefined
    const { path, from } = absent
    return from === undefined
      ? `COPY would name ${path}, which is not in the build context`
      : `COPY --from=${from} would name ${path}, which that stage does not have`
  },
}

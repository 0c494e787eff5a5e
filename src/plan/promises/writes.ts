import { seeAgain } from '../needs/lacks.ts'
import { unwritablePath } from '../needs/unwritable.ts'
import type { PromiseCheck } from './promise.ts'

/** The user of the new image may write wherever the program is seen to write. */
export const writes: PromiseCheck = {
  code: 'promise-writes',
  check: ({ before, after }) => {
    const lost = unwritablePath(seeAgain(before, after), before, after)
    if (lost === undefined) return undefined
    const { path, line } = lost.evidence
    return `${line === undefined ? path : `${path}:${line}`} writes to ${lost.path}, which user ${after.final.config.User ?? ''} may not`
  },
}

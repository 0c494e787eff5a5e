import { seeAgain } from '../needs/lost/lacks.ts'
import { lostAccess } from '../needs/lost/lost-access.ts'
import { lostRight, unwritablePath } from '../needs/lost/unwritable.ts'
import type { PromiseCheck } from './promise.ts'

/** The user of the new image may write wherever the program is seen to write, and do all that it is seen to do. */
export const writes: PromiseCheck = {
  code: 'promise-writes',
  check: ({ before, after }) => {
    const seen = seeAgain(before, after)
    const lost = unwritablePath(seen, before, after) ?? lostAccess(seen, before, after)
    const right = lostRight(seen, before, after)
    if (right !== undefined) return `${right}, and the user would not be root`
    if (lost === undefined) return undefined
    const { path, line } = lost.evidence
    return `${line === undefined ? path : `${path}:${line}`} writes to ${lost.path}, which user ${after.final.config.User ?? ''} may not`
  },
}

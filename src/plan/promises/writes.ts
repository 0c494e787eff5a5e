import { placeOf } from '../../facts/evidence.ts'
import { seeAgain } from '../needs/lost/lacks.ts'
import { lostAccess } from '../needs/lost/lost-access.ts'
import { lostRight, madeInAdvance, unwritablePath } from '../needs/lost/unwritable.ts'
import type { PromiseCheck } from './promise.ts'

/** The user of the new image may write wherever the program is seen to write, and do all that it is seen to do. */
export const writes: PromiseCheck = {
  code: 'promise-writes',
  check: ({ before, after }) => {
    const seen = seeAgain(before, after)
    const right = lostRight(seen, before, after)
    if (right !== undefined) return `${right}, and the user would not be root`
    const lost = unwritablePath(seen, before, after) ?? lostAccess(seen, before, after)
    if (lost !== undefined)
      return `${placeOf(lost.evidence)} writes to ${lost.path}, which user ${after.final.config.User ?? ''} may not`
    const made = madeInAdvance(seen, before, after)
    return (
      made &&
      `${placeOf(made.evidence)} makes ${made.path} where it is not there, and does more then, and the image would have it already`
    )
  },
}

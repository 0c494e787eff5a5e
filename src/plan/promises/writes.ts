import { seeAgain } from '../needs/lost/lacks.ts'
import { lostAccess } from '../needs/lost/lost-access.ts'
import {
  lostRight,
  madeInAdvance,
  unwritablePath,
  type SeenWrite,
} from '../needs/lost/unwritable.ts'
import type { PromiseCheck } from './promise.ts'

/** The user of the new image may write wherever the program is seen to write, and do all that it is seen to do. */
export const writes: PromiseCheck = {
  code: 'promise-writes',
  check: ({ before, after }) => {
    const seen = seeAgain(before, after)
    const lost = unwritablePath(seen, before, after) ?? lostAccess(seen, before, after)
    const right = lostRight(seen, before, after)
    if (right !== undefined) return `${right}, and the user would not be root`
    if (lost === undefined) {
      const made = madeInAdvance(seen, before, after)
      return made === undefined
        ? undefined
        : `${placeOf(made)} makes ${made.path} where it is not there, and does more then, and the image would have it already`
    }
    return `${placeOf(lost)} writes to ${lost.path}, which user ${after.final.config.User ?? ''} may not`
  },
}

const placeOf = ({ evidence: { path, line } }: SeenWrite) =>
  line === undefined ? path : `${path}:${line}`

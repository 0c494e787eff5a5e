import { lostLink } from '../needs/lost/lost-links.ts'
import { lostOwnProgram } from '../needs/lost/lost-own-program.ts'
import type { PromiseCheck } from './promise.ts'

/** A link to a program or to sources is a link again, and leads to what it led to; or it is not there. */
export const links: PromiseCheck = {
  code: 'promise-link',
  check: ({ before, after }) => {
    if (before.stages.length === after.stages.length) return undefined
    const lost = lostLink(before, after) ?? lostOwnProgram(before, after)
    return (
      lost &&
      `${lost.path} leads to ${lost.to}, which would not be in the runtime stage as it is now`
    )
  },
}

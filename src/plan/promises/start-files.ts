import { lostStart } from '../needs/lost-start.ts'
import type { PromiseCheck } from './promise.ts'

/** Every file that the start command and the health check name is in the final stage, if it was before. */
export const startFiles: PromiseCheck = {
  code: 'promise-start-file',
  check: ({ before, after }) => {
    const lost = lostStart(before, after)
    if (lost === undefined) return undefined
    const { who } = lost
    const names = typeof who === 'string' ? `the ${who}` : `${who.path}:${who.line}`
    return `${lost.path}, which ${names} names, would not be in the runtime stage`
  },
}

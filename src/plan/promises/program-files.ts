import { placeOf } from '../../facts/evidence.ts'
import { lackingFiles, seeAgain } from '../needs/lost/lacks.ts'
import { lostPython } from '../needs/python/lost-python.ts'
import { neededForDevelopment } from '../needs/lost/dev-packages.ts'
import { leavesOutDev, lostPackage } from '../needs/lost/kept-packages.ts'
import type { PromiseCheck } from './promise.ts'

/** Every module that the program loads and every file that it reads is in the final stage, at the place that it had. */
export const programFiles: PromiseCheck = {
  code: 'promise-program-file',
  check: ({ before, after }) => {
    if (before.stages.length === after.stages.length) return undefined
    const kept = lostPackage(before, after)
    if (kept !== undefined)
      return `${kept.text}, which ${placeOf(kept.evidence)} keeps, would be left out with the dev dependencies; make it a dependency of production`
    const needed = leavesOutDev(before, after) ? neededForDevelopment(before) : undefined
    if (needed !== undefined)
      return `${needed.name}, which ${placeOf(needed.evidence)} loads, would be left out with the dev dependencies`
    const python = lostPython(before, after)
    if (python !== undefined) return python
    const [lack] = lackingFiles(seeAgain(before, after), before, after)
    return (
      lack &&
      `${lack.path}, which ${placeOf(lack.evidence)} needs, would not be in the runtime stage`
    )
  },
}

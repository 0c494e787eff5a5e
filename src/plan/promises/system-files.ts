import { placeOf } from '../../facts/evidence.ts'
import { lackingSystemFile } from '../needs/system/system-files.ts'
import { seeAgain } from '../needs/lost/lacks.ts'
import type { PromiseCheck } from './promise.ts'

/** Files of the system that the program, its commands or its settings name are in the new image: fonts, certificates, tables of names. */
export const systemFiles: PromiseCheck = {
  code: 'promise-system-file',
  check: ({ before, after }) => {
    if (before.stages.length === after.stages.length) return undefined
    const lack = lackingSystemFile(seeAgain(before, after), before, after)
    return (
      lack &&
      `${lack.path}, which ${placeOf(lack.evidence)} asks for, would not be in the runtime stage`
    )
  },
}

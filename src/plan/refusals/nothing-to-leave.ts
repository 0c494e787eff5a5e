import { refusals } from './refusals.ts'
import { leave, type Refusal } from './refuse.ts'

const code = 'nothing-to-leave-behind'

/** The refusal for an image of which run time needs everything. */
export const nothingToLeave: Refusal = leave(code, refusals[code].sentence)

import { refusals } from './refusals.ts'
import { leave, type Refusal } from './refuse.ts'

const code = 'nothing-to-leave-behind'

/** What is said of an image that has nothing which run time does without. */
export const nothingToLeave: Refusal = leave(code, refusals[code].sentence)

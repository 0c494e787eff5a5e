import { refusals } from './refusals.ts'
import { leave, type Refusal } from './refuse.ts'

const code = 'nothing-to-leave-behind'

/** The refusal for an image of which run time needs everything. */
export const nothingToLeave: Refusal = leave(code, refusals[code].sentence)

/** The same where the image that would leave something behind does not do; `why` says why, without a full stop. */
export const nothingWithout = (why: string, line: number | undefined): Refusal =>
  leave(
    code,
    `A second stage would leave nothing behind, because no leaner image fits: ${why}.`,
    line,
  )

/** The same where a second stage on the same image would leave little behind. */
export const nothingWorthwhile = (what: string, megabytes: number, limit: number): Refusal =>
  leave(
    code,
    `A second stage on the same image would leave only ${what} behind, some ${megabytes} MB; from ${limit} MB it pays.`,
  )

import { groupDigits } from '../../report/group-digits.ts'
import type { Surroundings } from './surroundings.ts'

/** A line on standard error that overwrites itself, once the work takes longer than a moment. */
export interface Progress {
  readonly show: (done: number) => void
  /** Takes the line away, before anything else is printed. */
  readonly clear: () => void
}

const silence: Progress = { show: () => undefined, clear: () => undefined }

/** Milliseconds before the first line, and between two. */
const patience = 600
const interval = 100

/** Progress over `total` files; silent where it would end up in a log. */
export function createProgress(total: number, isQuiet: boolean, around: Surroundings): Progress {
  const { stderr, env, now } = around
  if (isQuiet || stderr.isTTY !== true || env['TERM'] === 'dumb' || total < 2) return silence
  let next = now() + patience
  let isShown = false
  return {
    show: (done) => {
      if (now() < next) return
      next = now() + interval
      isShown = true
      stderr.write(`\r\u001b[2K${groupDigits(done)} of ${groupDigits(total)} Dockerfiles ...`)
    },
    clear: () => {
      if (isShown) stderr.write('\r\u001b[2K')
      isShown = false
    },
  }
}

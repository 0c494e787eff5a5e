import { groupDigits } from '../../report/group-digits.ts'
import { shownLine } from '../../report/paint.ts'
import type { CliOptions } from '../cli-options.ts'
import type { Surroundings } from '../migrate/surroundings.ts'

/** A line on standard error about a long run, with the time that is left. */
export interface PrProgress {
  readonly begin: (total: number) => void
  readonly step: () => void
  /** A host asks to wait. */
  readonly wait: (milliseconds: number, why: string) => void
  readonly hint: (text: string) => void
  /** Takes the line away, before anything else is printed. */
  readonly clear: () => void
  readonly show: () => void
}

/** Milliseconds: waits that are worth a word, between two lines in a log, and before a rate says anything. */
const worthAWord = 5_000
const logInterval = 60_000
const patience = 5_000

export function createPrProgress(
  { quiet }: Pick<CliOptions, 'quiet'>,
  { stderr, env, now }: Surroundings,
): PrProgress {
  const isLive = !quiet && stderr.isTTY === true && env['TERM'] !== 'dumb'
  let [total, done, started, logged] = [0, 0, now(), now()]
  let isShown = false
  const text = (): string => {
    const left = timeLeft(now() - started, done, total)
    return `${groupDigits(done)} of ${groupDigits(total)} repositories${left}`
  }
  const clear = (): void => {
    if (isShown) stderr.write('\r\u001b[2K')
    isShown = false
  }
  const show = (): void => {
    if (quiet || total < 2) return
    if (isLive) {
      stderr.write(`\r\u001b[2K${text()} ...`)
      isShown = true
    } else if (now() - logged >= logInterval) {
      logged = now()
      stderr.write(`${text()}\n`)
    }
  }
  return {
    begin: (count) => {
      total += count
      if (done === 0) started = now()
      show()
    },
    step: () => {
      done++
      show()
    },
    wait: (milliseconds, why) => {
      if (quiet || milliseconds < worthAWord) return
      clear()
      stderr.write(`${shownLine(why)}; waiting ${durationText(milliseconds)}\n`)
      show()
    },
    hint: (text) => {
      clear()
      if (!quiet) stderr.write(`hint: ${shownLine(text)}\n`)
    },
    clear,
    show,
  }
}

function timeLeft(elapsed: number, done: number, total: number): string {
  if (done === 0 || elapsed < patience || done >= total) return ''
  return `, ${durationText((elapsed / done) * (total - done))} left`
}

/** '40 s', '12 min', '2 h 5 min'. */
export function durationText(milliseconds: number): string {
  const seconds = Math.round(milliseconds / 1000)
  if (seconds < 90) return `${Math.max(1, seconds)} s`
  const minutes = Math.round(seconds / 60)
  return minutes < 90 ? `${minutes} min` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`
}

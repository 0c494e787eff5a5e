import { shownLine, shownPath } from '../../report/paint.ts'
import { shortenSecrets } from '../../report/shorten-secrets.ts'
import type { Verification } from '../../verification/verification.ts'
import type { CliOptions } from '../cli-options.ts'
import type { Surroundings } from '../migrate/surroundings.ts'

/** One line for each service that is worked on: on a terminal they overwrite themselves, in a log each phase has a line. */
export interface VerifyProgress {
  readonly begin: (key: string, path: string) => void
  readonly step: (key: string, phase: string, step: string) => void
  readonly end: (key: string, verification: Verification) => void
  /** Takes the lines away, before anything else is printed. */
  readonly clear: () => void
}

interface Line {
  readonly path: string
  readonly started: number
  phase: string
  step: string
}

/** Milliseconds between two drawings. */
const interval = 100

/** Progress of a verification on standard error. */
export function createVerifyProgress(
  { quiet }: CliOptions,
  { stderr, env, now }: Surroundings,
): VerifyProgress {
  const lines = new Map<string, Line>()
  const isLive = stderr.isTTY === true && env['TERM'] !== 'dumb'
  let drawn = 0
  let next = 0

  const clear = (): void => {
    if (drawn > 0) stderr.write(`\u001b[${drawn}A\u001b[J`)
    drawn = 0
  }
  const draw = (): void => {
    if (!isLive || now() < next) return
    next = now() + interval
    clear()
    const width = Math.max(20, (stderr.columns ?? 80) - 1)
    for (const { path, started, phase, step } of lines.values()) {
      const seconds = Math.round((now() - started) / 1000)
      const text = shownLine(`${path}: ${phase} (${seconds} s) ${shortenSecrets(step)}`)
      stderr.write(`${text.slice(0, width)}\n`)
      drawn++
    }
  }
  if (quiet) {
    const silent = (): void => undefined
    return { begin: silent, step: silent, end: silent, clear: silent }
  }
  return {
    begin: (key, path) => lines.set(key, { path, started: now(), phase: 'begin', step: '' }),
    step: (key, phase, step) => {
      const line = lines.get(key)
      if (line === undefined) return
      if (!isLive && line.phase !== phase) stderr.write(`${shownPath(line.path)}: ${phase}\n`)
      line.phase = phase
      line.step = step
      draw()
    },
    end: (key, { verdict }) => {
      const line = lines.get(key)
      lines.delete(key)
      clear()
      if (line === undefined) return
      stderr.write(
        `${shownPath(line.path)}: ${verdict} (${Math.round((now() - line.started) / 1000)} s)\n`,
      )
      next = 0
      draw()
    },
    clear,
  }
}

import type { Observation } from '../../../src/verification/observation.ts'
import type { RawAnswer } from '../../../src/verify/run/ask.ts'
import { readErrorLine } from '../../../src/verify/judge/error-lines.ts'
import type { Sight } from '../../../src/verify/run/observe.ts'

interface Sketch {
  readonly seen?: Partial<Observation>
  readonly answers?: Readonly<Record<string, RawAnswer>>
  readonly unsteady?: readonly string[]
  readonly ready?: Sight['ready']
  readonly log?: readonly string[]
}

/** What a run that answers would show, but for what is given. */
export function sight({ seen, answers = {}, unsteady = [], ready, log = [] }: Sketch = {}): Sight {
  const errors = log.map(readErrorLine).filter((error) => error !== undefined)
  return {
    seen: {
      state: 'running',
      exitCode: undefined,
      problem: undefined,
      health: undefined,
      ports: [3000],
      port: 3000,
      answers: {},
      smoke: {},
      errors,
      log,
      seconds: 1,
      ...seen,
    },
    interview: {
      questions: Object.keys(answers).map((path) => ({
        ...{ key: path, path, from: 'standard', role: undefined },
      })),
      answers: new Map(Object.entries(answers)),
      unsteady: new Set(unsteady),
    },
    ready: ready ?? 'answers',
    log: { bytes: 0, lines: log.length, errors, last: log, output: log.join('\n') },
    ports: [3000],
  }
}

/** An answer with a body. */
export function answer(status: number, text = '', rest: Partial<RawAnswer> = {}): RawAnswer {
  return {
    ...{ status, type: 'text/html', location: undefined, length: text.length, digest: text },
    ...{ text, source: text, isWhole: true },
    ...rest,
  }
}

/** One that has ended. */
export function ended(exitCode: number, log: readonly string[]): Sight {
  return sight({ seen: { state: 'exited', exitCode, ports: [] }, ready: 'exited', log })
}

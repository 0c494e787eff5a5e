import { PassThrough, Writable } from 'node:stream'
import { stripVTControlCharacters } from 'node:util'
import { review, type ReviewResult } from '../../src/review/review.ts'
import { fileState, type FileState } from '../../src/review/state/review-state.ts'
import type { Hands } from '../../src/review/terminal/terminal.ts'
import { reportAt } from './reports.ts'

export interface Session extends ReviewResult {
  /** All that was printed, without control sequences. */
  readonly screen: string
  /** The same as it was printed. */
  readonly raw: string
}

export const files = ['a', 'b', 'c'].map((folder) => fileState(reportAt(`${folder}/Dockerfile`)))

const hands: Hands = {
  migrate: ({ report, wanted }) => Promise.resolve(reportAt(report.path, wanted)),
  perform: (state, { kind }) => Promise.resolve({ ...state, message: `${kind} was done.` }),
}

/** Types one thing each time that something is asked; null is the end of the input, undefined a signal. */
export async function hold(
  typed: readonly (string | null | undefined)[],
  {
    isPlain = false,
    reviewed = files,
  }: { readonly isPlain?: boolean; readonly reviewed?: readonly FileState[] } = {},
): Promise<Session> {
  const input = new PassThrough()
  const interrupt = new AbortController()
  const left = [...typed]
  let screen = ''
  let isAsked = false
  const output = new Writable({
    write(chunk: Buffer, _encoding, done) {
      const text = chunk.toString()
      screen += text
      if (/\]\? |\]\?$|\? Type|Type y|help"\. /.test(stripVTControlCharacters(text)) && !isAsked) {
        isAsked = true
        setTimeout(() => {
          isAsked = false
          const key = left.shift()
          if (key === null) input.end()
          else if (key === undefined) interrupt.abort()
          else input.write(key)
        }, 5)
      }
      done()
    },
  })
  const result = await review(reviewed, {
    // What keeps a pipe from ending the real standard streams.
    terminal: {
      input,
      output: Object.assign(output, { _isStdio: true }),
      signal: interrupt.signal,
    },
    look: { color: false, terminal: true },
    isPlain,
    hands,
  })
  return { ...result, raw: screen, screen: stripVTControlCharacters(screen) }
}

export const accepted = (session: Session) => session.accepted.map((report) => report.path)

import { PassThrough, Writable } from 'node:stream'
import { stripVTControlCharacters } from 'node:util'
import { describe, expect, it } from 'vitest'
import type { FileReport } from '../../src/report/file-report.ts'
import { review, type ReviewResult } from '../../src/review/review.ts'
import { migratedFrom } from '../cli/fake-core.ts'

const reports = ['a', 'b', 'c'].map((folder): FileReport => ({
  path: `${folder}/Dockerfile`,
  context: folder,
  result: migratedFrom(`FROM big\nCMD ${folder}\n`),
}))

interface Session extends ReviewResult {
  readonly screen: string
}

/** Types one key at each question; null is the end of the input, undefined a signal. */
async function answer(keys: readonly (string | null | undefined)[]): Promise<Session> {
  const input = new PassThrough()
  const interrupt = new AbortController()
  const left = [...keys]
  let screen = ''
  let asked = 0
  const output = new Writable({
    write(chunk: Buffer, _encoding, done) {
      screen += chunk.toString()
      // A question is drawn again after each key.
      const questions = new Set(screen.match(/\(\d\/3\)/g)).size
      if (questions > asked) {
        asked = questions
        setImmediate(() => {
          const key = left.shift()
          if (key === null) input.end()
          else if (key === undefined) interrupt.abort()
          else input.write(key)
        })
      }
      done()
    },
  })
  const result = await review(reports, {
    show: (text) => {
      screen += text
      return Promise.resolve()
    },
    // What keeps a pipe from ending the real standard streams.
    terminal: {
      input,
      output: Object.assign(output, { _isStdio: true }),
      signal: interrupt.signal,
    },
    look: { color: false, terminal: true },
  })
  return { ...result, screen: stripVTControlCharacters(screen) }
}

const accepted = (session: Session) => session.accepted.map((report) => report.path)

describe('review', () => {
  it('writes what was answered with y', async () => {
    const session = await answer(['y', 'n', 'y'])
    expect(accepted(session)).toEqual(['a/Dockerfile', 'c/Dockerfile'])
    expect(session.isComplete).toBe(true)
    expect(session.screen).toContain('+FROM small')
    expect(session.screen).toContain('(2/3) Write b/Dockerfile [y,n,a,d,q,?]?')
  })

  it('takes a and d for all that follow', async () => {
    expect(accepted(await answer(['n', 'a']))).toEqual(['b/Dockerfile', 'c/Dockerfile'])
    const none = await answer(['y', 'd'])
    expect(accepted(none)).toEqual(['a/Dockerfile'])
    expect(none.isComplete).toBe(true)
  })

  it('keeps what was accepted at q, and is not complete', async () => {
    const session = await answer(['y', 'q'])
    expect(accepted(session)).toEqual(['a/Dockerfile'])
    expect(session.isComplete).toBe(false)
  })

  it.each([
    ['Ctrl-C', '\u0003'],
    ['Ctrl-D', '\u0004'],
    ['the end of input', null],
    ['a signal', undefined],
  ])('accepts nothing after %s', async (_, key) => {
    const session = await answer(['y', key])
    expect(session).toMatchObject({ accepted: [], isComplete: false })
  })

  it('does nothing at Enter and other keys, and explains itself at ?', async () => {
    const session = await answer(['\rxY \u001b[A?y', 'd'])
    expect(accepted(session)).toEqual(['a/Dockerfile'])
    expect(session.screen).toContain('Ctrl-C leaves every file as it is.')
  })
})

import { describe, expect, it } from 'vitest'
import { charactersOf } from '../../src/review/characters.ts'
import { settle } from '../../src/review/state/adjust-files.ts'
import { keyNamed } from '../../src/review/state/key.ts'
import { changed } from '../../src/review/state/moves.ts'
import { fileState, type ReviewState, startReview } from '../../src/review/state/review-state.ts'
import { type Page, step } from '../../src/review/state/step.ts'
import { readAnswer } from '../../src/review/state/typing.ts'
import { refusedReport, reportAt } from './reports.ts'

const page: Page = { lines: 5, at: 0, last: 12 }
const paths = ['a', 'b', 'c'].map((folder) => `${folder}/Dockerfile`)
const three = () => startReview(paths.map((path) => fileState(reportAt(path))))

/** Presses keys, and migrates at once what is switched. */
function press(state: ReviewState, ...keys: readonly string[]): ReviewState {
  return keys.reduce((now, key) => {
    const { state: next, effect } = step(now, key, page)
    if (effect?.kind !== 'migrate') return next
    return effect.indexes.reduce((all, index) => {
      const file = all.files[index]
      return file === undefined ? all : settle(all, index, reportAt(file.report.path, file.wanted))
    }, next)
  }, state)
}

const decisions = ({ files }: ReviewState) => files.map(({ decision }) => decision)

describe('answers', () => {
  it('y and n go on to the next file without one, and the last leads to the sum', () => {
    const state = press(three(), 'y', 'n')
    expect(state.at).toBe(2)
    const closed = press(state, 'y')
    expect(decisions(closed)).toEqual(['write', 'leave', 'write'])
    expect(closed.mode.kind).toBe('close')
    expect(closed.ended).toBe('no')
    expect(press(closed, 'y').ended).toBe('write')
    expect(press(closed, 'n').ended).toBe('nothing')
  })

  it('one file needs no sum, and neither does nothing', () => {
    const one = startReview([fileState(reportAt('Dockerfile'))])
    expect(press(one, 'y').ended).toBe('write')
    expect(press(three(), 'd').ended).toBe('write')
  })

  it('a and d are for this file and those that follow, A for all', () => {
    expect(decisions(press(three(), 'n', 'a'))).toEqual(['leave', 'write', 'write'])
    expect(decisions(press(three(), 'y', 'd'))).toEqual(['write', 'leave', 'leave'])
    expect(decisions(press(three(), 'j', 'A'))).toEqual(['write', 'write', 'write'])
    expect(decisions(press(three(), 'j', 'a'))).toEqual(['open', 'write', 'write'])
  })

  it('u takes back the last one, from the sum, too', () => {
    const closed = press(three(), 'y', 'y', 'y')
    const back = press(closed, 'u')
    expect(decisions(back)).toEqual(['write', 'write', 'open'])
    expect(back).toMatchObject({ at: 2, mode: { kind: 'look' } })
    expect(press(back, 'u', 'u', 'u').message).toBe('There is nothing to take back.')
  })

  it('Enter and keys that mean nothing do nothing', () => {
    for (const key of ['enter', '', 'x', 'Y', 'escape', 'backspace'])
      expect(decisions(press(three(), key))).toEqual(['open', 'open', 'open'])
    expect(press(three(), 'enter').message).toContain('Enter does nothing')
    expect(press(press(three(), 'A'), 'enter').ended).toBe('no')
  })

  it('q shows what was accepted, and ends where that is nothing', () => {
    expect(press(three(), 'q')).toMatchObject({ ended: 'write', hasQuit: true })
    const left = press(three(), 'y', 'q')
    expect(left).toMatchObject({ mode: { kind: 'close' }, hasQuit: true, ended: 'no' })
    expect(press(left, 'y')).toMatchObject({ ended: 'write', hasQuit: true })
    expect(press(left, 'q').ended).toBe('nothing')
    expect(press(left, 'u')).toMatchObject({ hasQuit: false, ended: 'no' })
  })
})

describe('ways', () => {
  it('j and k go around the files without an answer', () => {
    expect(press(three(), 'j').at).toBe(1)
    expect(press(three(), 'k').at).toBe(2)
    expect(press(three(), 'j', 'n', 'j').at).toBe(0)
    expect(press(startReview([fileState(reportAt('x'))]), 'j').message).toContain('No other file')
  })

  it('/ goes to a file by its path', () => {
    const found = press(three(), '/', 'C', '/', 'D', 'enter')
    expect(found).toMatchObject({ at: 2, mode: { kind: 'look' } })
    expect(press(three(), '/', 'z', 'enter').message).toContain('No file has "z"')
    expect(press(three(), '/', 'b', 'escape').at).toBe(0)
    expect(press(three(), '/', 'x', 'y', 'backspace').mode).toEqual({ kind: 'find', text: 'x' })
  })

  it('the diff is gone through page by page', () => {
    expect(press(three(), 'pagedown').scroll).toBe(5)
    expect(press(three(), 'end').scroll).toBe(12)
    expect(press(three(), 'end', 'down').scroll).toBeUndefined()
  })

  it('any key leads back from the help, and does no more', () => {
    const back = press(three(), '?', 'y')
    expect(back.mode.kind).toBe('look')
    expect(decisions(back)).toEqual(['open', 'open', 'open'])
  })
})

describe('switches', () => {
  it('space switches the change that is looked at, a number before it that one', () => {
    const off = press(three(), '2', 'space')
    expect(off.files[0]?.wanted.skip).toEqual(['non-root-user'])
    expect(off.files[0]?.changes).toHaveLength(2)
    expect(off.files[0]?.report.result).toMatchObject({ after: 'FROM small\nCMD ["app"]\n' })
    expect(press(off, 'space').files[0]?.wanted.skip).toEqual([])
    expect(press(three(), 'down', 'space').files[0]?.wanted.skip).toEqual(['non-root-user'])
    expect(press(three(), '9', 'space').message).toBe('There is no number 9.')
  })

  it('r switches the rule in every file, as it will be in this one', () => {
    const off = press(three(), 'j', '2', 'space', 'k', 'down', 'r')
    expect(off.files.map(({ wanted }) => wanted.skip)).toEqual(paths.map(() => ['non-root-user']))
    expect(off.message).toBe('non-root-user is switched off in 2 files.')
  })

  it('what was accepted has to be accepted again once it is another', () => {
    const again = press(three(), 'y', '/', 'a', '/', 'enter', '2', 'space')
    expect(decisions(again)).toEqual(['open', 'open', 'open'])
  })

  it('a file that is worked on is not accepted, and late reports are dropped', () => {
    const { state } = step(press(three(), 'down'), 'space', page)
    expect(press(state, 'y').message).toContain('One moment')
    expect(changed(state).effect).toEqual({ kind: 'migrate', indexes: [0] })
    const late = settle(state, 0, reportAt('a/Dockerfile'))
    expect(changed(late).effect).toEqual({ kind: 'migrate', indexes: [0] })
  })
})

describe('questions', () => {
  const refused = () => startReview([fileState(refusedReport), fileState(reportAt('b/Dockerfile'))])

  it('a refused file is not written before its question is answered', () => {
    expect(press(refused(), 'y').message).toContain('space answers the question')
    const asked = press(refused(), 'space')
    expect(asked.mode).toEqual({ kind: 'answer', fact: 'programs', text: '' })
    expect(press(asked, 'enter').mode.kind).toBe('answer')
    expect(press(asked, 'escape').mode.kind).toBe('look')
  })

  it('an answer becomes a fact of this file alone', () => {
    const keys = charactersOf('git, ffmpeg').map((key) => (key === ' ' ? 'space' : key))
    const state = press(refused(), 'space', ...keys, 'enter')
    expect(state.files[0]?.wanted.answers).toEqual({ programs: ['git', 'ffmpeg'] })
    expect(state.files[1]?.wanted.answers).toEqual({})
    expect(press(state, 'u').files[0]?.wanted.answers).toEqual({})
  })

  it('a and A leave what can not be written', () => {
    expect(decisions(press(refused(), 'A'))).toEqual(['leave', 'write'])
  })

  it('an answer is names, or none; nothing is no answer', () => {
    expect(readAnswer('writes', ' /data , /var/log/app ')).toEqual(['/data', '/var/log/app'])
    expect(readAnswer('programs', 'None')).toEqual([])
    expect(readAnswer('reads', '  ')).toContain('Type names')
    expect(readAnswer('keep', 'none')).toContain('Type a name')
    expect(readAnswer('start', ' node a.js --tags a,b ')).toEqual(['node a.js --tags a,b'])
    expect(readAnswer('start', 'none')).toContain('Type a command')
    expect(readAnswer('programs', '/usr/bin/git')).toContain('named without its path')
  })

  it('more files to keep are added to those before', () => {
    const state = press(three(), 'f', 'x', 'enter', 'f', 'y', 'enter')
    expect(state.files[0]?.wanted.answers).toEqual({ keep: ['x', 'y'] })
  })
})

it('knows keys by what the terminal sends', () => {
  const key = (name: string, sequence: string, ctrl = false) => keyNamed({ name, sequence, ctrl })
  expect(key('a', 'A')).toBe('A')
  expect(key('', '|')).toBe('|')
  expect(key('space', ' ')).toBe('space')
  expect(key('return', '\r')).toBe('enter')
  expect(key('pagedown', '\u001b[6~')).toBe('pagedown')
  expect(key('f5', '\u001b[15~')).toBe('')
  expect(key('y', '\u0019', true)).toBe('')
})

import { switchEverywhere, switchRule } from './adjust-files.ts'
import { closeReview, decide, decideMany, leaveFile } from './decide.ts'
import type { Key } from './key.ts'
import { type DiffView, isBusy, type ReviewState, rowsOf } from './review-state.ts'
import { changed, remember, type Step, takeBack, toOpenFile, waiting } from './moves.ts'
import { typeAnswer, typeSearch } from './typing.ts'

/** How much of the diff a screen shows, where it stands, and how far it can be scrolled. */
export interface Page {
  readonly lines: number
  readonly at: number
  readonly last: number
}

/** What a key makes of a review. Pure; a key that means nothing changes nothing. */
export function step(given: ReviewState, key: Key, page: Page): Step {
  const state = { ...given, message: '' }
  switch (state.mode.kind) {
    case 'help':
      // Any key leads back, and does nothing else.
      return key === '' ? { state: given } : { state: { ...state, mode: { kind: 'look' } } }
    case 'find':
      return typeSearch(state, state.mode, key)
    case 'answer':
      return typeAnswer(state, state.mode, key)
    case 'close':
      return { state: closeReview(state, key) }
    case 'look':
      return look(state, key, page)
  }
}

function look(state: ReviewState, key: Key, page: Page): Step {
  if (/^\d$/.test(key)) return { state: { ...state, digits: (state.digits + key).slice(-3) } }
  const digits = state.digits
  const clear = { ...state, digits: '' }
  switch (key) {
    case 'y':
    case 'n':
      return { state: decide(clear, key === 'y' ? 'write' : 'leave') }
    case 'a':
    case 'd':
    case 'A':
      return { state: decideMany(clear, key) }
    case 'u':
      return changed(takeBack(clear))
    case 'q':
      return { state: leaveFile(clear) }
    case 'j':
    case 'k':
      return { state: toOpenFile(clear, key === 'j' ? 1 : -1) }
    case 'up':
    case 'down':
      return { state: toRow(clear, clear.row + (key === 'up' ? -1 : 1)) }
    case 'space':
      return pressSwitch(clear, digits === '' ? clear.row : Number(digits) - 1)
    case 'r':
      return pressEverywhere(clear)
    case 'w':
    case '|':
      return { state: { ...clear, view: otherView(clear.view, key === 'w' ? 'word' : 'side') } }
    case 'pagedown':
    case ']':
      return { state: { ...clear, scroll: Math.min(page.last, page.at + page.lines) } }
    case 'pageup':
    case '[':
      return { state: { ...clear, scroll: Math.max(0, page.at - page.lines) } }
    case 'home':
      return { state: { ...clear, scroll: 0 } }
    case 'end':
      return { state: { ...clear, scroll: page.last } }
    case '/':
      return { state: { ...clear, mode: { kind: 'find', text: '' } } }
    case 'f':
      return { state: { ...clear, mode: { kind: 'answer', fact: 'keep', text: '' } } }
    case '?':
      return { state: { ...clear, mode: { kind: 'help' } } }
    case 'e':
    case 'v':
    case 'P':
      return pressProgram(clear, key)
    default:
      return { state: { ...clear, message: hintFor(key) } }
  }
}

const hintFor = (key: Key) => (key === 'enter' ? 'Enter does nothing here; ? lists the keys.' : '')

const otherView = (now: DiffView, asked: DiffView): DiffView => (now === asked ? 'unified' : asked)

function pressSwitch(state: ReviewState, row: number): Step {
  const file = state.files[state.at]
  const item = file === undefined ? undefined : rowsOf(file)[row]
  if (file === undefined || item === undefined)
    return { state: { ...state, message: `There is no number ${row + 1}.` } }
  if (item.kind === 'question')
    return {
      state: { ...state, row, mode: { kind: 'answer', fact: item.question.fact, text: '' } },
    }
  const files = state.files.map((each) =>
    each === file ? switchRule(file, item.change.rule) : each,
  )
  return changed({ ...remember(state), files, row })
}

function pressEverywhere(state: ReviewState): Step {
  const file = state.files[state.at]
  const item = file === undefined ? undefined : rowsOf(file)[state.row]
  if (item?.kind !== 'change') return { state }
  const files = switchEverywhere(state.files, state.at, item.change.rule)
  const count = files.filter((each, i) => each !== state.files[i]).length
  const message = `${item.change.rule} is switched ${item.isOn ? 'off' : 'on'} in ${count === 1 ? 'one file' : `${count} files`}.`
  return changed({ ...remember(state), files, message })
}

function pressProgram(state: ReviewState, key: 'e' | 'v' | 'P'): Step {
  const { at: index } = state
  const file = state.files[index]
  const isThere = file?.report.result.outcome === 'migrated'
  if (key !== 'P' && !isThere)
    return { state: { ...state, message: 'There is no proposal for this file.' } }
  if (file !== undefined && isBusy(file)) return { state: { ...state, message: waiting } }
  const kind = key === 'e' ? 'edit' : key === 'v' ? 'verify' : 'page'
  return { state, effect: { kind, index } }
}

function toRow(state: ReviewState, row: number): ReviewState {
  const file = state.files[state.at]
  const last = file === undefined ? 0 : rowsOf(file).length - 1
  return { ...state, row: Math.max(0, Math.min(row, last)), scroll: undefined }
}

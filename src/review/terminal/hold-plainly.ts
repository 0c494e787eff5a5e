import { plainClose, plainFile, plainHelp, plainQuestion } from '../render/plain.ts'
import { settle } from '../state/adjust-files.ts'
import { changed } from '../state/moves.ts'
import type { ReviewState } from '../state/review-state.ts'
import { type Page, step } from '../state/step.ts'
import { keysOf } from './plain-words.ts'
import { readLines } from './read-lines.ts'
import { abandoned, type Hands, type HoldReview } from './terminal.ts'

const page: Page = { lines: 1, at: 0, last: 0 }

/** Holds a review line by line: nothing that was printed moves or is printed over. */
export const holdPlainly: HoldReview = async (first, terminal, _look, hands) => {
  const say = (lines: readonly string[]): void => {
    if (lines.length > 0) terminal.output.write(`${lines.join('\n')}\n`)
  }
  const lines = readLines(terminal)
  let state = await settled(first, hands)
  say([...(state.message === '' ? [] : [state.message]), ...view(state)])
  while (state.ended === 'no') {
    say([plainQuestion(state, state.files[state.at])])
    const line = await lines.next()
    if (line === undefined) {
      lines.end()
      return abandoned(state)
    }
    const next = await takeLine(state, line, hands)
    const isNews = seen(next) !== seen(state) || line.trim() === 'show'
    state = next
    if (state.ended !== 'no') break
    say(state.message === '' ? [] : [state.message])
    if (state.mode.kind === 'help') {
      say(plainHelp())
      state = { ...state, mode: { kind: 'look' } }
    } else if (isNews) say(view(state))
  }
  lines.end()
  return state
}

async function takeLine(given: ReviewState, line: string, hands: Hands): Promise<ReviewState> {
  let state = given
  const keys = keysOf(line, state.mode)
  if (keys === undefined)
    return { ...state, message: `"${line.trim()}" is not known here; type "help".` }
  for (const key of keys) {
    const { state: next, effect } = step(state, key, page)
    state = next
    if (effect === undefined) continue
    if (effect.kind !== 'migrate') state = await hands.perform(state, effect)
    state = await settled(state, hands)
  }
  return state
}

/** With every report that is wanted. */
async function settled(given: ReviewState, hands: Hands): Promise<ReviewState> {
  let state = given
  const { effect } = changed(state)
  if (effect?.kind !== 'migrate') return state
  for (const index of effect.indexes) {
    const file = state.files[index]
    if (file !== undefined) state = settle(state, index, await hands.migrate(file))
  }
  return state
}

function view(state: ReviewState): readonly string[] {
  if (state.mode.kind === 'close') return ['', ...plainClose(state)]
  const file = state.files[state.at]
  return state.mode.kind === 'look' && file !== undefined ? ['', ...plainFile(state, file)] : []
}

/** What a listener would have to be told again when it changes. */
function seen({ mode, at, files, savesFacts }: ReviewState): string {
  return mode.kind === 'close'
    ? `close ${savesFacts}`
    : JSON.stringify([mode.kind === 'look', at, files[at]?.wanted, files[at]?.report.verification])
}

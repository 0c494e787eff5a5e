import { isBusy, type ReviewState } from './review-state.ts'

/** What has to be done outside of the state; its outcome comes back by `settle`, or as another text. */
export type Effect =
  | { readonly kind: 'migrate'; readonly indexes: readonly number[] }
  | { readonly kind: 'edit' | 'page' | 'verify'; readonly index: number }

export interface Step {
  readonly state: ReviewState
  readonly effect?: Effect
}

export const waiting = 'One moment: the change is worked out.'

/** With the work that a change of wishes asks for. */
export function changed(state: ReviewState): Step {
  const indexes = state.files.flatMap((file, i) => (isBusy(file) ? i : []))
  return indexes.length === 0 ? { state } : { state, effect: { kind: 'migrate', indexes } }
}

/** So that it can be taken back. */
export function remember(state: ReviewState): ReviewState {
  const { files, at, row } = state
  return { ...state, past: [...state.past, { files, at, row }] }
}

export function takeBack(state: ReviewState): ReviewState {
  const last = state.past.at(-1)
  if (last === undefined) return { ...state, message: 'There is nothing to take back.' }
  return {
    ...{ ...state, ...last, past: state.past.slice(0, -1), scroll: undefined },
    ...{ mode: { kind: 'look' }, hasQuit: false, message: 'Taken back.' },
  }
}

export function toFile(state: ReviewState, at: number): ReviewState {
  return { ...state, at, row: 0, scroll: 0, mode: { kind: 'look' } }
}

/** The next file without an answer, this way or that; around the end, too. */
export function nextOpen({ files, at }: ReviewState, way: 1 | -1): number | undefined {
  for (let i = 1; i <= files.length; i++) {
    const index = (at + way * i + files.length * i) % files.length
    if (files[index]?.decision === 'open') return index
  }
  return undefined
}

export function toOpenFile(state: ReviewState, way: 1 | -1): ReviewState {
  const next = nextOpen(state, way)
  return next === undefined || next === state.at
    ? { ...state, message: 'No other file is open.' }
    : toFile(state, next)
}

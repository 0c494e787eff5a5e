import {
  AbortPromptError,
  createPrompt,
  ExitPromptError,
  useEffect,
  useKeypress,
  useRef,
  useState,
} from '@inquirer/core'
import type { Look } from '../../report/paint.ts'
import { drawScreen, type Size } from '../render/screen.ts'
import { settle } from '../state/adjust-files.ts'
import { keyNamed } from '../state/key.ts'
import { changed, type Effect, type Step } from '../state/moves.ts'
import type { ReviewState } from '../state/review-state.ts'
import { step } from '../state/step.ts'
import { abandoned, type Hands, type HoldReview, type Terminal } from './terminal.ts'

// https://invisible-island.net/xterm/ctlseqs/ctlseqs.html: a screen of its own, so that what stood there is there again afterwards.
const enter = '\u001b[?1049h\u001b[H\u001b[2J'
const leave = '\u001b[?1049l'
const clear = '\u001b[H\u001b[2J'

type Question = {
  readonly state: ReviewState
  readonly terminal: Terminal
  readonly look: Look
  readonly hands: Hands
}

/** Why a prompt ended: the review has, or a program needs the terminal. Undefined for the end of the input. */
type Left = (Step & { readonly effect?: Effect }) | undefined

/** Each key is a step of the review; all that is drawn comes of the state. */
const reviewPrompt = createPrompt<Left, Question>(({ state: first, ...question }, done) => {
  const { terminal, look, hands } = question
  const [shown, show] = useState(first)
  const [, redraw] = useState(0)
  const latest = useRef(first)
  const times = useRef(0)

  const take = ({ state, effect }: Step): void => {
    latest.current = state
    show(state)
    if (effect?.kind === 'migrate') {
      for (const index of effect.indexes) {
        const file = state.files[index]
        if (file === undefined) continue
        void hands.migrate(file).then((report) => {
          latest.current = settle(latest.current, index, report)
          show(latest.current)
        })
      }
    } else if (state.ended !== 'no' || effect !== undefined)
      done(effect === undefined ? { state } : { state, effect })
  }

  useKeypress((event, readline) => {
    // The process has stopped and goes on by now, and the screen is not there again yet.
    if (event.ctrl && event.name === 'z') return
    // What is typed would be shown behind the question.
    readline.clearLine(0)
    const { page } = drawScreen(latest.current, sizeOf(terminal), look)
    take(step(latest.current, keyNamed(event), page))
  })

  useEffect((readline) => {
    const again = (): void => {
      redraw(++times.current)
    }
    const onResize = (): void => {
      // What a narrower terminal has broken into more lines would stay.
      terminal.output.write(clear)
      again()
    }
    // Before readline stops the process at Ctrl-Z; it knows no more of the screen than of the rest.
    const beforeStop = (
      _: unknown,
      key: { readonly ctrl: boolean; readonly name?: string },
    ): void => {
      if (key.ctrl && key.name === 'z') terminal.output.write(leave)
    }
    const input = terminal.input
    input.prependListener('keypress', beforeStop)
    terminal.output.on('resize', onResize)
    // inquirer leaves a question open for ever when its input ends.
    readline.on('close', () => {
      done(undefined)
    })
    // Back from Ctrl-Z, Node leaves the input paused, and the process would end for want of work.
    readline.on('SIGCONT', () => {
      readline.resume()
      terminal.output.write(enter)
      again()
    })
    // Left for a program, it may not be done yet.
    const { effect } = changed(first)
    if (effect !== undefined) take({ state: first, effect })
    return () => {
      input.removeListener('keypress', beforeStop)
      terminal.output.removeListener('resize', onResize)
    }
  }, [])

  return drawScreen(shown, sizeOf(terminal), look).lines.join('\n')
})

function sizeOf({ output }: Terminal): Size {
  return { columns: output.columns ?? 80, rows: output.rows ?? 24 }
}

/** Holds a review on a screen that is drawn again after each key. Ctrl-C, Ctrl-D and the end of the input take back every answer. */
export const holdOnScreen: HoldReview = async (first, terminal, look, hands) => {
  let state = first
  const { input, output, signal } = terminal
  while (state.ended === 'no') {
    output.write(enter)
    const left = await reviewPrompt(
      { state, terminal, look, hands },
      { input, output, signal, clearPromptOnDone: true },
    )
      .catch((error: unknown) => {
        if (error instanceof ExitPromptError || error instanceof AbortPromptError) return undefined
        throw error
      })
      .finally(() => {
        output.write(leave)
      })
    if (left === undefined) return abandoned(state)
    state = left.state
    const { effect } = left
    if (effect !== undefined && effect.kind !== 'migrate')
      state = await hands.perform(state, effect)
  }
  return state
}

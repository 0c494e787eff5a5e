import {
  AbortPromptError,
  createPrompt,
  ExitPromptError,
  useEffect,
  useKeypress,
  useState,
} from '@inquirer/core'
import { createPromptModule } from 'inquirer'
import type { Readable, Writable } from 'node:stream'

/** Where questions are asked. */
export interface Terminal {
  readonly input: Readable
  readonly output: Writable
  /** Takes the question back; it counts as not answered. */
  readonly signal: AbortSignal
}

// inquirer asks for an index signature, which interfaces lack.
export type KeyQuestion = {
  readonly message: string
  /** Keys that answer. */
  readonly keys: readonly string[]
  /** Shown below the question once "?" was pressed. */
  readonly help: string
}

const noAnswer = ''

/** One key answers; all others, Enter included, do nothing. The end of the input answers with `noAnswer`. */
const keyPrompt = createPrompt<string, KeyQuestion>((question, done) => {
  const [answer, setAnswer] = useState(noAnswer)
  const [isHelpShown, showHelp] = useState(false)
  const [, redraw] = useState(0)

  useKeypress((event, readline) => {
    // What is typed would be shown behind the question.
    readline.clearLine(0)
    const key = keyOf(event)
    if (key === '?') showHelp(true)
    if (!question.keys.includes(key)) return
    setAnswer(key)
    done(key)
  })

  // inquirer leaves a question open for ever when its input ends.
  useEffect((readline) => {
    readline.on('close', () => {
      done(noAnswer)
    })
  }, [])

  // Back from Ctrl-Z, Node leaves the input paused, and the process would end for want of work.
  useEffect((readline) => {
    let times = 0
    readline.on('SIGCONT', () => {
      readline.resume()
      redraw(++times)
    })
  }, [])

  return [
    `${question.message} ${answer}`,
    isHelpShown && answer === noAnswer ? question.help : undefined,
  ]
})

/** Asks for one of the keys. undefined where the user gave up: Ctrl-C, Ctrl-D, the end of input. */
export async function askForKey(
  question: KeyQuestion,
  terminal: Terminal,
): Promise<string | undefined> {
  const prompt = createPromptModule<{ key: KeyQuestion }>({ ...terminal })
  prompt.registerPrompt('key', keyPrompt)
  try {
    const { key } = await prompt<{ key: string }>([{ type: 'key', name: 'key', ...question }])
    return key === noAnswer ? undefined : key
  } catch (error) {
    if (error instanceof ExitPromptError || error instanceof AbortPromptError) return undefined
    throw error
  }
}

/** inquirer's type names letters only; "?" comes as its sequence. */
function keyOf(event: {
  readonly name: string
  readonly ctrl: boolean
  readonly sequence?: unknown
}): string {
  if (event.ctrl) return noAnswer
  return typeof event.sequence === 'string' ? event.sequence : event.name
}

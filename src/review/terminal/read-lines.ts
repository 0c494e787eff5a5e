import { createInterface } from 'node:readline'
import type { Terminal } from './terminal.ts'

/** Lines that are typed, one after the other; those that are typed ahead wait. */
export interface Lines {
  /** Undefined for the end of the input, or of the run. */
  readonly next: () => Promise<string | undefined>
  readonly end: () => void
}

export function readLines({ input, signal }: Pick<Terminal, 'input' | 'signal'>): Lines {
  const waiting: string[] = []
  let hasEnded = signal.aborted
  let wake = (): void => undefined
  const lines = createInterface({ input, terminal: false })
  const onEnd = (): void => {
    hasEnded = true
    wake()
  }
  lines.on('line', (line) => {
    waiting.push(line)
    wake()
  })
  lines.on('close', onEnd)
  signal.addEventListener('abort', onEnd)
  return {
    next: async () => {
      // Between two questions the input is free for an editor.
      lines.resume()
      while (waiting.length === 0 && !hasEnded)
        await new Promise<void>((resolve) => (wake = resolve))
      if (!hasEnded) lines.pause()
      return signal.aborted ? undefined : waiting.shift()
    },
    end: () => {
      signal.removeEventListener('abort', onEnd)
      lines.close()
    },
  }
}

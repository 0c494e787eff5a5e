import { ForgeError } from '../../forge-error.ts'
import type { ForgeMachine } from '../../forge.ts'

/** The order of requests in time: writes a pace apart, and none at all while the host asks to wait. */
export interface Pace {
  /** Ends when a request may go out. Throws ForgeError 'interrupted'. */
  readonly turn: (isWrite: boolean) => Promise<void>
  /** No request goes out for so many milliseconds; people are told why. */
  readonly pause: (milliseconds: number, why: string) => void
  /** Waits by itself, for a second try. Throws ForgeError 'interrupted'. */
  readonly rest: (milliseconds: number) => Promise<void>
}

/** `between`: the least milliseconds from one write to the next. */
export function createPace(machine: ForgeMachine, between: number): Pace {
  let freeAt = -Infinity
  let nextWrite = -Infinity

  async function rest(milliseconds: number): Promise<void> {
    throwIfInterrupted(machine)
    await machine.sleep(milliseconds)
    throwIfInterrupted(machine)
  }

  return {
    rest,
    pause: (milliseconds, why) => {
      const until = machine.now() + milliseconds
      // Many requests under way hear the same refusal: people hear it once.
      if (until - freeAt > 1000) machine.onWait(milliseconds, why)
      freeAt = Math.max(freeAt, until)
    },
    turn: async (isWrite) => {
      throwIfInterrupted(machine)
      if (isWrite) {
        // Each write takes its place in the row before it waits, so that two at once don't get the same.
        const mine = Math.max(machine.now(), nextWrite)
        nextWrite = mine + between
        if (mine > machine.now()) await rest(mine - machine.now())
      }
      // While one waits, the host may ask for more.
      while (freeAt > machine.now()) await rest(freeAt - machine.now())
    },
  }
}

export function throwIfInterrupted(machine: ForgeMachine): void {
  if (machine.interrupt.aborted) throw new ForgeError('interrupted', 'Interrupted.')
}

import type { ForgeMachine } from '../../forge.ts'

/** Milliseconds that a request may take. */
const limit = 60_000

/**
 * The machine's fetch for Octokit: ends when interrupted, waits no longer than a minute, and reads the whole body, so that a cut answer
 * fails like one that never came (Octokit takes the half of it, or nothing, for the answer).
 */
export function sendPatiently(machine: ForgeMachine): typeof fetch {
  return async (input, init) => {
    const method = init?.method ?? 'GET'
    try {
      const response = await machine.fetch(input, {
        ...init,
        // A redirected POST would be sent again as a GET.
        redirect: method === 'GET' ? 'follow' : 'manual',
        signal: AbortSignal.any([machine.interrupt, AbortSignal.timeout(limit)]),
      })
      const body = await response.arrayBuffer()
      const { status, statusText, headers } = response
      return new Response(body.byteLength === 0 ? null : body, { status, statusText, headers })
    } catch (error) {
      // Octokit tries again after anything but this name.
      if (machine.interrupt.aborted) throw new DOMException('Interrupted.', 'AbortError')
      throw error
    }
  }
}

import type { Docker, Ran } from '../../../src/verify/engine/docker.ts'

/** A docker whose compose says this of a file; without an answer, one that has no compose. */
export function dockerWith(answer?: unknown): { docker: Docker; calls: (readonly string[])[] } {
  const calls: (readonly string[])[] = []
  const ran: Ran =
    answer === undefined
      ? { ok: false, stdout: '', stderr: 'unknown flag: --file\n', ended: 'exit', code: 125 }
      : { ok: true, stdout: JSON.stringify(answer), stderr: '', ended: 'exit', code: 0 }
  return {
    calls,
    docker: (args) => {
      calls.push(args)
      return Promise.resolve(ran)
    },
  }
}

import { spawn } from 'node:child_process'
import type { Readable } from 'node:stream'

/** What a docker command said, and how it ended. */
export interface Ran {
  readonly ok: boolean
  readonly stdout: string
  readonly stderr: string
  readonly ended: 'exit' | 'timeout' | 'interrupted' | 'not-started'
  readonly code: number | undefined
}

export interface DockerCall {
  /** The working directory, absolute; else that of this process. */
  readonly cwd?: string
  /** Seconds; 120 where nothing is said. */
  readonly timeout?: number
  /** False for what removes things after an interrupt: that must still run. */
  readonly interruptible?: boolean
  /** Each line of standard error as it comes. */
  readonly onErrorLine?: (line: string) => void
  /** Takes standard output instead of `Ran.stdout`. */
  readonly consume?: (stdout: Readable) => Promise<void>
  /** Takes standard error instead of `Ran.stderr`. */
  readonly consumeError?: (stderr: Readable) => Promise<void>
}

/** The user's docker, called without a shell. Never rejects but for what `consume` and `consumeError` throw. */
export type Docker = (args: readonly string[], call?: DockerCall) => Promise<Ran>

/** Characters of output that are kept of a command. */
const mostOutput = 32 * 1024 * 1024

/** The `docker` of PATH in an environment (DOCKER_HOST and the like). Aborting `interrupt` ends what runs. */
export function createDocker(
  env: Readonly<Record<string, string | undefined>>,
  interrupt: AbortSignal,
): Docker {
  return (args, call = {}) => {
    const isStoppable = call.interruptible !== false
    if (isStoppable && interrupt.aborted) return Promise.resolve(interrupted)
    const timeout = AbortSignal.timeout((call.timeout ?? 120) * 1000)
    const child = spawn('docker', [...args], {
      // File systems that a bake file may read are asked about on a terminal; ours names the user's own folders only.
      env: {
        ...env,
        ...(call.cwd === undefined ? {} : { PWD: call.cwd }),
        BUILDX_BAKE_ENTITLEMENTS_FS: '0',
        DOCKER_CLI_HINTS: 'false',
        BUILDX_NO_DEFAULT_ATTESTATIONS: '1',
      },
      ...(call.cwd === undefined ? {} : { cwd: call.cwd }),
      stdio: ['ignore', 'pipe', 'pipe'],
      windowsHide: true,
      signal: isStoppable ? AbortSignal.any([interrupt, timeout]) : timeout,
    })
    const consumed = [call.consume?.(child.stdout), call.consumeError?.(child.stderr)].filter(
      (each) => each !== undefined,
    )
    // Heard at the end; one that fails before is no unhandled rejection.
    for (const each of consumed) each.catch(() => undefined)
    const stderr =
      call.consumeError === undefined ? collect(child.stderr, call.onErrorLine) : () => ''
    const stdout = call.consume === undefined ? collect(child.stdout) : () => ''
    return new Promise((resolve, reject) => {
      const finish = (code: number | undefined, started: boolean, why: string): void => {
        const ended = !started
          ? 'not-started'
          : isStoppable && interrupt.aborted
            ? 'interrupted'
            : timeout.aborted
              ? 'timeout'
              : 'exit'
        const ran: Ran = {
          ok: code === 0 && ended === 'exit',
          stdout: stdout(),
          stderr: stderr() || why,
          ended,
          code,
        }
        Promise.all(consumed).then(() => resolve(ran), ran.ok ? reject : () => resolve(ran))
      }
      child.on('error', (error) => {
        // Aborted children still close; those that never started don't.
        if (child.pid === undefined) finish(undefined, false, error.message)
      })
      child.on('close', (code) => finish(code ?? undefined, true, ''))
    })
  }
}

const interrupted: Ran = {
  ok: false,
  stdout: '',
  stderr: '',
  ended: 'interrupted',
  code: undefined,
}

/** Reads a stream to its end; gives what came, without the middle of what is too long. */
function collect(stream: Readable, onLine?: (line: string) => void): () => string {
  const parts: string[] = []
  let length = 0
  let rest = ''
  stream.setEncoding('utf8')
  stream.on('data', (text: string) => {
    if (length < mostOutput) parts.push(text)
    length += text.length
    if (onLine === undefined) return
    const lines = (rest + text).split('\n')
    rest = lines.pop() ?? ''
    for (const line of lines) onLine(line)
  })
  stream.on('end', () => {
    if (rest !== '') onLine?.(rest)
  })
  return () => parts.join('')
}

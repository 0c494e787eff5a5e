import type { Readable, Writable } from 'node:stream'

/** A stream that may be a terminal. */
export type Input = Readable & { readonly isTTY?: boolean | undefined }
export type Output = Writable & {
  readonly isTTY?: boolean | undefined
  readonly columns?: number | undefined
  readonly rows?: number | undefined
}

/** Everything that the command line takes from its process, so that tests can give their own. */
export interface Surroundings {
  readonly stdin: Input
  readonly stdout: Output
  readonly stderr: Output
  readonly cwd: string
  readonly env: Readonly<Record<string, string | undefined>>
  /** Milliseconds from any fixed moment. */
  readonly now: () => number
  /** Aborted by Ctrl-C; what is being written is finished, then the run ends with exit code 130. */
  readonly interrupt: AbortSignal
}

/** Can somebody answer questions, and is this not a CI job? */
export function isInteractive({ stdin, stdout, stderr, env }: Surroundings): boolean {
  const isCi = env['CI'] !== undefined && !['', '0', 'false'].includes(env['CI'])
  const all = [stdin, stdout, stderr].every((stream) => stream.isTTY === true)
  return all && !isCi
}

/** Colour for a stream: `--color`, then NO_COLOR and FORCE_COLOR (no-color.org, force-color.org), then what the stream is. */
export function hasColor(
  stream: Output,
  option: boolean | undefined,
  env: Surroundings['env'],
): boolean {
  if (option !== undefined) return option
  if (env['NO_COLOR'] !== undefined && env['NO_COLOR'] !== '') return false
  const force = env['FORCE_COLOR']
  if (force !== undefined) return force !== '0' && force !== 'false'
  return stream.isTTY === true && env['TERM'] !== 'dumb'
}

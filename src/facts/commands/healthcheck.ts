import { parseDuration } from '../../dockerfile/check/duration.ts'
import type { Instruction } from '../../dockerfile/instruction.ts'
import type { Healthcheck } from '../../knowledge/images/image-config.ts'

/**
 * Reads a HEALTHCHECK as Docker stores it (https://docs.docker.com/reference/dockerfile/#healthcheck). The shell form is stored
 * without its shell: the container's own, which SHELL sets, runs it. What is 0 is not stored.
 */
export function readHealthcheck({ exec, words, flags }: Instruction): Healthcheck {
  const [type, command] = words
  if (type?.raw.toLowerCase() === 'none') return { Test: ['NONE'] }
  const flag = (name: string) => flags.find((f) => f.name === name)?.value
  const duration = (name: string) => parseDuration(flag(name) ?? '0')
  return {
    Test: exec === undefined ? ['CMD-SHELL', command?.raw ?? ''] : ['CMD', ...exec],
    ...unlessZero('Interval', duration('interval')),
    ...unlessZero('Timeout', duration('timeout')),
    ...unlessZero('StartPeriod', duration('start-period')),
    ...unlessZero('StartInterval', duration('start-interval')),
    ...unlessZero('Retries', Number(flag('retries') ?? 0)),
  }
}

function unlessZero<K extends string>(
  key: K,
  value: number | undefined,
): { readonly [P in K]?: number } {
  const record: { [P in K]?: number } = {}
  if (value !== undefined && value !== 0) record[key] = value
  return record
}

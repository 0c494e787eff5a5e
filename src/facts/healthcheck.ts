import type { Instruction } from '../dockerfile/instruction.ts'
import type { Healthcheck } from './image-config.ts'

/** Reads a HEALTHCHECK as Docker stores it (https://docs.docker.com/reference/dockerfile/#healthcheck). */
export function readHealthcheck(
  instruction: Instruction,
  shell: readonly string[] | undefined,
): Healthcheck {
  const body = instruction.body.text.trim()
  if (/^none$/i.test(body)) return { Test: ['NONE'] }
  const command = body.replace(/^cmd\s+/i, '')
  const flag = (name: string) => instruction.flags.find((f) => f.name === name)?.value
  const duration = (name: string) => nanoseconds(flag(name))
  const retries = flag('retries')
  return {
    Test: testOf(command, shell),
    ...optional('Interval', duration('interval')),
    ...optional('Timeout', duration('timeout')),
    ...optional('StartPeriod', duration('start-period')),
    ...optional('StartInterval', duration('start-interval')),
    ...optional('Retries', retries === undefined ? undefined : Number(retries)),
  }
}

/** The words after CMD: a JSON array of strings, else a line for the shell. */
function testOf(command: string, shell: readonly string[] | undefined): readonly string[] {
  const strings = jsonStrings(command)
  if (strings !== undefined) return ['CMD', ...strings]
  return shell === undefined ? ['CMD-SHELL', command] : ['CMD', ...shell, command]
}

export function jsonStrings(text: string): readonly string[] | undefined {
  if (!text.startsWith('[')) return undefined
  try {
    const value: unknown = JSON.parse(text)
    return Array.isArray(value) && value.every((item) => typeof item === 'string')
      ? value
      : undefined
  } catch {
    return undefined
  }
}

const units: Readonly<Record<string, number>> = {
  ns: 1,
  us: 1e3,
  µs: 1e3,
  ms: 1e6,
  s: 1e9,
  m: 6e10,
  h: 3.6e12,
}

/** A Go duration ('1m30s') in nanoseconds. */
export function nanoseconds(text: string | undefined): number | undefined {
  if (text === undefined) return undefined
  let sum = 0
  for (const [, number = '0', unit = 's'] of text.matchAll(/([\d.]+)(ns|us|µs|ms|s|m|h)/g))
    sum += Number(number) * (units[unit] ?? 0)
  return Math.round(sum)
}

function optional<K extends string>(
  key: K,
  value: number | undefined,
): { readonly [P in K]?: number } {
  const record: { [P in K]?: number } = {}
  if (value !== undefined) record[key] = value
  return record
}

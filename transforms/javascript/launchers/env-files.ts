import {
  isRecord,
  resolvePath,
  startsWords,
  type Call,
  type Reading,
} from '../../../src/transform.ts'
import { readEnvFile } from '../tools/environment.ts'

/** Flags whose value is a file of variables, or of several sets of them. */
const fileFlags = new Set(['-f', '--file', '-r', '--rc-file', '--env-file'])
const withValue = new Set([...fileFlags, '-e', '-c', '-v', '-p', '--environments'])

/**
 * `dotenv -e .env -- node a`, `dotenvx run -f .env -- node a`, `env-cmd -f .env node a`, `env-cmd -e prod node a` with sets in .env-cmdrc.
 * https://github.com/entropitor/dotenv-cli#usage, https://github.com/toddbluhm/env-cmd#-rc-file
 */
export function readDotenv(call: Call): Reading | undefined {
  const { args } = call
  const dashes = args.indexOf('--') + 1
  const at =
    dashes > 0
      ? dashes
      : args.findIndex(
          (arg, i) => arg?.startsWith('-') === false && !withValue.has(args[i - 1] ?? ''),
        )
  if (at < 0) return undefined
  return startsWords(call, args.slice(at), { assignments: variablesOf(call, args.slice(0, at)) })
}

function variablesOf(call: Call, flags: Call['args']): ReadonlyMap<string, string> {
  const { name, command, place } = call
  const isEnvCmd = name === 'env-cmd'
  const valuesOf = (isAsked: (flag: string) => boolean) =>
    flags.flatMap((flag, i) => (isAsked(flags[i - 1] ?? '') ? (flag ?? []) : []))
  const sets = isEnvCmd ? valuesOf((flag) => /^(-e|--environments)$/.test(flag)) : []
  const named = valuesOf((flag) => fileFlags.has(flag) || (!isEnvCmd && flag === '-e'))
  const files = named.length > 0 ? named : [sets.length > 0 ? '.env-cmdrc' : '.env']
  const all = files.flatMap((file) => variablesIn(file, sets, call))
  // env-cmd overrides what is set, the others don't.
  const stays = (variable: string) =>
    !isEnvCmd && (command.assignments.has(variable) || place.variable(variable) !== undefined)
  return new Map(all.filter(([variable]) => !stays(variable)))
}

function variablesIn(
  file: string,
  sets: readonly string[],
  { cwd, place }: Call,
): readonly (readonly [string, string])[] {
  const path = place.contextPath(resolvePath(cwd, file) ?? file)
  if (path === undefined) return []
  if (sets.length === 0) return [...readEnvFile(place.project.read(path) ?? '')]
  const data = place.project.json(path)
  return sets
    .flatMap((set) => set.split(','))
    .flatMap((set) => {
      const variables = isRecord(data) ? data[set] : undefined
      return isRecord(variables)
        ? Object.entries(variables).flatMap(([name, value]): [string, string][] =>
            typeof value === 'string' ? [[name, value]] : [],
          )
        : []
    })
}

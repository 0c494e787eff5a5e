import {
  isRecord,
  ownValue,
  resolvePath,
  startsWords,
  type Call,
  type Reading,
} from '../../../src/transform.ts'
import { readEnvFile } from '../tools/environment.ts'

interface Flags {
  /** Their values are files of variables, or of several sets of them. */
  readonly files: readonly string[]
  /** `NAME=value`. */
  readonly variables: readonly string[]
  /** Names of sets in a file. */
  readonly sets: readonly string[]
  readonly others: readonly string[]
}

const ofPrograms: Readonly<Record<string, Flags>> = {
  // https://github.com/entropitor/dotenv-cli#usage
  dotenv: { files: ['-e'], variables: ['-v'], sets: [], others: ['-c', '-p'] },
  // https://dotenvx.com/docs/advanced#run
  dotenvx: {
    files: ['-f', '--env-file'],
    variables: ['-e', '--env'],
    sets: [],
    others: ['-fk', '--env-keys-file', '-fv', '--env-vault-file', '--convention'],
  },
  // https://github.com/toddbluhm/env-cmd#-rc-file
  'env-cmd': {
    files: ['-f', '--file', '-r', '--rc-file'],
    variables: [],
    sets: ['-e', '--environments'],
    others: [],
  },
}

/** `dotenv -e .env -- node a`, `dotenvx run -f .env -- node a`, `env-cmd -f .env node a`, `env-cmd -e prod node a` with sets in .env-cmdrc. */
export function readDotenv(call: Call): Reading | undefined {
  const { name, args } = call
  const flags = ownValue(ofPrograms, name)
  if (flags === undefined) return undefined
  const withValue = new Set([...flags.files, ...flags.variables, ...flags.sets, ...flags.others])
  const dashes = args.indexOf('--') + 1
  const at =
    dashes > 0
      ? dashes
      : args.findIndex(
          (arg, i) => arg?.startsWith('-') === false && !withValue.has(args[i - 1] ?? ''),
        )
  if (at < 0) return undefined
  const assignments = variablesOf(call, args.slice(0, at), flags)
  return startsWords(call, args.slice(at), { assignments })
}

function variablesOf(call: Call, words: Call['args'], flags: Flags): ReadonlyMap<string, string> {
  const { name, command, place } = call
  const isEnvCmd = name === 'env-cmd'
  const sets = valuesOf(flags.sets, words)
  const named = valuesOf(flags.files, words)
  const files = named.length > 0 ? named : [sets.length > 0 ? '.env-cmdrc' : '.env']
  const read = files.flatMap((file) => variablesIn(file, sets, call))
  const given = valuesOf(flags.variables, words).flatMap((word) => [...readEnvFile(word)])
  if (isEnvCmd || words.some((word) => /^(-o|--over(load|ride))$/.test(word ?? '')))
    return new Map([...read, ...given])
  // What is set stays: of several files the first one counts.
  const isSet = (variable: string) =>
    command.assignments.has(variable) || place.variable(variable) !== undefined
  return new Map([...read.filter(([variable]) => !isSet(variable)).reverse(), ...given])
}

/** `-f .env`, `--env-file=.env`. */
function valuesOf(flags: readonly string[], words: Call['args']): readonly string[] {
  return words.flatMap((word, i) => {
    if (flags.includes(words[i - 1] ?? '')) return word ?? []
    const flag = flags.find((each) => word?.startsWith(`${each}=`) === true)
    return flag === undefined ? [] : (word?.slice(flag.length + 1) ?? [])
  })
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

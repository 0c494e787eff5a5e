import { lineOfKey, stringIn } from '../manifest.ts'
import { inFolders } from './managers.ts'
import { localBin, manifestNear, startsScript, withoutValues } from './scripts.ts'
import {
  type Call,
  isRecord,
  type Reading,
  type Started,
  unknownStart,
} from '../../../src/transform.ts'

/** `turbo run build --filter=web`: the script in each package that has it. https://turborepo.com/docs/reference/run */
export function readTurbo(call: Call): Reading | undefined {
  const { filters, words } = readScoped(
    call.args,
    new Set(['--filter', '-F']),
    new Set(['--scope']),
  )
  const [first, ...more] = words
  const tasks = first === 'run' ? more : words
  const isOther =
    first === undefined || /^(prune|link|login|daemon|gen|ls|query|telemetry)$/.test(first)
  if (isOther || tasks.length === 0) return undefined
  // A package is built behind those that it needs.
  return scriptsInPackages(
    tasks,
    filters.map((filter) => withNeeds(filter)),
    call,
  )
}

const withNeeds = (filter: string) =>
  filter.startsWith('!') || filter.endsWith('...') || filter.startsWith('...')
    ? filter
    : `${filter}...`

/** `lerna run build --scope=api`: https://lerna.js.org/docs/features/run-tasks */
export function readLerna(call: Call): Reading | undefined {
  const { filters, words } = readScoped(
    call.args,
    new Set(['--scope']),
    new Set(['--concurrency', '--ignore']),
  )
  const [command, script] = words
  return command !== 'run' || script === undefined
    ? undefined
    : scriptsInPackages([script], filters, call)
}

function scriptsInPackages(
  tasks: readonly (string | undefined)[],
  filters: readonly string[],
  call: Call,
): Reading {
  const starts: Started[] = []
  for (const task of tasks) {
    if (task === undefined) return unknownStart(`what ${call.name} runs is only known when it runs`)
    const reading = inFolders(
      filters.length === 0 ? { kind: 'all' } : { kind: 'named', filters },
      call,
      (near) => startsScript(task, [], near, true),
    )
    if (reading.kind === 'unknown') return reading
    if (reading.starts.length === 0) return unknownStart(`no workspace has a script "${task}"`)
    starts.push(...reading.starts)
  }
  return { kind: 'starts', starts }
}

/** A script that says `wireit`: https://github.com/google/wireit */
export function readWireit(call: Call): Reading | undefined {
  const near = manifestNear(call.cwd, call.place)
  const script = call.command.assignments.get('npm_lifecycle_event')
  const json = near === undefined ? undefined : call.place.project.json(near.manifest.path)
  const all = isRecord(json) && isRecord(json['wireit']) ? json['wireit'] : {}
  const own = script === undefined ? undefined : all[script]
  if (near === undefined || !isRecord(own)) return unknownStart("what wireit runs can't be told")
  const listed: unknown = own['dependencies'] ?? []
  const starts: Started[] = []
  for (const item of Array.isArray(listed) ? listed : [undefined]) {
    const name = isRecord(item) ? stringIn(item, 'script') : typeof item === 'string' ? item : ''
    const needed = startsScript(name ?? '', [], near, false)
    if (needed === undefined)
      return unknownStart(`what ${near.manifest.path} needs for "${script}" is in another package`)
    starts.push(...needed)
  }
  const text = stringIn(own, 'command')
  if (text !== undefined) starts.push({ text, cwd: near.folder, bin: localBin })
  return { kind: 'starts', starts }
}

/**
 * `prisma db seed`, and the commands that seed unless they are told not to: the command of package.json's `prisma.seed`.
 * https://www.prisma.io/docs/orm/prisma-migrate/workflows/seeding
 */
export function readPrisma(call: Call): Reading | undefined {
  const { args, cwd, place } = call
  const [first, second] = withoutValues(args, new Set(['--schema', '--config', '--name']))
  const words = `${first ?? ''} ${second ?? ''}`
  const seeds = /^migrate (dev|reset)$/.test(words) && !args.includes('--skip-seed')
  if (words !== 'db seed' && !seeds) return undefined
  const near = manifestNear(cwd, place)
  const json = near === undefined ? undefined : place.project.json(near.manifest.path)
  const own = isRecord(json) && isRecord(json['prisma']) ? json['prisma'] : {}
  const text = stringIn(own, 'seed')
  if (near === undefined || text === undefined) return undefined
  const evidence = {
    path: near.manifest.path,
    line: lineOfKey(near.manifest, 'prisma', 'seed'),
    text: `"seed": "${text}"`,
  }
  return { kind: 'starts', starts: [{ text, cwd: near.folder, bin: localBin, evidence }] }
}

/** Filters by their flag, and the words that are none; what stands behind `--` is for the scripts. */
function readScoped(args: Call['args'], flags: ReadonlySet<string>, others: ReadonlySet<string>) {
  const end = args.indexOf('--')
  const own = end < 0 ? args : args.slice(0, end)
  const filters = own.flatMap((arg, i) => {
    const [flag, value] = arg?.split('=', 2) ?? []
    if (flag === undefined || !flags.has(flag)) return []
    return value ?? own[i + 1] ?? []
  })
  return { filters, words: withoutValues(own, new Set([...flags, ...others])) }
}

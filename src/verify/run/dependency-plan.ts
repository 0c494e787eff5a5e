import { statSync } from 'node:fs'
import path from 'node:path'
import { splitOutsideQuotes } from '../../dockerfile/words/words.ts'
import { readMounts } from '../../project/consumers/compose-mounts.ts'
import { isRecord, list, record, text, texts } from '../../project/loose-data.ts'
import { type ComposeData, type ComposeRun, dependenciesOf } from './compose-run.ts'

/** A service that compose starts before the one that is verified. */
export interface DependencyPlan {
  readonly service: string
  readonly data: ComposeData
  /** Undefined for one that compose builds. */
  readonly image: string | undefined
  /** Arguments of `docker create`, environment and network apart. */
  readonly options: readonly string[]
  readonly command: readonly string[]
  /** Names by which others find it. */
  readonly aliases: readonly string[]
  /** True where it is done before others start: `service_completed_successfully`. */
  readonly mustEnd: boolean
}

/** Services that the one of a run needs, directly or through others, those that are needed first. */
export function planDependencies(run: ComposeRun): readonly DependencyPlan[] {
  const planned = new Map<string, DependencyPlan>()
  const open = new Set([run.name])
  const visit = (needs: ComposeData): void => {
    for (const service of dependenciesOf(needs)) {
      const data = run.services.get(service)
      if (data === undefined || open.has(service) || planned.has(service)) continue
      open.add(service)
      visit(data)
      planned.set(service, planOne(service, data, needs, run))
    }
  }
  visit(run.services.get(run.name) ?? {})
  return [...planned.values()]
}

function planOne(
  service: string,
  data: ComposeData,
  needs: ComposeData,
  { file, expand }: ComposeRun,
): DependencyPlan {
  const words = (value: unknown): readonly string[] | undefined => {
    if (Array.isArray(value)) return texts(value).map(expand)
    const line = text(value)
    return line === undefined ? undefined : splitCommand(expand(line))
  }
  const value = (name: string): readonly string[] => {
    const written = text(data[name])
    return written === undefined ? [] : [expand(written)]
  }
  const [program, ...entryArguments] = words(data['entrypoint']) ?? []
  const condition = record(record(needs['depends_on'])[service])['condition']
  return {
    service,
    data,
    image: data['build'] === undefined ? value('image')[0] : undefined,
    options: [
      ...value('user').map((user) => `--user=${user}`),
      ...value('working_dir').map((folder) => `--workdir=${folder}`),
      ...value('hostname').map((name) => `--hostname=${name}`),
      ...value('shm_size').map((size) => `--shm-size=${size}`),
      ...value('platform').map((platform) => `--platform=${platform}`),
      ...list(data['tmpfs']).flatMap((each) => texts(each).map((folder) => `--tmpfs=${folder}`)),
      ...healthOptions(data['healthcheck'], expand),
      ...mountOptions(data, file),
      ...(program === undefined ? [] : [`--entrypoint=${program}`]),
    ],
    command: [...entryArguments, ...(words(data['command']) ?? [])],
    aliases: [...new Set([service, ...value('container_name'), ...value('hostname')])],
    mustEnd: condition === 'service_completed_successfully',
  }
}

/** A command line as compose reads it: words at blanks, quotes taken away. */
export function splitCommand(line: string): readonly string[] {
  return splitOutsideQuotes(line.trim(), '\\').map(({ raw }) =>
    raw.replace(
      /"((?:\\[^]|[^"\\])*)"|'([^']*)'|\\([^])/g,
      (_, double?: string, single?: string, escaped?: string) =>
        double?.replace(/\\(["\\$`])/g, '$1') ?? single ?? escaped ?? '',
    ),
  )
}

/** https://docs.docker.com/reference/compose-file/services/#healthcheck */
function healthOptions(value: unknown, expand: (text: string) => string): readonly string[] {
  if (!isRecord(value)) return []
  const [kind, ...words] = texts(value['test']).map(expand)
  if (value['disable'] === true || kind === 'NONE') return ['--no-healthcheck']
  const line =
    typeof value['test'] === 'string'
      ? expand(value['test'])
      : kind === 'CMD-SHELL'
        ? words.join(' ')
        : words.map(quoted).join(' ')
  const flag = (name: string, from: string): readonly string[] => {
    const written = text(value[from])
    return written === undefined ? [] : [`--health-${name}=${expand(written)}`]
  }
  return [
    ...(line === '' ? [] : [`--health-cmd=${line}`]),
    ...flag('interval', 'interval'),
    ...flag('timeout', 'timeout'),
    ...flag('retries', 'retries'),
    ...flag('start-period', 'start_period'),
    ...flag('start-interval', 'start_interval'),
  ]
}

/** For the container's shell, which runs a health check of `docker create`. */
function quoted(word: string): string {
  return /^[\w./:=@%+,-]+$/.test(word) ? word : `'${word.replace(/'/g, `'\\''`)}'`
}

/**
 * Files of the project, and folders that only set something up, are mounted read-only; data of the user's is not: a verification writes
 * nothing of theirs.
 */
function mountOptions(data: ComposeData, file: string): readonly string[] {
  const { bindMounts } = readMounts(list(data['volumes']), path.dirname(file))
  return bindMounts
    .filter(({ source, target }) => {
      const found = statSync(source, { throwIfNoEntry: false })
      return found?.isFile() === true || (found?.isDirectory() === true && isSetup(target))
    })
    .map(({ source, target }) => `--mount=type=bind,"source=${source}","target=${target}",readonly`)
}

function isSetup(target: string): boolean {
  return (
    target.startsWith('/docker-entrypoint') ||
    /^\/etc\/|\/conf(ig)?(\.d)?(\/|$)|\/init/.test(target)
  )
}

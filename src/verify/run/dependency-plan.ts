import { statSync } from 'node:fs'
import { quoteWord, type ComposeService, splitOutsideQuotes } from '../../library.ts'
import type { Compose } from '../compose/read-compose.ts'

/** A service that compose starts before the one that is verified. */
export interface DependencyPlan {
  readonly service: ComposeService
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

/** Services that the one that is verified needs, directly or through others, those that are needed first. */
export function planDependencies({
  service: main,
  services,
}: Pick<Compose, 'service' | 'services'>): readonly DependencyPlan[] {
  const planned = new Map<string, DependencyPlan>()
  const open = new Set([main.name])
  const visit = ({ dependsOn }: ComposeService): void => {
    for (const [name, mustEnd] of dependsOn) {
      const service = services.get(name)
      if (service === undefined || open.has(name) || planned.has(name)) continue
      open.add(name)
      visit(service)
      planned.set(name, planOne(service, mustEnd))
    }
  }
  visit(main)
  return [...planned.values()]
}

function planOne(service: ComposeService, mustEnd: boolean): DependencyPlan {
  const option = (name: string, value: string | undefined): readonly string[] =>
    value === undefined ? [] : [`--${name}=${value}`]
  const names = [service.containerName, service.hostname].filter((name) => name !== undefined)
  const [program, ...entryArguments] = wordsOf(service.entrypoint)
  return {
    service,
    image: service.build === undefined ? service.image : undefined,
    options: [
      ...option('user', service.user),
      ...option('workdir', service.workingDir),
      ...option('hostname', service.hostname),
      ...option('shm-size', service.shmSize),
      ...option('platform', service.platform),
      ...service.tmpfs.flatMap((folder) => option('tmpfs', folder)),
      ...healthOptions(service.healthcheck),
      ...mountOptions(service),
      ...option('entrypoint', program),
    ],
    command: [...entryArguments, ...wordsOf(service.command)],
    aliases: [...new Set([service.name, ...names])],
    mustEnd,
  }
}

function wordsOf(command: ComposeService['command']): readonly string[] {
  return typeof command === 'string' ? splitCommand(command) : (command ?? [])
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
function healthOptions(healthcheck: ComposeService['healthcheck']): readonly string[] {
  if (healthcheck === undefined) return []
  const { isDisabled, test = [], times } = healthcheck
  if (isDisabled) return ['--no-healthcheck']
  const [kind, ...words] = typeof test === 'string' ? ['CMD-SHELL', test] : test
  const line = kind === 'CMD-SHELL' ? words.join(' ') : words.map(quoteWord).join(' ')
  return [
    ...(line === '' ? [] : [`--health-cmd=${line}`]),
    ...[...times].map(([name, value]) => `--health-${name}=${value}`),
  ]
}

/**
 * Files of the project, and folders that only set something up, are mounted read-only; data of the user's is not: a verification writes
 * nothing of theirs.
 */
function mountOptions({ mounts }: ComposeService): readonly string[] {
  return mounts
    .filter(({ from, source, target }) => {
      if (from !== 'project') return false
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

import { placeOf } from '../../facts/evidence.ts'
import type { Facts } from '../../facts/facts.ts'
import type { Behaviour } from '../behaviour.ts'
import { resolvePath } from '../../facts/image-path.ts'
import { isPortName, isServerName, portOf } from '../../programs/port.ts'
import { settingsIn } from '../../project/formats/setting-lines.ts'

/** A port that a file of the image names for its server. */
export interface SettingsPort {
  readonly port: number
  /** The file, in the context; of a source with the line. */
  readonly path: string
}

/** Modules that read `.env` where the program is started. */
const readsEnv = /"(dotenv[\w-]*|@nestjs\/config|env-cmd)"|joho\/godotenv|spf13\/viper/
const configs =
  'config.json settings.json config/config.json config/default.json config/production.json config.yaml config.yml config/config.yaml config/config.yml config/default.yaml config/default.yml config/production.yaml config.toml'.split(
    ' ',
  )
/** Ports that are asked elsewhere as often, of mail and databases, are left out. */
const ofServers = new Set([80, 443, 53])

/**
 * A low port that a committed file names for the server of an image: PORT of `.env` where the program reads that, and the port of a
 * configuration or of a module with settings, where no source says where it listens.
 */
export function lowPortInSettings(facts: Facts, behaviour: Behaviour): SettingsPort | undefined {
  const isUnsaid = behaviour.ports.length === 0
  const { project, contextPath, final } = facts
  const sourceOf = (file: string) => {
    const path = resolvePath(final.end.workdir, file)
    const source = path === undefined ? undefined : contextPath(path)
    return source !== undefined && project.isFile(source) ? source : undefined
  }
  const textOf = (file: string) => project.read(sourceOf(file) ?? file) ?? ''
  const isRead =
    ['package.json', 'go.mod'].some((file) => readsEnv.test(textOf(file))) ||
    facts.start?.argv.some((word) => word.startsWith('--env-file')) === true
  const files = [...(isRead ? ['.env'] : []), ...(isUnsaid ? configs : [])]
  for (const file of files) {
    const path = sourceOf(file)
    if (path === undefined) continue
    const named = file.endsWith('.json')
      ? namedIn(project.json(path))
      : settingsIn((project.read(path) ?? '').replaceAll(/^\s.*$/gm, ''))
    const port = named
      .flatMap(([name, value]) => (isPortName(name) ? (portOf(value) ?? []) : []))
      .find((each) => ofServers.has(each))
    if (port !== undefined) return { port, path }
  }
  return isUnsaid ? lowPortInSources(facts, behaviour) : undefined
}

/** What the program gives as settings: `module.exports = { port: process.env.PORT || 80 }`, `flag.String("addr", ":80", "")`. */
function lowPortInSources(facts: Facts, { namedPorts = [] }: Behaviour): SettingsPort | undefined {
  const named = namedPorts.find(
    ({ port, flag }) => ofServers.has(port) && (flag === undefined || !isGiven(flag, facts)),
  )
  return named && { port: named.port, path: placeOf(named.evidence) }
}

/** Whether the container is started with a flag of that name, with one dash or two. */
const isGiven = (flag: string, { start, overrides }: Facts) =>
  [start?.processes ?? [], ...overrides.map(({ processes }) => processes)].some((processes) =>
    processes.some(({ args }) =>
      args.some((word) => word?.replace(/^--?/, '').split('=', 1)[0] === flag),
    ),
  )

/** Names and values on the outside, and of what is called a server. */
function namedIn(json: unknown, isOutside = true): readonly (readonly [string, string])[] {
  if (typeof json !== 'object' || json === null) return []
  return Object.entries(json).flatMap(([name, value]): readonly (readonly [string, string])[] =>
    typeof value === 'number' || typeof value === 'string'
      ? [[name, String(value)]]
      : isOutside && isServerName(name)
        ? namedIn(value, false)
        : [],
  )
}

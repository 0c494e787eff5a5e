import path from 'node:path'
import { readServices } from '../../project/consumers/compose-file.ts'
import { readMounts } from '../../project/consumers/compose-mounts.ts'
import { isRecord, list, pairs, text, texts } from '../../project/loose-data.ts'
import type { Usage } from '../../project/project.ts'
import { expander, readEnvFile, readText } from './compose-values.ts'

/** What a compose file says of how a service is run. */
export interface ComposeRun {
  /** The file, absolute. */
  readonly file: string
  readonly name: string
  /** `environment` over `env_file`, variables filled in. */
  readonly environment: ReadonlyMap<string, string>
  /** TCP ports of the container that it publishes or exposes. */
  readonly ports: readonly number[]
  /** Container paths over which it mounts something. */
  readonly mounts: readonly string[]
  /** Options of `docker create` for its `stdin_open` and `tty`. */
  readonly terminal: readonly string[]
  /** Names of services, in their order. */
  readonly dependsOn: readonly string[]
  /** Files of `env_file` that are not there. */
  readonly missingFiles: readonly string[]
  /** The services of the file as they are written. */
  readonly services: ReadonlyMap<string, ComposeData>
  /** Fills variables into a text of the file. */
  readonly expand: (text: string) => string
}

export type ComposeData = Readonly<Record<string, unknown>>

/**
 * Reads how the compose service runs that builds a Dockerfile; undefined where none does, or its file can't be read. `context` is
 * absolute; `env` fills variables, over the `.env` beside the file. https://docs.docker.com/reference/compose-file/services/
 */
export async function readComposeRun(
  usage: Usage | undefined,
  context: string,
  env: Readonly<Record<string, string | undefined>>,
): Promise<ComposeRun | undefined> {
  if (usage?.kind !== 'compose') return undefined
  const file = path.resolve(context, usage.path)
  const source = await readText(file)
  if (source === undefined) return undefined
  const services = new Map(
    readServices({ path: file, text: source }).map(({ name, data }) => [name, data]),
  )
  const data = services.get(usage.name)
  if (data === undefined) return undefined
  const expand = expander(await readEnvFile(path.join(path.dirname(file), '.env')), env)
  const { environment, missingFiles } = await readEnvironment(data, file, env, expand)
  const { bindMounts, volumes } = readMounts(list(data['volumes']), path.dirname(file))
  return {
    ...{ file, name: usage.name, environment, missingFiles, services, expand },
    ports: portsOf(data, expand),
    mounts: [...bindMounts.map(({ target }) => target), ...volumes],
    terminal: [
      ...(data['stdin_open'] === true ? ['--interactive'] : []),
      ...(data['tty'] === true ? ['--tty'] : []),
    ],
    dependsOn: dependenciesOf(data),
  }
}

/** Names of `depends_on` and `links`. */
export function dependenciesOf(data: ComposeData): readonly string[] {
  const written = data['depends_on']
  const named = isRecord(written) ? Object.keys(written) : texts(written)
  const linked = texts(data['links']).map((link) => link.split(':')[0] ?? link)
  return [...new Set([...named, ...linked])]
}

/** The environment that a service of `file` (absolute) gets. */
export async function readEnvironment(
  data: ComposeData,
  file: string,
  env: Readonly<Record<string, string | undefined>>,
  expand: (text: string) => string,
): Promise<Pick<ComposeRun, 'environment' | 'missingFiles'>> {
  const environment = new Map<string, string>()
  const missingFiles: string[] = []
  for (const entry of list(data['env_file'])) {
    const written = isRecord(entry) ? entry : { path: entry }
    const name = expand(text(written['path']) ?? '')
    const values = await readEnvFile(path.resolve(path.dirname(file), name))
    if (values === undefined && written['required'] !== false) missingFiles.push(name)
    for (const [key, value] of values ?? []) environment.set(key, expand(value))
  }
  const written = data['environment']
  for (const [name, value] of pairs(written)) {
    const given = isRecord(written)
      ? written[name] !== null
      : texts(written).some((line) => line.trim().startsWith(`${name}=`))
    // A name alone is that of this machine's environment.
    const known = given ? expand(value) : env[name]
    if (known !== undefined) environment.set(name, known)
  }
  return { environment, missingFiles }
}

/** Ports of the container in `ports` ("8080:80", 80, { target: 80 }) and `expose`; of a range, its first. */
function portsOf(data: ComposeData, expand: (text: string) => string): readonly number[] {
  const written = [...list(data['ports']), ...list(data['expose'])].flatMap((entry) => {
    if (isRecord(entry)) return entry['protocol'] === 'udp' ? [] : (text(entry['target']) ?? [])
    const [, port, protocol] =
      /(?:^|:)(\d+)(?:-\d+)?(?:\/(\w+))?$/.exec(expand(text(entry) ?? '')) ?? []
    return port === undefined || protocol === 'udp' ? [] : port
  })
  return [...new Set(written.map(Number).filter((port) => port > 0 && port < 65536))]
}

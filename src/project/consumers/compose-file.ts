import path from 'node:path'
import type { BuildUse, ConfigFile, ResolveBuild } from './build-use.ts'
import { readEnvFiles } from './compose-env-files.ts'
import { readMounts } from './compose-mounts.ts'
import { interpolate } from './interpolate.ts'
import { isRecord, list, pairs, record, text, texts } from '../loose-data.ts'
import { parseYamlText } from '../yaml-text.ts'

/** A service as written in one file, `extends` within that file applied. */
export interface ComposeService {
  readonly file: string
  readonly line: number
  readonly name: string
  readonly data: Readonly<Record<string, unknown>>
}

/**
 * The uses in the compose files of one folder: each service with a `build`; and each service of another file that has the same
 * name, but neither `build` nor `image`, as `docker-compose.override.yml` overrides `docker-compose.yml`.
 * https://docs.docker.com/reference/compose-file/build/
 */
export function readComposeFiles(
  files: readonly ConfigFile[],
  resolve: ResolveBuild,
  readText: (file: string) => string | undefined,
): readonly BuildUse[] {
  // YAML is slow to read: not where no service can have a build.
  if (!files.some((file) => /\bbuild\b/.test(file.text))) return []
  const services = files.flatMap(readServices)
  const built = services.flatMap((service) => {
    const build = buildOf(service, resolve)
    return build ? [{ service, build }] : []
  })
  const overrides = services
    .filter(({ data }) => data['build'] === undefined && data['image'] === undefined)
    .flatMap((service) => {
      const base = built.find((other) => other.service.name === service.name)
      const build = base && { ...base.build, target: undefined, buildArgs: new Map() }
      return build ? [{ service, build }] : []
    })
  return [...built, ...overrides].map(({ service, build }) => ({
    ...build,
    ...runOf(service, readText),
  }))
}

type Build = Pick<BuildUse, 'context' | 'dockerfile' | 'target' | 'buildArgs'>

function buildOf({ file, data }: ComposeService, resolve: ResolveBuild): Build | undefined {
  const written = data['build']
  const build = typeof written === 'string' ? { context: written } : written
  if (!isRecord(build) || build['dockerfile_inline'] !== undefined) return undefined
  const value = (name: string): string | undefined => {
    const found = text(build[name])
    return found === undefined ? undefined : expand(found)
  }
  const place = resolve(path.dirname(file), {
    context: value('context'),
    dockerfile: value('dockerfile'),
  })
  return (
    place && {
      ...place,
      target: value('target'),
      buildArgs: new Map([...pairs(build['args'])].map(([name, item]) => [name, expand(item)])),
    }
  )
}

function runOf(
  { file, line, name, data }: ComposeService,
  readText: (file: string) => string | undefined,
): Omit<BuildUse, keyof Build> {
  const user = text(data['user'])
  return {
    file,
    line,
    kind: 'compose',
    name,
    command: words(data['command']),
    entrypoint: words(data['entrypoint']),
    ...readMounts(list(data['volumes']), path.dirname(file)),
    environment: [...pairs(data['environment']).keys()],
    envFiles: readEnvFiles(data['env_file'], path.dirname(file), readText),
    healthcheck: words(record(data['healthcheck'])['test']),
    user: user === undefined ? undefined : expand(user),
  }
}

function words(value: unknown): readonly string[] | string | undefined {
  if (Array.isArray(value)) return texts(value).map(expand)
  const line = text(value)
  return line === undefined ? undefined : expand(line)
}

function expand(value: string): string {
  return interpolate(value, new Map())
}

/** The services of a compose file; none where it is broken. */
export function readServices({ path: file, text: source }: ConfigFile): readonly ComposeService[] {
  const yaml = parseYamlText(source)
  const data = record(yaml?.data)
  // The first compose files had their services on top.
  const above = data['services'] === undefined ? [] : ['services']
  const services = above.length === 0 ? data : record(data['services'])
  return Object.keys(services)
    .filter((name) => isRecord(services[name]))
    .map((name) => ({
      file,
      line: yaml?.lineOf([...above, name]) ?? 1,
      name,
      data: extended(name, services, new Set()),
    }))
}

/** The service with what it extends in the same file below it: mappings are merged, lists joined, the rest replaced. */
function extended(
  name: string,
  services: Readonly<Record<string, unknown>>,
  seen: ReadonlySet<string>,
): Readonly<Record<string, unknown>> {
  const own = record(services[name])
  const written = own['extends']
  const base = isRecord(written) && written['file'] === undefined ? written['service'] : written
  if (typeof base !== 'string' || seen.has(name)) return own
  const merged: Record<string, unknown> = { ...extended(base, services, new Set([...seen, name])) }
  for (const [key, value] of Object.entries(own)) merged[key] = joined(merged[key], value)
  return merged
}

function joined(base: unknown, own: unknown): unknown {
  if (isRecord(base) && isRecord(own)) return { ...base, ...own }
  if (Array.isArray(base) && Array.isArray(own)) return [...list(base), ...list(own)]
  return own
}

import path from 'node:path'
import type { ComposeDocument, WrittenService } from './compose-document.ts'
import { readMounts, type Mount } from './compose-mounts.ts'
import { readPorts } from './compose-ports.ts'
import { readRights, readSyncs } from './compose-rights.ts'
import { isRecord, list, pairs, record, text, texts } from '../formats/loose-data.ts'

/**
 * A compose service: the one model of it, whoever asks. Texts have the variables that are known filled in; what is not said is undefined or
 * empty. https://docs.docker.com/reference/compose-file/services/
 */
export interface ComposeService {
  readonly file: string
  readonly line: number
  readonly name: string
  readonly image: string | undefined
  readonly build: ComposeBuild | undefined
  readonly platform: string | undefined
  /** A line is for a shell, as it is for Docker. */
  readonly command: readonly string[] | string | undefined
  readonly entrypoint: readonly string[] | string | undefined
  /** A name without a value has that of the machine's environment. */
  readonly environment: ReadonlyMap<string, string | undefined>
  /** `path` as it is written, relative to the file. */
  readonly envFiles: readonly { readonly path: string; readonly isRequired: boolean }[]
  readonly mounts: readonly Mount[]
  /** TCP ports of the container that it publishes or exposes. */
  readonly ports: readonly number[]
  readonly tmpfs: readonly string[]
  /** Of `develop.watch`. */
  readonly syncs: readonly string[]
  readonly isReadOnly: boolean
  /** 'privileged', added capabilities, devices. */
  readonly rights: readonly string[]
  readonly healthcheck: ComposeHealthcheck | undefined
  readonly user: string | undefined
  readonly workingDir: string | undefined
  readonly hostname: string | undefined
  readonly containerName: string | undefined
  readonly shmSize: string | undefined
  readonly hasOpenInput: boolean
  readonly hasTerminal: boolean
  /** Of `depends_on` and `links`; true where the service must be done before this one starts. */
  readonly dependsOn: ReadonlyMap<string, boolean>
}

/** https://docs.docker.com/reference/compose-file/build/ */
export interface ComposeBuild {
  /** As they are written. */
  readonly context: string | undefined
  readonly dockerfile: string | undefined
  /** True for one whose Dockerfile stands in the compose file. */
  readonly isInline: boolean
  readonly target: string | undefined
  readonly args: ReadonlyMap<string, string>
  readonly contexts: ReadonlyMap<string, string>
  readonly secrets: readonly {
    readonly id: string
    readonly file: string | undefined
    readonly variable: string | undefined
  }[]
  readonly ssh: readonly string[]
  readonly platforms: readonly string[]
}

/** https://docs.docker.com/reference/compose-file/services/#healthcheck */
export interface ComposeHealthcheck {
  readonly isDisabled: boolean
  /** A string is for a shell, a list begins with CMD or CMD-SHELL. */
  readonly test: readonly string[] | string | undefined
  /** As options of `docker create` name them: 'interval', 'start-period'. */
  readonly times: ReadonlyMap<string, string>
}

/** Fills variables into a text. */
export type Expand = (text: string) => string

/** The service as the model has it. `expandPath` fills in what its build and its mounts name. */
export function readComposeService(
  { file, line, name, data }: WrittenService,
  { secrets, volumes }: Pick<ComposeDocument, 'secrets' | 'volumes'>,
  expand: Expand,
  expandPath: Expand = expand,
): ComposeService {
  const value = (key: string): string | undefined => valueOf(data[key], expand)
  return {
    ...{ file, line, name },
    mounts: readMounts(list(data['volumes']), {
      ...{ folder: path.dirname(file), volumes },
      expand: expandPath,
    }),
    image: value('image'),
    build:
      data['build'] === undefined
        ? undefined
        : readBuild(data['build'], secrets, expand, expandPath),
    platform: value('platform'),
    command: words(data['command'], expand),
    entrypoint: words(data['entrypoint'], expand),
    environment: readEnvironment(data['environment'], expand),
    envFiles: list(data['env_file']).flatMap((entry) => {
      const place = valueOf(isRecord(entry) ? entry['path'] : entry, expand)
      const isRequired = !isRecord(entry) || entry['required'] !== false
      return place === undefined ? [] : [{ path: place, isRequired }]
    }),
    ports: readPorts([...list(data['ports']), ...list(data['expose'])], expand),
    tmpfs: texts(data['tmpfs']).map(expand),
    syncs: readSyncs(data, expand),
    isReadOnly: data['read_only'] === true,
    rights: readRights(data),
    healthcheck: readHealthcheck(data['healthcheck'], expand),
    user: value('user'),
    workingDir: value('working_dir'),
    hostname: value('hostname'),
    containerName: value('container_name'),
    shmSize: value('shm_size'),
    hasOpenInput: data['stdin_open'] === true,
    hasTerminal: data['tty'] === true,
    dependsOn: readDependencies(data),
  }
}

function valueOf(written: unknown, expand: Expand): string | undefined {
  const found = text(written)
  return found === undefined ? undefined : expand(found)
}

function words(written: unknown, expand: Expand): readonly string[] | string | undefined {
  return Array.isArray(written) ? texts(written).map(expand) : valueOf(written, expand)
}

function readBuild(
  written: unknown,
  defined: ComposeDocument['secrets'],
  expand: Expand,
  expandPath: Expand,
): ComposeBuild | undefined {
  const build = typeof written === 'string' ? { context: written } : written
  if (!isRecord(build)) return undefined
  const value = (key: string): string | undefined => valueOf(build[key], expand)
  const expanded = (key: string): ReadonlyMap<string, string> =>
    new Map([...pairs(build[key])].map(([name, item]) => [name, expand(item)]))
  return {
    context: valueOf(build['context'], expandPath),
    dockerfile: valueOf(build['dockerfile'], expandPath),
    isInline: build['dockerfile_inline'] !== undefined,
    target: value('target'),
    args: expanded('args'),
    contexts: expanded('additional_contexts'),
    secrets: list(build['secrets']).map((entry) => {
      const named = isRecord(entry) ? entry : { source: entry }
      const source = valueOf(named['source'], expand) ?? ''
      const from = record(defined[source])
      return {
        id: valueOf(named['target'], expand) ?? source,
        file: valueOf(from['file'], expand),
        variable: valueOf(from['environment'], expand),
      }
    }),
    ssh: isRecord(build['ssh'])
      ? [...pairs(build['ssh'])].map(([id, key]) => (key === '' ? id : `${id}=${expand(key)}`))
      : texts(build['ssh']).map(expand),
    platforms: texts(build['platforms']).map(expand),
  }
}

/** `A: 1` and `A=1` have a value, even an empty one; `A` and `A:` have none. */
function readEnvironment(
  written: unknown,
  expand: Expand,
): ReadonlyMap<string, string | undefined> {
  const isGiven = isRecord(written)
    ? (name: string) => written[name] !== null
    : (name: string) => texts(written).some((line) => line.trim().startsWith(`${name}=`))
  return new Map(
    [...pairs(written)].map(([name, value]) => [name, isGiven(name) ? expand(value) : undefined]),
  )
}

function readHealthcheck(written: unknown, expand: Expand): ComposeHealthcheck | undefined {
  if (!isRecord(written)) return undefined
  const test = words(written['test'], expand)
  const times = ['interval', 'timeout', 'retries', 'start_period', 'start_interval'].flatMap(
    (key): [string, string][] => {
      const value = valueOf(written[key], expand)
      return value === undefined ? [] : [[key.replace('_', '-'), value]]
    },
  )
  const isDisabled = written['disable'] === true || (Array.isArray(test) && test[0] === 'NONE')
  return { isDisabled, test, times: new Map(times) }
}

function readDependencies(data: WrittenService['data']): ReadonlyMap<string, boolean> {
  const written = data['depends_on']
  const named = isRecord(written) ? Object.keys(written) : texts(written)
  const linked = texts(data['links']).map((link) => link.split(':')[0] ?? link)
  const mustEnd = (name: string): boolean =>
    record(record(written)[name])['condition'] === 'service_completed_successfully'
  return new Map([...named, ...linked].map((name) => [name, mustEnd(name)]))
}

import { assignmentsOf, expandWord, expandWords } from '../../dockerfile/words/variables.ts'
import type { Instruction } from '../../dockerfile/instruction.ts'
import { readHealthcheck } from '../commands/healthcheck.ts'
import { configPath } from '../image-path.ts'
import type { ImageConfig } from '../../knowledge/images/image-config.ts'

/** What a stage hands to those that are built from it. */
export interface StageConfig {
  readonly config: ImageConfig
  /** ENV and ARG, in one: BuildKit takes what was set last, and ARGs too are there in the stages built from this one. */
  readonly variables: ReadonlyMap<string, string>
}

/** What beside a stage's own lines decides the values of its variables. */
export interface ConfigScope {
  readonly escape: '\\' | '`'
  /** ARGs before the first FROM. */
  readonly globals: ReadonlyMap<string, string | undefined>
  /** `--build-arg`; undefined where none is given. */
  readonly buildArg: (name: string) => string | undefined
  /** False where the base image may set variables that nobody knows of: those stay as they are written. */
  readonly knowsBase: boolean
}

/** What BuildKit sets for `ARG TARGETARCH` and its like, on the platform that most people build for. */
const platformArguments: ReadonlyMap<string, string> = new Map(
  ['BUILD', 'TARGET'].flatMap((side): readonly [string, string][] => [
    [`${side}PLATFORM`, 'linux/amd64'],
    [`${side}OS`, 'linux'],
    [`${side}ARCH`, 'amd64'],
    [`${side}VARIANT`, ''],
    [`${side}OSVERSION`, ''],
  ]),
)

export function configOfBaseImage(config: ImageConfig): StageConfig {
  return { config, variables: config.Env }
}

/**
 * The image config that a stage ends with, from its parent's and its own instructions, as BuildKit's converter makes it:
 * https://github.com/moby/buildkit/blob/v0.23.2/frontend/dockerfile/dockerfile2llb/convert.go
 */
export function evaluateConfig(
  parent: StageConfig,
  instructions: readonly Instruction[],
  scope: ConfigScope,
): StageConfig {
  let { config } = parent
  const variables = new Map(parent.variables)
  // Filled in place: a copy for each line would take the square of their number.
  const env = new Map(config.Env)
  const labels = new Map(config.Labels)
  const ports = new Set(config.ExposedPorts)
  const volumes = new Set(config.Volumes)
  const onBuild = [...config.OnBuild]
  const add = <K, V>(map: Map<K, V>, more: readonly (readonly [K, V])[]) => {
    for (const [name, value] of more) map.set(name, value)
  }
  let hasCmd = false
  for (const instruction of instructions) {
    switch (instruction.keyword) {
      case 'ARG':
        setArguments(variables, instruction, scope)
        break
      case 'ENV': {
        const set = assignments(instruction, variables, scope)
        add(env, set)
        add(variables, set)
        break
      }
      case 'LABEL':
        add(labels, assignments(instruction, variables, scope))
        break
      case 'EXPOSE':
        for (const port of portsExposed(instruction, variables, scope)) ports.add(port)
        break
      case 'VOLUME':
        for (const raw of instruction.exec ?? instruction.words.map((word) => word.raw))
          volumes.add(expand(raw, variables, scope))
        break
      case 'ONBUILD':
        onBuild.push(instruction.body.text.trim())
        break
      default:
        config = { ...config, ...changedBy(instruction, config, variables, scope) }
    }
    if (instruction.keyword === 'CMD') hasCmd = true
    // https://docs.docker.com/reference/dockerfile/#understand-how-cmd-and-entrypoint-interact
    if (instruction.keyword === 'ENTRYPOINT' && !hasCmd) config = { ...config, Cmd: undefined }
  }
  const listed = { ExposedPorts: [...ports], Volumes: [...volumes], OnBuild: onBuild }
  return { config: { ...config, Env: env, Labels: labels, ...listed }, variables }
}

type Variables = ReadonlyMap<string, string>

function expand(raw: string, variables: Variables, { escape, knowsBase }: ConfigScope): string {
  const unset = knowsBase ? null : undefined
  return expandWord(raw, (name) => variables.get(name) ?? unset, escape) ?? raw
}

/** What an instruction says that the last one of its kind decides. */
function changedBy(
  instruction: Instruction,
  { WorkingDir, Shell }: ImageConfig,
  variables: Variables,
  scope: ConfigScope,
): Partial<ImageConfig> {
  const text = instruction.body.text.trim()
  const expanded = () => expand(text, variables, scope)
  switch (instruction.keyword) {
    case 'USER':
      return { User: expanded() }
    case 'WORKDIR':
      return { WorkingDir: configPath(WorkingDir, expanded()) }
    case 'STOPSIGNAL':
      return { StopSignal: expanded() }
    case 'CMD':
      return { Cmd: argvOf(instruction, Shell) }
    case 'ENTRYPOINT':
      return { Entrypoint: argvOf(instruction, Shell) }
    case 'HEALTHCHECK':
      return { Healthcheck: readHealthcheck(instruction) }
    case 'SHELL':
      return { Shell: instruction.exec }
    default:
      return {}
  }
}

/** The strings of a CMD or ENTRYPOINT as Docker stores them: exec form as it is, shell form behind the shell. */
export function argvOf(
  instruction: Instruction,
  shell: readonly string[] | undefined,
): readonly string[] {
  if (instruction.exec !== undefined) return instruction.exec
  return [...(shell ?? ['/bin/sh', '-c']), instruction.body.text.trim()]
}

/** An ARG without a value, given by nobody, leaves what is set. */
function setArguments(
  variables: Map<string, string>,
  instruction: Instruction,
  scope: ConfigScope,
): void {
  for (const { name, raw } of assignmentsOf(instruction, scope.escape)) {
    const own = raw === undefined ? undefined : expand(raw, variables, scope)
    const value =
      scope.buildArg(name) ?? own ?? scope.globals.get(name) ?? platformArguments.get(name)
    if (value !== undefined) variables.set(name, value)
  }
}

/** What an ENV or LABEL sets; all of one instruction see the variables from before it. */
function assignments(
  instruction: Instruction,
  variables: Variables,
  scope: ConfigScope,
): readonly (readonly [string, string])[] {
  return assignmentsOf(instruction, scope.escape).map(({ name, raw = '' }) => [
    expand(name, variables, scope),
    expand(raw, variables, scope),
  ])
}

function portsExposed(
  { words }: Instruction,
  variables: Variables,
  { escape, knowsBase }: ConfigScope,
): readonly string[] {
  const unset = knowsBase ? null : undefined
  const lookup = (name: string) => variables.get(name) ?? unset
  return words.flatMap(({ raw }) => (expandWords(raw, lookup, escape) ?? [raw]).flatMap(portsOf))
}

/** The container's side of what `docker run -p` takes: `80`, `8000-8010/udp`, `127.0.0.1:8080:80`. */
function portsOf(word: string): readonly string[] {
  const match = /^(?:.*:)?(\d+)(?:-(\d+))?(?:\/(\w*))?$/.exec(word)
  if (match === null) return [word.includes('/') ? word : `${word}/tcp`]
  const [, first = '', last = first, protocol] = match
  const count = Math.min(Number(last) - Number(first), 65535)
  return Array.from(
    { length: Math.max(count, 0) + 1 },
    (_, i) => `${Number(first) + i}/${(protocol || 'tcp').toLowerCase()}`,
  )
}

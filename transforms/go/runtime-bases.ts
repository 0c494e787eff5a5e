import {
  goRuntimeBases,
  splice,
  type Behaviour,
  type Evidence,
  type Facts,
  type Rewrite,
  type RuntimeBase,
  type Split,
} from '../../src/transform.ts'
import type { BuiltBinary } from './build-command.ts'
import type { Linking } from './cgo.ts'
import type { ProgramSources } from './program-sources.ts'

export interface BaseQuestion {
  readonly facts: Facts
  readonly linking: Linking
  readonly behaviour: Behaviour
  readonly sources: ProgramSources
  /** The builds whose binaries run; CGO_ENABLED=0 goes in front of them. */
  readonly builds: readonly BuiltBinary[]
  /** New lines at the builder's end: the build that was a `go run`. */
  readonly newBuilds: readonly string[]
  readonly placePackage: Split['placePackage']
}

/** The images that the program can run on, the leanest first. */
export function runtimeBases(question: BaseQuestion): readonly RuntimeBase[] {
  const { facts, linking } = question
  const { base } = facts.final
  const known = goRuntimeBases(base)
  const isStatic = linking.kind === 'static' || linking.kind === 'can-be-static'
  const bases: RuntimeBase[] = []
  if (isStatic) bases.push({ ...distroless(question), override: staticBuild(question, true) })
  if (base.distribution === 'alpine')
    bases.push({
      image:
        alpineAsWritten(facts.final.stage.base) ??
        known?.alpine ??
        `alpine:${base.release ?? 'latest'}`,
      pays: true,
      packages: packagesFor(question, ['tzdata']),
      override: isStatic ? staticBuild(question, false) : {},
    })
  else if (known !== undefined) {
    // What moves with the newest golang image moves with the newest stable Debian.
    bases.push({
      image: known.debian ?? 'debian:stable-slim',
      pays: true,
      packages: packagesFor(question, ['ca-certificates', 'tzdata']),
    })
  } else if (base.family !== 'unknown') bases.push({ image: facts.final.stage.base, pays: true })
  return bases
}

/** `golang:1.22-alpine${ALPINE_VERSION}` => `alpine:${ALPINE_VERSION}`. */
function alpineAsWritten(image: string): string | undefined {
  const version = /-alpine(\$\{\w+\}|\$\w+)$/.exec(image)?.[1]
  return version === undefined ? undefined : `alpine:${version}`
}

/** The static image as `nonroot` where the program is known to write nowhere and to listen above 1024. */
function distroless({ facts, behaviour }: BaseQuestion): {
  readonly image: string
  readonly pays: boolean
} {
  const image = 'gcr.io/distroless/static-debian12'
  const exposed = facts.final.config.ExposedPorts.map((port) => Number(port.split('/')[0]))
  const needsRoot =
    behaviour.writesElsewhere !== undefined ||
    behaviour.writes.length > 0 ||
    facts.final.config.Volumes.length > 0 ||
    [...exposed, ...behaviour.ports].some((port) => port < 1024)
  const hasUser = facts.final.config.User !== undefined && facts.final.config.User !== ''
  return { image: needsRoot || hasUser ? image : `${image}:nonroot`, pays: true }
}

/** CGO_ENABLED=0 in front of every build, unless the author says so already; without OS packages, where the image has none. */
function staticBuild(
  question: BaseQuestion,
  withoutPackages: boolean,
): NonNullable<RuntimeBase['override']> {
  const { linking, builds, newBuilds } = question
  const builderRewrites = linking.kind === 'can-be-static' ? disableCgo(builds) : []
  const prefix = linking.kind === 'can-be-static' ? 'CGO_ENABLED=0 ' : ''
  const fromBase = new Set([
    'ca-certificates',
    'ca-certificates-bundle',
    'tzdata',
    'libc6-compat',
    'gcompat',
    'musl',
  ])
  const afterBuild = newBuilds.map((line) => `RUN ${prefix}${line}`)
  if (!withoutPackages) return { builderRewrites, afterBuild }
  const placePackage = question.placePackage
  return {
    builderRewrites,
    afterBuild,
    placePackage: (name) => (fromBase.has(name) ? 'build' : placePackage(name)),
  }
}

export function disableCgo(builds: readonly BuiltBinary[]): readonly Rewrite[] {
  const commands = [...new Set(builds.map(({ command }) => command))].filter(
    (command) => command.source !== undefined,
  )
  const instructions = [...new Set(commands.map((command) => command.step.instruction))]
  return instructions.map((instruction) => {
    const text = instruction.text.replace(/\r?\n$/, '')
    const edits = commands
      .filter((command) => command.step.instruction === instruction)
      .flatMap(({ source }) =>
        source === undefined
          ? []
          : [{ start: source.start, end: source.start, text: 'CGO_ENABLED=0 ' }],
      )
    return { instruction, text: splice(text, edits) }
  })
}

/** Certificates and zone data, by evidence that the program asks for them. */
function packagesFor(
  { sources, facts }: BaseQuestion,
  wanted: readonly string[],
): readonly { readonly name: string; readonly evidence: Evidence }[] {
  const found = [
    { name: 'ca-certificates', evidence: outboundTls(sources) },
    { name: 'tzdata', evidence: zoneData(sources, facts) },
  ]
  return found.flatMap(({ name, evidence }) =>
    wanted.includes(name) && evidence !== undefined ? [{ name, evidence }] : [],
  )
}

const tlsCalls =
  /^(http\.(Get|Post|PostForm|Head|NewRequest|NewRequestWithContext)|tls\.Dial(WithDialer)?|credentials\.New(TLS|ClientTLSFromCert)|smtp\.(Dial|SendMail)|x509\.SystemCertPool)$/
/** Modules whose work is to call others over TLS. */
const tlsModules =
  /^(github\.com\/(aws\/|slack-go\/|bwmarrin\/discordgo|go-telegram|stripe\/|sendgrid\/|google\/go-github|go-resty\/|hashicorp\/go-retryablehttp|Azure\/|minio\/|getsentry\/|nlopes\/slack|dghubble\/)|cloud\.google\.com\/|google\.golang\.org\/(api|grpc)|golang\.org\/x\/oauth2|go\.mongodb\.org\/|firebase\.google\.com\/)/

function outboundTls({ files, module, gap }: ProgramSources): Evidence | undefined {
  for (const file of files) {
    const call = file.calls.find(({ name }) => tlsCalls.test(name))
    if (call !== undefined) return { path: file.path, line: call.line, text: `${call.name}(...)` }
    const imported = file.imports.find(({ path }) => tlsModules.test(path))
    if (imported !== undefined)
      return { path: file.path, line: imported.line, text: `import "${imported.path}"` }
    const literal = file.literals.find(({ value }) => value.startsWith('https://'))
    if (literal !== undefined)
      return { path: file.path, line: literal.line, text: `"${literal.value}"` }
  }
  const required = module?.requires.find(({ path }) => tlsModules.test(path))
  if (required !== undefined) return { path: 'go.mod', line: required.line, text: required.path }
  return gap === undefined
    ? undefined
    : { path: 'Dockerfile', line: undefined, text: `TLS can't be ruled out: ${gap}` }
}

function zoneData({ files, gap }: ProgramSources, facts: Facts): Evidence | undefined {
  if (facts.final.config.Env.has('TZ'))
    return { path: 'Dockerfile', line: undefined, text: 'ENV TZ' }
  for (const file of files) {
    const embeds = files.some((other) => other.imports.some(({ path }) => path === 'time/tzdata'))
    const call = file.calls.find(
      ({ name, literals }) =>
        name === 'time.LoadLocation' &&
        !literals.some((zone) => zone === 'UTC' || zone === 'Local'),
    )
    if (call !== undefined && !embeds)
      return {
        path: file.path,
        line: call.line,
        text: `time.LoadLocation(${call.literals.map((zone) => `"${zone}"`).join(', ')})`,
      }
  }
  return gap === undefined
    ? undefined
    : { path: 'Dockerfile', line: undefined, text: `zone data can't be ruled out: ${gap}` }
}

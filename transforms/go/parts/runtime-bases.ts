import type { BuiltBinary } from '../builds/build-command.ts'
import type { Linking } from '../builds/linking.ts'
import type { ProgramSources } from '../sources/program-sources.ts'
import { packagesFor } from './runtime-packages.ts'
import {
  type Artifact,
  type Behaviour,
  type Facts,
  type FullSplit,
  goRuntimeBases,
  type Instruction,
  isAtLeast,
  isWithin,
  pathFrom,
  quoteWord,
  resolvePath,
  type Rewrite,
  type RuntimeBase,
  splice,
} from '../../../src/transform.ts'

export interface BaseQuestion {
  readonly facts: Facts
  readonly linking: Linking
  readonly behaviour: Behaviour
  readonly sources: ProgramSources
  /** The builds whose binaries run; CGO_ENABLED=0 goes in front of them. */
  readonly builds: readonly BuiltBinary[]
  /** New lines at the builder's end: the build that was a `go run`. */
  readonly newBuilds: readonly string[]
  readonly placePackage: FullSplit['placePackage']
  readonly artifacts: readonly Artifact[]
  /** The last instruction that makes something. */
  readonly lastStep: Instruction
}

/** The images that the program can run on, the leanest first. */
export function runtimeBases(question: BaseQuestion): readonly RuntimeBase[] {
  const { facts, linking } = question
  const { base } = facts.final
  const known = goRuntimeBases(base)
  const isStatic = linking.kind === 'static' || linking.kind === 'can-be-static'
  const bases: RuntimeBase[] = []
  if (isStatic) bases.push(distroless(question))
  if (base.distribution === 'alpine')
    bases.push({
      image:
        alpineAsWritten(facts.final.stage.base) ??
        known?.alpine ??
        `alpine:${base.release ?? 'latest'}`,
      pays: true,
      packages: packagesFor(question, [
        ...(bringsCertificates(base.release) ? [] : ['ca-certificates']),
        'tzdata',
      ]),
      override: isStatic ? staticBuild(question, false) : {},
    })
  else if (known !== undefined) {
    // What moves with the newest golang image moves with the newest stable Debian.
    bases.push({
      image: known.debian ?? 'debian:stable-slim',
      pays: true,
      packages: packagesFor(question, ['ca-certificates', 'tzdata', 'media-types']),
    })
  } else if (base.family !== 'unknown') bases.push({ image: facts.final.stage.base, pays: true })
  return bases
}

/** Alpine's image has had certificates where Go looks for them since 3.10 at the latest; the golang images always installed them. */
const bringsCertificates = (release: string | undefined) => isAtLeast(release, '3.10')

/** `golang:1.22-alpine${ALPINE_VERSION}` => `alpine:${ALPINE_VERSION}`. */
function alpineAsWritten(image: string): string | undefined {
  const version = /-alpine(\$\{\w+\}|\$\w+)$/.exec(image)?.[1]
  return version === undefined ? undefined : `alpine:${version}`
}

/**
 * The static image, as `nonroot` where that is known to do: nothing listens below 1024 or lies under /root, and what is written
 * lies in folders that can be given to that user.
 */
function distroless(question: BaseQuestion): RuntimeBase {
  const { facts, behaviour } = question
  const image = 'gcr.io/distroless/static-debian12'
  const build = staticBuild(question, true)
  const { ExposedPorts, Volumes } = facts.final.config
  const ports = [...ExposedPorts.map((port) => Number(port.split('/')[0])), ...behaviour.ports]
  const workdir = facts.final.end.workdir ?? '/'
  const folders = writtenFolders(behaviour, Volumes)
  const isOpen =
    behaviour.needsRoot !== undefined ||
    (behaviour.writesElsewhere !== undefined && Volumes.length === 0)
  const isHome = folders.some((folder) => isWithin(workdir, folder))
  if (isOpen || isHome || isWithin(workdir, '/root') || ports.some((port) => port < 1024))
    return { image, pays: true, override: build }
  return {
    image: `${image}:nonroot`,
    pays: true,
    override: { ...build, ...owned(question, folders, build.afterBuild ?? []) },
  }
}

/** Folders that the program writes to, by its sources or because they are volumes. */
function writtenFolders({ writes }: Behaviour, volumes: readonly string[]): readonly string[] {
  return [...new Set([...writes.map(({ path }) => path), ...volumes])]
}

/** Written folders come from the builder, made there where nothing brings them, and belong to the image's user. */
function owned(
  { facts, artifacts, lastStep }: BaseQuestion,
  folders: readonly string[],
  afterBuild: readonly string[],
): Pick<FullSplit, 'artifacts' | 'afterBuild'> {
  const workdir = facts.final.end.workdir
  const owner = 'nonroot:nonroot'
  const missing = folders.filter((folder) => !artifacts.some(({ path }) => path === folder))
  const isMade = (folder: string) =>
    facts.contextPath(folder) !== undefined ||
    facts.final.commands.some(
      (command) =>
        command.name === 'mkdir' &&
        command.args.some((arg) => arg !== undefined && resolvePath(command.cwd, arg) === folder),
    )
  const toMake = missing
    .filter((folder) => !isMade(folder))
    .map((folder) => quoteWord(pathFrom(workdir, folder).replace(/^\.\//, '')))
  return {
    afterBuild:
      toMake.length === 0 ? afterBuild : [...afterBuild, `RUN mkdir -p ${toMake.join(' ')}`],
    artifacts: [
      ...artifacts.map((artifact) =>
        folders.includes(artifact.path) ? { ...artifact, owner } : artifact,
      ),
      ...missing.map((path) => ({
        path,
        isFolder: true,
        owner,
        after: lastStep,
        evidence: [],
        isPortable: true,
      })),
    ],
  }
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

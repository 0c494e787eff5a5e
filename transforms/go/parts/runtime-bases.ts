import { staticBuild, type StaticQuestion } from './static-build.ts'
import {
  type Artifact,
  type Behaviour,
  type Change,
  demandsOf,
  folderOf,
  type Facts,
  type FullSplit,
  goRuntimeBases,
  madeByItself,
  type Instruction,
  belongsToRoot,
  isWithin,
  lowPortInSettings,
  pathFrom,
  quoteWord,
  volumeFolders,
  resolvePath,
  type RuntimeBase,
} from '../../../src/transform.ts'

export interface BaseQuestion extends StaticQuestion {
  readonly facts: Facts
  readonly behaviour: Behaviour
  readonly change: Change
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
  if (isStatic) bases.push(...distroless(question))
  if (base.distribution === 'alpine')
    bases.push({
      image:
        alpineAsWritten(facts.final.stage.base) ??
        known?.alpine ??
        `alpine:${base.release ?? 'latest'}`,
      pays: true,
      override: isStatic ? staticBuild(question, false) : {},
    })
  else if (known !== undefined) {
    // What moves with the newest golang image moves with the newest stable Debian.
    bases.push({
      image: known.debian ?? 'debian:stable-slim',
      pays: true,
    })
  } else if (base.family !== 'unknown') bases.push({ image: facts.final.stage.base, pays: true })
  return bases
}

/** `golang:1.22-alpine${ALPINE_VERSION}` => `alpine:${ALPINE_VERSION}`. */
function alpineAsWritten(image: string): string | undefined {
  const version = /-alpine(\$\{\w+\}|\$\w+)$/.exec(image)?.[1]
  return version === undefined ? undefined : `alpine:${version}`
}

/**
 * The static image, as `nonroot` where that is known to do: nothing listens below 1024 or lies under /root, and what is written
 * lies in folders that can be given to that user. Behind it as root, for what the engine sees besides.
 */
function distroless(question: BaseQuestion): readonly RuntimeBase[] {
  const { facts, behaviour } = question
  const image = 'gcr.io/distroless/static-debian12'
  const build = staticBuild(question, true)
  const elsewhere = staticBuild(question, false)
  const asRoot: RuntimeBase = { image, pays: true, override: build, elsewhere }
  const { ExposedPorts } = facts.final.config
  const volumes = volumeFolders(facts.final.config)
  const ports = [...ExposedPorts.map((port) => Number(port.split('/')[0])), ...behaviour.ports]
  const workdir = facts.final.end.workdir ?? '/'
  const demands = demandsOf(facts)
  const asked = demands.writes.map(({ path, isVolume }) =>
    isVolume || !/\.\w+$/.test(path) ? path : folderOf(path),
  )
  const folders = writtenFolders(question, [...volumes, ...asked])
  const isOpen = behaviour.writesElsewhere !== undefined && volumes.length === 0
  const isHome = folders.some((folder) => isWithin(workdir, folder))
  if (
    demands.needsRoot !== undefined ||
    behaviour.needsRoot !== undefined ||
    isOpen ||
    isHome ||
    isWithin(workdir, '/root') ||
    folders.some(belongsToRoot) ||
    ports.some((port) => port < 1024) ||
    lowPortInSettings(facts, behaviour) !== undefined
  )
    return [asRoot]
  const kept = demands.writes.find(({ isVolume }) => isVolume)
  return [
    {
      image: `${image}:nonroot`,
      pays: true,
      elsewhere,
      override: {
        ...build,
        ...owned(question, folders, build.afterBuild ?? []),
        ...(kept === undefined ? {} : { change: assuming(question.change, kept) }),
      },
    },
    asRoot,
  ]
}

/** Who owned a volume before goes on owning it. */
function assuming(change: Change, { path, by }: { readonly path: string; readonly by: string }) {
  const own = `No volume that root owns is left from before at ${path} (${by}): the new user could not write to it.`
  return {
    ...change,
    risk: 'review',
    assumption: change.assumption === undefined ? own : `${change.assumption} ${own}`,
  } as const
}

/** Folders that the program writes to, by its sources or because they are volumes; of those that it makes itself, the one that it makes them in. */
function writtenFolders(
  { behaviour, facts }: BaseQuestion,
  volumes: readonly string[],
): readonly string[] {
  const written = behaviour.writes.map(({ path }) => {
    const own = madeByItself(path, behaviour, facts)
    return own === undefined ? path : folderOf(own)
  })
  return [...new Set([...written, ...volumes])]
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
      })),
    ],
  }
}

import {
  isPosixShell,
  baseName,
  effectsOf,
  lineEvidence,
  refuse,
  resolvePath,
  starter,
  type Evidence,
  type Facts,
  type Process,
  type Refusal,
  findBinaries,
  isWithin,
  placesOf,
  isGo,
  type BuiltBinary,
} from '../../../src/transform.ts'

/** A file, or a folder with all that is in it. */
interface Brought {
  readonly path: string
  readonly isFolder: boolean
}

/** What the container starts. */
export interface StartedPrograms {
  /** Binaries of the build that the start command runs, where they are when it runs them. */
  readonly started: readonly BuiltBinary[]
  /** Every binary of the build. */
  readonly all: readonly BuiltBinary[]
  /** `go run` processes: they become a build. */
  readonly goRuns: readonly Process[]
  /** Paths that run and that some step of the build makes, nobody can tell how: `make`, a script. */
  readonly opaque: readonly Brought[]
  /** Paths that run beside what is built, and that a command brings from elsewhere: a release that is downloaded. */
  readonly downloaded: readonly Brought[]
  /** True where a program is found by its name in /go/bin, which only golang images have on PATH. */
  readonly isOnGoPath: boolean
  /** Why the start command does not tell which of the binaries run: then all may. */
  readonly gap: string | undefined
}

/** Finds what is started and how it is built, or says why that can't be told. */
export function findStarted(facts: Facts): StartedPrograms | Refusal {
  const { start } = facts
  if (start === undefined || (start.instruction === undefined && start.given === undefined))
    return refuse(
      'no-start-command',
      'The file has no CMD or ENTRYPOINT, so what the image must hold at run time is not known.',
      facts.final.stage.from.line,
    )
  const leaves = start.processes.filter((process) => !process.follows)
  const named = leaves.flatMap(({ name, cwd }) =>
    name?.includes('/') === true ? (resolvePath(cwd, name) ?? []) : [],
  )
  const all = findBinaries(facts).map((binary) => afterMoves(binary, named, facts))
  const goRuns = leaves.filter((process) => isGo(process, 'run'))
  const started: BuiltBinary[] = []
  const opaque: Brought[] = []
  const downloaded: Brought[] = []
  let isOnGoPath = false
  for (const process of leaves) {
    if (goRuns.includes(process)) continue
    const binary = binaryOf(process, all)
    if (binary !== undefined) {
      started.push(binary)
      if (!process.name?.includes('/') && binary.path.startsWith('/go/bin/')) isOnGoPath = true
      continue
    }
    const path = process.name?.includes('/')
      ? resolvePath(process.cwd, process.name)
      : madeOnPath(process, facts)
    if (
      path === undefined ||
      facts.contextPath(path) !== undefined ||
      facts.final.base.hasProgram(baseName(path)) === true
    )
      continue
    const brought = broughtAs(path, facts)
    if (brought !== undefined) downloaded.push(brought)
    else if (canBeMade(facts)) opaque.push({ path, isFolder: false })
    else return notMade(path, process, facts)
  }
  const script = leaves.length === 0 ? start.processes.at(-1)?.name : undefined
  if (script !== undefined && all.length > 0) started.push(...all)
  if (started.length + goRuns.length === 0) opaque.push(...downloaded.splice(0))
  if (started.length + goRuns.length + opaque.length === 0) return notStarted(facts, all)
  return {
    started: unique(started),
    all: unique(all),
    goRuns,
    opaque: unique(opaque),
    downloaded: unique(downloaded),
    isOnGoPath,
    gap: script === undefined ? undefined : `${script} names no program`,
  }
}

function binaryOf(process: Process, binaries: readonly BuiltBinary[]): BuiltBinary | undefined {
  const { name } = process
  if (name === undefined) return undefined
  const path = name.includes('/') ? resolvePath(process.cwd, name) : undefined
  const onPath = /^\/(go|usr\/local|usr|usr\/local\/go)?\/?s?bin\/[^/]+$/
  return binaries.findLast((binary) =>
    path === undefined
      ? baseName(binary.path) === name &&
        (onPath.test(binary.path) || binary.path.includes('/bin/'))
      : binary.path === path,
  )
}

/** A binary where it is started, or where `mv` and `cp` leave it. */
function afterMoves(binary: BuiltBinary, named: readonly string[], facts: Facts): BuiltBinary {
  const places = placesOf(binary, facts)
  const path = places.find((place) => named.includes(place)) ?? places.at(-1) ?? binary.path
  return path === binary.path ? binary : { ...binary, path }
}

/** Where a command of the build puts a program that is started by its name. */
function madeOnPath({ name }: Process, { final }: Facts): string | undefined {
  const created = final.commands
    .flatMap((command) => effectsOf(command) ?? [])
    .flatMap((effect) => (effect.kind === 'creates' ? [effect.path] : []))
  return created.find(
    (path) => baseName(path) === name && /^\/(usr\/(local\/)?)?s?bin\//.test(path),
  )
}

/** What a command whose effects are known puts there: `mv migrate /usr/local/bin/migrate`; of an archive's own folder, all of it. */
function broughtAs(path: string, { final }: Facts): Brought | undefined {
  const effects = final.commands.flatMap((command) => effectsOf(command) ?? [])
  const made = effects.findLast(
    (effect) =>
      effect.kind === 'creates' &&
      (effect.isFilled === true ? isWithin(path, effect.path) : effect.path === path),
  )
  if (made?.kind !== 'creates') return undefined
  return { path: made.path, isFolder: made.isFilled === true && made.path !== path }
}

/** Whether a command of the build may make any path: `make`, a script, another tool. */
function canBeMade(facts: Facts): boolean {
  return facts.final.commands.some((command) => {
    const name = baseName(command.name ?? 'make')
    if (
      /^(make|task|just|mage|bazel|goreleaser|ninja|cmake|docker|npm|yarn)$/.test(name) ||
      isPosixShell(name) ||
      (command.name?.includes('/') ?? false)
    )
      return true
    return effectsOf(command) === undefined && /^(curl|wget)$/.test(name)
  })
}

function notMade(path: string, process: Process, facts: Facts): Refusal {
  const line = facts.start?.instruction?.line
  const builds = facts.final.commands.findLast((command) => isGo(command, 'build', 'install'))
  const all = builds !== undefined && builds.args.some((arg) => arg?.includes('...'))
  const why = all
    ? `: \`go build ./...\` of several packages checks them and writes no file (line ${builds.step.instruction.line}). Add \`-o bin/\``
    : ''
  return refuse(
    'missing-start-file',
    `${starter(facts.start)} starts ${process.name ?? path}, which no step of the build makes${why === '' ? ' and no COPY brings' : why}.`,
    line,
  )
}

function notStarted(facts: Facts, all: readonly BuiltBinary[]): Refusal {
  const line = facts.start?.instruction?.line
  const what = facts.start?.processes.find((process) => !process.follows)?.name ?? 'a program'
  return refuse(
    'unknown-start-command',
    `${starter(facts.start)} starts ${what}, which is none of the programs that the build makes${all.length === 0 ? '' : ` (${all.map(({ path }) => path).join(', ')})`}.`,
    line,
  )
}

/** Each path once. */
function unique<T extends { readonly path: string }>(items: readonly T[]): readonly T[] {
  return items.filter((item, i) => items.findIndex(({ path }) => path === item.path) === i)
}

/** The lines that say what is started. */
export function startEvidence(facts: Facts): readonly Evidence[] {
  const { instruction, given } = facts.start ?? {}
  if (given !== undefined) return [given]
  return instruction === undefined ? [] : [lineEvidence(instruction)]
}

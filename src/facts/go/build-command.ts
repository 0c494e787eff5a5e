import { baseName, isWithin, resolvePath } from '../image-path.ts'
import { effectsOf } from '../effects/effects.ts'
import type { Command, RunCommand } from '../commands/command.ts'
import type { Facts } from '../facts.ts'
import type { Step } from '../stages/step.ts'
import type { BuildTags } from '../../programs/readers/go.ts'
import { getsOnly } from './gets-only.ts'
import { readGoArguments } from './go-arguments.ts'
import { innerCommands } from '../commands/inner-commands.ts'
import { packagesNamed } from './named-packages.ts'
import { packageFolders } from './program-sources.ts'

/** A binary that a `go build`, `go install` or `go get` leaves. */
export interface BuiltBinary {
  /** Absolute path in the image. */
  readonly path: string
  /** The main package's folder in the context; undefined where it is not in there. */
  readonly folder: string | undefined
  /** The command of the RUN; where a script or a Makefile builds, the one that starts it. */
  readonly command: RunCommand
  /** The go command itself. */
  readonly build: Command
}

/** A call of the go command that compiles a program. */
export interface GoCall {
  /** Where the program lies in the image; undefined for `go run`, which keeps none. */
  readonly path: string | undefined
  readonly folder: string | undefined
  readonly build: Command
}

export function isGo(command: Command, ...verbs: readonly string[]): boolean {
  return (
    command.name !== undefined &&
    baseName(command.name) === 'go' &&
    verbs.includes(command.args[0] ?? '')
  )
}

const known = new WeakMap<Facts, readonly BuiltBinary[]>()

/** Every binary that the stage's commands build, in order; scripts and Makefiles of the context are looked into, once. */
export function findBinaries(facts: Facts): readonly BuiltBinary[] {
  const found =
    known.get(facts) ?? facts.final.commands.flatMap((command) => builtIn(command, facts))
  known.set(facts, found)
  return found
}

const builtIn = (command: RunCommand, facts: Facts) =>
  [command, ...innerCommands(command, facts).commands].flatMap((build) => {
    if (isGo(build, 'build')) return builtBy(build, command, facts)
    return isGo(build, 'install', 'get') ? installedBy(build, command, facts) : []
  })

function builtBy(build: Command, command: RunCommand, facts: Facts): readonly BuiltBinary[] {
  const { flags, operands } = readGoArguments(build)
  const chdir = flags.get('-C')
  const cwd = chdir === undefined ? build.cwd : resolvePath(build.cwd, chdir)
  const packages = packagesNamed(operands, cwd, facts)
  const output = flags.get('-o')
  if (flags.has('-o') && output === undefined) return []
  const target = output === undefined ? undefined : resolvePath(cwd, output)
  const isMany =
    packages.length > 1 ||
    operands.some((operand) => operand?.endsWith('...') === true && !isSingle(operand, cwd, facts))
  const into =
    output?.endsWith('/') === true ||
    isMany ||
    (target !== undefined && isKnownFolder(target, facts))
  const [first] = packages
  if (target !== undefined && !into)
    return [{ path: target, folder: first?.folder, command, build }]
  // Without -o, several packages are compiled and thrown away.
  const to = target ?? (isMany ? undefined : cwd)
  return packages.flatMap(({ folder, name }) => {
    const path = to === undefined ? undefined : resolvePath(to, name)
    return path === undefined ? [] : [{ path, folder, command, build }]
  })
}

/** Whether `./...` names one package alone. */
function isSingle(pattern: string, cwd: string | undefined, facts: Facts): boolean {
  const path = resolvePath(cwd, pattern.replace(/\/?\.\.\.$/, '') || '.')
  const folder = path === undefined ? undefined : facts.contextPath(path)
  return folder !== undefined && packageFolders(facts, folder).length < 2
}

function installedBy(build: Command, command: RunCommand, facts: Facts): readonly BuiltBinary[] {
  const { operands, flags } = readGoArguments(build)
  if (flags.has('-d') || (isGo(build, 'get') && getsOnly(build, command, facts))) return []
  const bin = goBin(command.step)
  return packagesNamed(operands, build.cwd, facts).flatMap(({ folder, name }) => {
    const path = resolvePath(bin, name)
    return path === undefined ? [] : [{ path, folder, command, build }]
  })
}

/** Where `go install` puts programs (https://go.dev/cmd/go/#hdr-Environment_variables). */
export const goBin = (step: Step): string => step.variable('GOBIN') ?? `${goPath(step)}/bin`

/** Where modules are kept, and programs unless told otherwise. */
export const goPath = (step: Step): string => (step.variable('GOPATH') ?? '/go').split(':')[0] ?? ''

function isKnownFolder(path: string, facts: Facts): boolean {
  const { steps, copies } = facts.final
  const source = facts.contextPath(path)
  return (
    steps.some((step) => step.workdir !== undefined && isWithin(step.workdir, path)) ||
    copies.some((copy) => copy.paths.some(({ target, isFolder }) => isFolder && target === path)) ||
    (source !== undefined && facts.project.isFolder(source))
  )
}

/** What a `go run` compiles; nothing for other commands. */
export function goRun(build: Command, facts: Facts): readonly GoCall[] {
  if (!isGo(build, 'run')) return []
  const { operands } = readGoArguments(build)
  const files = operands.filter((operand) => operand?.endsWith('.go'))
  const packages = files.length > 0 ? files : operands.slice(0, 1)
  return packagesNamed(packages, build.cwd, facts).map(({ folder }) => ({
    path: undefined,
    folder,
    build,
  }))
}

/** What builds say of constraints: their tags, and cgo where all switch it off. */
export function tagsOf(builds: readonly Command[], { final }: Facts): BuildTags {
  const tags = builds.flatMap(
    (build) =>
      readGoArguments(build)
        .flags.get('-tags')
        ?.split(/[\s,]+/) ?? [],
  )
  const said = builds.map(
    ({ assignments }) => assignments.get('CGO_ENABLED') ?? final.end.env.get('CGO_ENABLED'),
  )
  const isOff = said.length > 0 && said.every((value) => value === '0')
  return { tags: new Set(tags), cgo: isOff ? false : undefined }
}

/** Where a binary lies once the stage is built: what is copied stays where it was, too; what is moved does not. */
export function placesOf({ path }: BuiltBinary, { final }: Facts): readonly string[] {
  const places = [path]
  for (const command of final.commands) {
    if (command.name !== 'mv' && command.name !== 'cp' && command.name !== 'install') continue
    const words = command.args.flatMap((arg) => (arg && resolvePath(command.cwd, arg)) ?? [])
    const from = places.find((place) => words.includes(place))
    if (from === undefined) continue
    const created = (effectsOf(command) ?? []).flatMap((effect) =>
      effect.kind === 'creates' ? [effect.path] : [],
    )
    const same = created.find((to) => baseName(to) === baseName(from))
    const to = same ?? (created.length === 1 ? created[0] : undefined)
    if (to === undefined) continue
    if (command.name === 'mv') places.splice(places.indexOf(from), 1)
    places.push(to)
  }
  return places
}

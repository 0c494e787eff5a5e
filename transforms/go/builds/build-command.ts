import {
  baseName,
  binaryName,
  findModule,
  moduleMadeBy,
  folderOf,
  isWithin,
  resolvePath,
  type Command,
  type Facts,
  type RunCommand,
  type Step,
} from '../../../src/transform.ts'
import { getsOnly } from './get-only.ts'
import { innerCommands } from './inner-commands.ts'
import { importPathOf, mainPackages, packageFolders } from '../sources/program-sources.ts'

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

/** Flags of the go command that take a value of their own (https://go.dev/cmd/go/). */
const withValue = new Set(
  '-o -p -asmflags -buildmode -buildvcs -compiler -gccgoflags -gcflags -installsuffix -ldflags -mod -modfile -overlay -pkgdir -tags -toolexec -C -pgo -covermode -coverpkg -exec'.split(
    ' ',
  ),
)

export interface GoArguments {
  readonly flags: ReadonlyMap<string, string | undefined>
  /** Packages or files; for `go run`, the program's own arguments come behind them. */
  readonly operands: readonly (string | undefined)[]
}

/** The words behind `go build`, flags apart from packages. */
export function readGoArguments(args: readonly (string | undefined)[]): GoArguments {
  const flags = new Map<string, string | undefined>()
  let i = 1
  for (; i < args.length; i++) {
    const word = args[i]
    if (word === undefined || !word.startsWith('-')) break
    const [name = '', ...value] = word.replace(/^--/, '-').split('=')
    if (value.length > 0) flags.set(name, value.join('='))
    else if (withValue.has(name)) flags.set(name, args[++i])
    else flags.set(name, '')
  }
  return { flags, operands: args.slice(i) }
}

export function isGo(command: Command, ...verbs: readonly string[]): boolean {
  return (
    command.name !== undefined &&
    baseName(command.name) === 'go' &&
    verbs.includes(command.args[0] ?? '')
  )
}

/** Every binary that the stage's commands build, in order; scripts and Makefiles of the context are looked into. */
export function findBinaries(facts: Facts): readonly BuiltBinary[] {
  return facts.final.commands.flatMap((command) => {
    const builds = [command, ...innerCommands(command, facts).commands]
    return builds.flatMap((build) => {
      if (isGo(build, 'build')) return builtBy(build, command, facts)
      return isGo(build, 'install', 'get') ? installedBy(build, command, facts) : []
    })
  })
}

function builtBy(build: Command, command: RunCommand, facts: Facts): readonly BuiltBinary[] {
  const { flags, operands } = readGoArguments(build.args)
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
  const { operands, flags } = readGoArguments(build.args)
  if (flags.has('-d') || (isGo(build, 'get') && getsOnly(build, command, facts))) return []
  const bin = goBin(command.step)
  return packagesNamed(operands, build.cwd, facts).flatMap(({ folder, name }) => {
    const path = resolvePath(bin, name)
    return path === undefined ? [] : [{ path, folder, command, build }]
  })
}

/** Where `go install` puts programs (https://go.dev/cmd/go/#hdr-Environment_variables). */
export function goBin(step: Step): string {
  return step.variable('GOBIN') ?? `${(step.variable('GOPATH') ?? '/go').split(':')[0]}/bin`
}

interface NamedPackage {
  readonly folder: string | undefined
  readonly name: string
}

function packagesNamed(
  operands: readonly (string | undefined)[],
  cwd: string | undefined,
  facts: Facts,
): readonly NamedPackage[] {
  if (cwd === undefined) return []
  const known = operands.flatMap((operand) => operand ?? [])
  if (known.length !== operands.length) return []
  const first = known.find((operand) => operand.endsWith('.go'))
  if (first !== undefined) {
    const folder = facts.contextPath(folderOf(resolvePath(cwd, first) ?? first))
    // The shell sorts what `*.go` matches; the first gives the name.
    const [found] = facts.project.match(`${folder ?? ''}/${baseName(first)}`)
    return [{ folder, name: baseName(found ?? first).replace(/\.go$/, '') }]
  }
  return (known.length === 0 ? ['.'] : known).flatMap((item) => packageNamed(item, cwd, facts))
}

function packageNamed(operand: string, cwd: string, facts: Facts): readonly NamedPackage[] {
  const pattern = operand.replace(/@.*$/, '')
  const isLocal = pattern.startsWith('.') || pattern.startsWith('/')
  const all = /(^|\/)\.\.\.$/.test(pattern)
  const named = all ? pattern.replace(/\/?\.\.\.$/, '') || '.' : pattern
  const imagePath = isLocal ? resolvePath(cwd, named) : imagePathOfImport(named, cwd, facts)
  const folder = imagePath === undefined ? undefined : facts.contextPath(imagePath)
  if (imagePath === undefined || folder === undefined)
    return isLocal || all ? [] : [{ folder: undefined, name: binaryName(named) }]
  const module = findModule(facts.project, folder) ?? moduleMadeBy(facts.final.commands, folder)
  const nameOf = (of: string) =>
    binaryName(importPathOf(of, module, facts.imagePath(of) ?? imagePath))
  if (all) return mainPackages(facts, folder).map((main) => ({ folder: main, name: nameOf(main) }))
  return [{ folder, name: module === undefined ? binaryName(imagePath) : nameOf(folder) }]
}

/** Where a package of the module, or of GOPATH, stands in the image. */
function imagePathOfImport(path: string, cwd: string, facts: Facts): string | undefined {
  const module = findModule(facts.project, facts.contextPath(cwd) ?? '')
  if (module !== undefined && (path === module.path || path.startsWith(`${module.path}/`))) {
    const root = facts.imagePath(module.folder)
    return root === undefined ? undefined : resolvePath(root, `.${path.slice(module.path.length)}`)
  }
  return resolvePath('/go/src', path)
}

function isKnownFolder(path: string, facts: Facts): boolean {
  const { steps, copies } = facts.final
  const source = facts.contextPath(path)
  return (
    steps.some((step) => step.workdir !== undefined && isWithin(step.workdir, path)) ||
    copies.some((copy) => copy.paths.some(({ target, isFolder }) => isFolder && target === path)) ||
    (source !== undefined && facts.project.isFolder(source))
  )
}

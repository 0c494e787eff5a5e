import { commandOf, type Command } from '../commands/command.ts'
import { lineEvidence, placeOf, type Evidence } from '../evidence.ts'
import { readInstall } from '../../knowledge/package-managers.ts'
import type { Facts } from '../facts.ts'
import type { BuiltBinary } from './build-command.ts'
import { readGoArguments } from './go-arguments.ts'
import { cgoModules } from '../../knowledge/go-modules/cgo-modules.ts'
import { isPureGo } from '../../knowledge/go-modules/pure-modules.ts'
import type { ProgramSources } from './program-sources.ts'

/** How a binary is linked, and who says so. */
export type Linking =
  /** Static as the author builds it. */
  | { readonly kind: 'static'; readonly evidence: Evidence }
  /** Nothing in it needs C: with CGO_ENABLED=0 it is static. */
  | { readonly kind: 'can-be-static'; readonly evidence: Evidence }
  /** Linked against the builder's C library. */
  | { readonly kind: 'dynamic'; readonly evidence: Evidence }
  /** The sources do not tell. */
  | { readonly kind: 'unknown'; readonly why: string }

/** Decides how a binary is linked. cgo is on by default where a C compiler is found: https://pkg.go.dev/cmd/cgo */
export function linkingOf(binary: BuiltBinary, sources: ProgramSources, facts: Facts): Linking {
  const evidence = lineEvidence(binary.command.step.instruction)
  return (
    settledLinking(binary, facts) ??
    linkingOfSources(cgoSetting(binary, facts), evidence, sources, facts)
  )
}

const cgoSetting = (binary: BuiltBinary, facts: Facts) =>
  binary.build.assignments.get('CGO_ENABLED') ??
  binary.command.assignments.get('CGO_ENABLED') ??
  exported(binary, facts) ??
  binary.command.step.variable('CGO_ENABLED')

/** How a binary is linked where the build says so itself, whatever the sources are; undefined where they decide. */
export function settledLinking(binary: BuiltBinary, facts: Facts): Linking | undefined {
  const { command, build } = binary
  const evidence = lineEvidence(command.step.instruction)
  if (/-extldflags[= ]["']?[^"']*-static/.test(linkerFlags(build)))
    return { kind: 'static', evidence }
  if (asksForC(binary)) return { kind: 'dynamic', evidence }
  return cgoSetting(binary, facts) === '0' ? { kind: 'static', evidence } : undefined
}

/** Why a binary can't be compiled for another machine without a C compiler that knows it, as a clause; undefined where it can. */
export function needsCompiler(
  binary: BuiltBinary,
  sources: ProgramSources,
  facts: Facts,
): string | undefined {
  const said = cgoSetting(binary, facts)
  if (asksForC(binary) || said === '1') return 'it asks for a C compiler'
  const linking = linkingOfSources(said, lineEvidence(undefined, ''), sources, facts)
  if (linking.kind === 'unknown') return linking.why
  return linking.kind === 'dynamic' ? `${placeOf(linking.evidence)} needs C` : undefined
}

function linkerFlags(build: Command): string {
  const { flags, outlines } = readGoArguments(build)
  return flags.get('-ldflags') ?? outlines.get('-ldflags') ?? ''
}

function asksForC({ command, build }: BuiltBinary): boolean {
  const settings = ['GOFLAGS', 'GOEXPERIMENT'].map(
    (name) => build.assignments.get(name) ?? command.step.variable(name),
  )
  return needsCgo(readGoArguments(build).flags, linkerFlags(build), settings)
}

/**
 * Whether the go command needs a C compiler, whatever the sources are: https://go.dev/doc/articles/race_detector#Requirements,
 * https://pkg.go.dev/cmd/go#hdr-Build_modes, https://go.dev/src/crypto/internal/boring/README
 */
function needsCgo(
  flags: ReadonlyMap<string, string | undefined>,
  ldflags: string,
  [goFlags = '', experiment = '']: readonly (string | undefined)[],
): boolean {
  const words = goFlags.split(/\s+/).filter((word) => word !== '')
  const set = readGoArguments(commandOf(['go', 'build', ...words], undefined)).flags
  const has = (name: string) =>
    [flags, set].some((all) => all.has(name) && all.get(name) !== 'false')
  const valueOf = (name: string) => flags.get(name) ?? set.get(name) ?? ''
  return (
    has('-race') ||
    has('-asan') ||
    has('-msan') ||
    /^(plugin|shared|c-shared|c-archive|pie)$/.test(valueOf('-buildmode')) ||
    [ldflags, set.get('-ldflags') ?? ''].some((text) => /-linkmode[= ]["']?external/.test(text)) ||
    /(^|,)boringcrypto(,|$)/.test(experiment)
  )
}

/** How the go command links by default, or with CGO_ENABLED as `said`. */
export function linkingOfSources(
  said: string | undefined,
  evidence: Evidence,
  sources: ProgramSources,
  facts: Facts,
): Linking {
  if (said === '0') return { kind: 'static', evidence }
  const c = usesC(sources)
  if (c !== undefined) return { kind: 'dynamic', evidence: c }
  if (said === '1') return { kind: 'dynamic', evidence }
  if (sources.gap !== undefined) return { kind: 'unknown', why: sources.gap }
  const strange = hasCompiler(facts) ? strangeImport(sources) : undefined
  if (strange !== undefined)
    return { kind: 'unknown', why: `whether ${strange.specifier} needs C is not known` }
  const main = sources.files[0]
  return {
    kind: 'can-be-static',
    evidence: {
      path: main?.path ?? 'go.mod',
      line: undefined,
      text: 'no package of the program imports "C"',
    },
  }
}

/** `export CGO_ENABLED=0 && go build`. */
function exported({ command }: BuiltBinary, facts: Facts): string | undefined {
  const earlier = facts.final.commands.filter(
    (other) => other.step === command.step && other.linkIndex < command.linkIndex,
  )
  const words = earlier.flatMap((other) => (other.name === 'export' ? other.args : []))
  return words.findLast((word) => word?.startsWith('CGO_ENABLED='))?.slice('CGO_ENABLED='.length)
}

/** Where the program imports "C", what loads plug-ins, or a module that needs C. A line of go.mod that nothing imports says nothing. */
function usesC({ files, vendored }: ProgramSources): Evidence | undefined {
  const imports = [...files, ...vendored].flatMap((file) =>
    file.imports.map(({ specifier, at }) => ({ file: file.path, path: specifier, at })),
  )
  for (const { file, path, at } of imports) {
    if (path === 'C' || path === 'plugin' || isOf(path, cgoModules))
      return { path: file, line: at.line, text: `import "${path}"` }
  }
  return undefined
}

const isOf = (specifier: string, modules: readonly { readonly path: string }[]) =>
  modules.some(({ path }) => specifier === path || specifier.startsWith(`${path}/`))

/** golang's Alpine images bring no C compiler: what needs one is not built there, unless the file installs it. https://hub.docker.com/_/golang */
function hasCompiler({ final }: Facts): boolean {
  if (final.base.hasProgram('gcc') !== false) return true
  return final.commands.some(({ argv }) =>
    readInstall(argv)?.packages.some(({ name }) =>
      /^(gcc|g\+\+|build-base|clang\d*|zig|alpine-sdk)$/.test(name),
    ),
  )
}

/** A package of another module that may need C: nobody has looked, and its sources are not in the context. */
export function strangeImport({
  files,
  vendored,
  modules,
}: ProgramSources): { readonly specifier: string; readonly evidence: Evidence } | undefined {
  if (vendored.length > 0) return undefined
  const imports = files.flatMap(({ path, imports: own }) =>
    own.map(({ specifier, at }) => ({ specifier, evidence: { path, ...at } })),
  )
  return imports.find(
    ({ specifier }) =>
      /^[^/]*\./.test(specifier) &&
      !isOf(specifier, modules) &&
      !isOf(specifier, cgoModules) &&
      !isPureGo(specifier),
  )
}

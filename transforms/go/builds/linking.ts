import { lineEvidence, type Evidence, type Facts } from '../../../src/transform.ts'
import { readGoArguments, type BuiltBinary } from './build-command.ts'
import type { StartedPrograms } from './started-program.ts'
import { cgoModules } from '../tables/cgo-modules.ts'
import { findModule } from '../sources/module.ts'
import type { ProgramSources } from '../sources/program-sources.ts'

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
  const { command, build } = binary
  const evidence = lineEvidence(command.step.instruction)
  const assigned = build.assignments.get('CGO_ENABLED') ?? command.assignments.get('CGO_ENABLED')
  const said = assigned ?? exported(binary, facts) ?? command.step.variable('CGO_ENABLED')
  if (said === '0') return { kind: 'static', evidence }
  const { flags } = readGoArguments(build.args)
  if (/-extldflags[= ]["']?[^"']*-static/.test(flags.get('-ldflags') ?? ''))
    return { kind: 'static', evidence }
  return linkingOfSources(said, evidence, sources, facts)
}

/** How the go command links by default, or with CGO_ENABLED as `said`. */
function linkingOfSources(
  said: string | undefined,
  evidence: Evidence,
  sources: ProgramSources,
  facts: Facts,
): Linking {
  if (said === '0') return { kind: 'static', evidence }
  const c = usesC(sources, facts)
  if (c !== undefined) return { kind: 'dynamic', evidence: c }
  if (said === '1') return { kind: 'dynamic', evidence }
  if (sources.gap !== undefined) return { kind: 'unknown', why: sources.gap }
  const main = sources.files[0]
  return {
    kind: 'can-be-static',
    evidence: {
      path: main?.path ?? 'go.mod',
      line: 1,
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

/** Where the program imports "C", or a module that does. */
function usesC({ files, vendored, module }: ProgramSources, facts: Facts): Evidence | undefined {
  const imports = [
    ...files.flatMap((file) =>
      file.imports.map(({ specifier, at }) => ({ file: file.path, path: specifier, at })),
    ),
    ...vendored.flatMap((file) =>
      file.imports.map(({ path, at }) => ({ file: file.path, path, at })),
    ),
  ]
  for (const { file, path, at } of imports) {
    const isC =
      path === 'C' || cgoModules.some((row) => path === row.path || path.startsWith(`${row.path}/`))
    if (isC) return { path: file, line: at.line, text: `import "${path}"` }
  }
  const required = (module ?? findModule(facts.project, ''))?.requires ?? []
  const row = required.find(({ path }) =>
    cgoModules.some((cgo) => path === cgo.path || path.startsWith(`${cgo.path}/`)),
  )
  if (row === undefined) return undefined
  return {
    path: module === undefined || module.folder === '' ? 'go.mod' : `${module.folder}/go.mod`,
    line: row.line,
    text: row.path,
  }
}

const order = ['unknown', 'dynamic', 'can-be-static', 'static'] as const

/** The linking of the most demanding binary. */
export function weakestLinking(
  programs: StartedPrograms,
  sources: ProgramSources,
  facts: Facts,
): Linking {
  if (programs.opaque.length > 0)
    return { kind: 'unknown', why: sources.gap ?? 'a step that is not a `go build` makes it' }
  const all = programs.all.map((binary) => linkingOf(binary, sources, facts))
  if (programs.goRuns.length > 0) {
    const instruction = facts.start?.instruction
    const evidence = lineEvidence(instruction)
    all.push(linkingOfSources(facts.final.end.env.get('CGO_ENABLED'), evidence, sources, facts))
  }
  return (
    all.toSorted((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind))[0] ?? {
      kind: 'unknown',
      why: 'no build was found',
    }
  )
}

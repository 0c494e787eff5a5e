import { goDefaultFiles } from '../calls/go-conventions.ts'
import { portsOfFlags } from '../calls/go-flags.ts'
import { defaultFilesOf, goCalls } from '../calls/go.ts'
import { tellsWhere } from '../calls/go-stores.ts'
import type { Call } from '../call.ts'
import { factsOfCalls } from '../facts-of-calls.ts'
import { pathsWithin } from '../path-text.ts'
import { literalPath } from '../path-value.ts'
import type { PathUse, SourceFacts, SourceLine } from '../source-facts.ts'
import { fileNameHolds, type BuildTags } from './go/constraints.ts'
import { headerHolds } from './go/header.ts'
import { isStandard, moduleOf } from './go/module-of.ts'
import type { GoSource } from './go/parse.ts'
import type { Binding } from './go/expression.ts'
import { argumentReader, type Surroundings } from './go/values.ts'
import { absencesAmong } from './missed-paths.ts'

export { fileNameHolds, type BuildTags } from './go/constraints.ts'
export { parseGo, type GoSource } from './go/parse.ts'

/** What a Go file says. */
export interface GoFacts extends SourceFacts {
  readonly package: string
  /** Functions that it calls: the package by its import path, undefined for methods of what is not known. */
  readonly calls: readonly {
    readonly module: string | undefined
    readonly name: string
    /** Its first argument, where that is a constant text. */
    readonly text: string | undefined
    readonly at: SourceLine
  }[]
  /** Modules of which a call is read that says where files are kept. */
  readonly keepers: ReadonlySet<string>
  readonly literals: GoSource['literals']
  readonly embeds: GoSource['embeds']
}

/** Whether a file is compiled into a Linux image; undefined where that can't be told. */
export function isCompiled({ path, header }: GoSource, build: BuildTags): boolean | undefined {
  const byName = fileNameHolds(path.slice(path.lastIndexOf('/') + 1), build)
  const byHeader = headerHolds(header, build)
  if (byName === false || byHeader === false) return false
  return byName === undefined || byHeader === undefined ? undefined : true
}

/** What the files of one package say, once their names are shared. */
export function factsOfPackage(
  sources: readonly GoSource[],
  around: Surroundings,
): readonly GoFacts[] {
  const argumentOf = argumentReader(around)
  return sources.map((source) => factsOf(source, argumentOf, around))
}

/** Names of a package are one scope, whatever file they stand in. */
export function shareNames(sources: readonly GoSource[]): void {
  const shared = new Map<string, Binding>()
  for (const { scope } of sources)
    for (const [name, binding] of scope.names) {
      const known = shared.get(name)
      const values = new Set([...(known?.values ?? []), ...binding.values])
      shared.set(name, {
        values: [...values],
        isOpen: binding.isOpen || known?.isOpen === true,
      })
    }
  for (const { scope } of sources)
    for (const [name, binding] of shared) scope.names.set(name, binding)
}

function factsOf(
  source: GoSource,
  argumentOf: ReturnType<typeof argumentReader>,
  around: Surroundings,
): GoFacts {
  const { path } = source
  const calls = source.calls.map(({ expression, at }): Call => {
    const isNew = expression.kind === 'composite'
    const args = isNew ? [expression] : expression.args
    return {
      ...moduleOf(isNew ? expression.type : expression.callee),
      isNew,
      // Of most calls nobody asks.
      get args() {
        return args.map(argumentOf)
      },
      at,
    }
  })
  const facts = factsOfCalls(calls, goCalls)
  return {
    path,
    package: source.package,
    ...facts,
    namedPorts: portsOfFlags(calls),
    imports: source.imports.map(({ path: specifier, at }) => ({
      specifier,
      isCertain: true,
      at,
    })),
    paths: [
      ...facts.paths,
      // A log is made by a run; one in the context was left there.
      ...source.literals.flatMap(({ text, at }) => (text.endsWith('.log') ? [] : named(text, at))),
      ...source.literals.flatMap(({ text, at }) =>
        pathsWithin(text).map((path) => named(path, at)),
      ),
      ...calls.flatMap((call) => handedOver(call, around)),
      ...calls.flatMap((call) => defaultFilesOf(call).map((file) => named(file, call.at))),
      ...source.imports.flatMap(({ path: module, at }) =>
        (goDefaultFiles.get(`import ${module}`) ?? []).map((file) => named(file, at)),
      ),
    ],
    environment: [
      ...facts.environment,
      // `build.Default` holds them.
      ...source.imports.flatMap(({ path: module, at }) =>
        module === 'go/build' ? [{ name: 'GOPATH', at }] : [],
      ),
    ],
    absences: [
      ...facts.absences,
      ...absencesAmong(source.absences, (expression) => argumentOf(expression).paths()),
    ],
    fatal: source.fatal,
    gaps: [
      ...facts.gaps,
      ...(source.broken === undefined ? [] : [{ what: 'loads', at: source.broken } as const]),
    ],
    calls: calls
      .filter(({ isNew }) => !isNew)
      .map((call) => ({
        module: call.module,
        name: call.name,
        get text() {
          return call.args[0]?.text()
        },
        at: call.at,
      })),
    keepers: new Set(
      calls.flatMap((call) =>
        call.module !== undefined && goCalls(call).some(tellsWhere) ? [call.module] : [],
      ),
    ),
    literals: source.literals,
    embeds: source.embeds,
  }
}

/** `config.Load(root() + "/config.yaml")`: a path that is put together for a function of the project's own, or of one that nobody knows. */
const handedOver = (
  { module = '.', isNew, args, at }: Call,
  { namesOf }: Surroundings,
): readonly PathUse[] =>
  isNew || (isStandard(module) && namesOf(module) === undefined)
    ? []
    : args.flatMap((arg) =>
        arg
          .paths()
          .filter(
            ({ base, path, isPrefix, pattern }) =>
              pattern?.includes('.') === true ||
              ((base === 'cwd' || base === 'root' || base === 'home') &&
                !isPrefix &&
                path.includes('.')),
          )
          .map((value) => ({ value, use: 'names' as const, at })),
      )

const named = (text: string, at: SourceLine): PathUse => ({
  value: literalPath(text),
  use: 'names',
  at,
})

import {
  argumentAt,
  type Argument,
  type Call,
  type CallRow,
  type CallTable,
  type Place,
} from './call.ts'
import { variablesIn } from '../dockerfile/words/variables.ts'
import { databasePath } from './database-path.ts'
import {
  isKnown,
  isTelling,
  joinPaths,
  literalPath,
  ownFolder,
  workingFolder,
  type PathValue,
} from './path-value.ts'
import { listensAt, portsOf } from './listened.ts'
import type { Gap, Import, PathUse, SourceFacts, SourceLine } from './source-facts.ts'
import { socketsIn } from './socket-path.ts'
import { commandsIn, startedBy } from './started-commands.ts'

/** What calls say, of all languages. */
export type FactsOfCalls = Required<Omit<SourceFacts, 'path' | 'words' | 'fatal' | 'namedPorts'>>

/** Works out what calls do, by the rows of their language's table. Calls that no row knows cost a look-up. */
export function factsOfCalls(calls: Iterable<Call>, table: CallTable): FactsOfCalls {
  const facts = {
    imports: new Array<Import>(),
    paths: new Array<PathUse>(),
    programs: new Array<SourceFacts['programs'][number]>(),
    ports: new Array<SourceFacts['ports'][number]>(),
    environment: new Array<SourceFacts['environment'][number]>(),
    rights: new Array<NonNullable<SourceFacts['rights']>[number]>(),
    absences: new Array<NonNullable<SourceFacts['absences']>[number]>(),
    goesTo: new Array<NonNullable<SourceFacts['goesTo']>[number]>(),
    types: new Array<NonNullable<SourceFacts['types']>[number]>(),
    gaps: new Array<Gap>(),
  }
  for (const call of calls)
    for (const row of table(call)) {
      const found = pathsOf(call, row)
      facts.paths.push(...found.paths)
      const started = programsOf(call, row)
      facts.programs.push(...started.programs)
      facts.paths.push(...started.paths)
      if (row.needsRoot !== undefined) facts.rights.push({ what: row.needsRoot, at: call.at })
      for (const name of row.startsProgram?.split(' ') ?? [])
        facts.programs.push({ name, args: [], values: [], cwd: undefined, at: call.at })
      if (row.goesTo !== undefined)
        facts.goesTo.push({ values: argumentAt(call, row.goesTo)?.paths() ?? [], at: call.at })
      if (row.makesAnew !== undefined)
        for (const value of argumentAt(call, row.makesAnew)?.paths() ?? [])
          if (isKnown(value) && !value.isPrefix) facts.absences.push({ value, at: call.at })
      for (const value of (row.types ?? []).flatMap(
        (place) => argumentAt(call, place)?.paths() ?? [],
      ))
        facts.types.push({ value, at: call.at })
      if (row.looksAt !== undefined)
        facts.paths.push({ value: literalPath(row.looksAt), use: 'names', at: call.at })
      if (row.asksGitIn !== undefined) {
        const cwd = argumentAt(call, row.asksGitIn)?.paths()[0]
        facts.programs.push({ name: 'git', args: ['log'], values: [], cwd, at: call.at })
      }
      const loaded = loadedBy(call, row)
      facts.imports.push(...loaded.imports)
      facts.gaps.push(...found.gaps, ...started.gaps, ...loaded.gaps, ...gapOfSettings(call, row))
      for (const port of portsOf(call, row)) facts.ports.push({ port, at: call.at })
      const name = row.readsVariable === undefined ? undefined : textAt(call, row.readsVariable)
      if (name !== undefined) facts.environment.push({ name, at: call.at })
      const text =
        row.readsVariablesOf === undefined ? undefined : textAt(call, row.readsVariablesOf)
      for (const each of variablesIn(text ?? '', '\\', true))
        facts.environment.push({ name: each, at: call.at })
    }
  return facts
}

/** What is done to a path, and where that can't be told. `names` asks for nothing: it is no gap. */
export function usesOf(
  values: readonly PathValue[],
  use: PathUse['use'],
  at: SourceLine,
): { readonly paths: readonly PathUse[]; readonly gaps: readonly Gap[] } {
  const isWrite = use === 'writes-file' || use === 'writes-folder'
  const paths = values.flatMap((value): readonly PathUse[] => {
    const isNothing = value.path === '' && value.base === 'cwd' && !value.isPrefix
    if (isKnown(value)) return isNothing && !isWrite ? [] : [{ value, use, at }]
    // What is known of it is a hint of what is read.
    const isHint = value.path !== '' || isTelling(value)
    return !isHint || isWrite ? [] : [{ value, use: isTelling(value) ? use : 'names', at }]
  })
  const isGap = use !== 'names' && !values.every(isKnown)
  const variable = values.find((value) => value.variable !== undefined)?.variable
  const gap = { what: isWrite ? 'writes' : 'reads', at } as const
  return { paths, gaps: isGap ? [variable === undefined ? gap : { ...gap, variable }] : [] }
}

function pathsOf(call: Call, row: CallRow) {
  const uses = (
    places: readonly Place[] | undefined,
    use: PathUse['use'],
    of = (value: PathValue) => value,
  ) =>
    (places ?? []).map((place) => {
      const argument = argumentAt(call, place)
      // Of a list, each item: `OutputPaths: []string{"stdout", "shop.log"}`
      const all = argument?.items()?.flatMap((item) => item.paths()) ?? argument?.paths() ?? []
      return usesOf(all.filter(isNoStream).map(of), use, call.at)
    })
  const isNamed = [...(row.fills ?? []), ...(row.writes ?? [])].some(
    (place) => argumentAt(call, place) !== undefined,
  )
  const anyway = isNamed ? undefined : row.fillsAnyway
  const database = row.database === undefined ? undefined : argumentAt(call, row.database)
  const found = [
    ...uses(row.reads, 'reads'),
    ...uses(row.readsBeside, 'reads', besideSource),
    ...(row.readsAnyway === undefined
      ? []
      : [usesOf([literalPath(row.readsAnyway)], 'reads', call.at)]),
    ...uses(row.writes, 'writes-file'),
    ...uses(row.fills, 'writes-folder'),
    ...uses(row.mayName, 'names'),
    usesOf(socketsIn(listensAt(call, row)?.paths() ?? []), 'writes-file', call.at),
    ...(anyway === undefined ? [] : [usesOf([literalPath(anyway)], 'writes-folder', call.at)]),
    ...(row.readsGitOf === undefined
      ? []
      : [usesOf(gitDataIn(argumentAt(call, row.readsGitOf)), 'names', call.at)]),
    usesOf(
      (database?.paths() ?? []).flatMap((value) => databasePath(value) ?? []),
      'writes-file',
      call.at,
    ),
  ]
  return {
    paths: found.flatMap(({ paths }) => paths),
    gaps: found.flatMap(({ gaps }) => gaps),
  }
}

const besideSource = (value: PathValue) =>
  value.base === 'cwd' ? joinPaths([ownFolder, value]) : value

/** What the container has by itself, by the names that loggers have for it. */
const isNoStream = ({ base, path }: PathValue) =>
  base !== 'cwd' || (path !== 'stdout' && path !== 'stderr')

/** Of a folder that only a run shows nothing is told. */
const gitDataIn = (folder: Argument | undefined) =>
  (folder?.paths() ?? [workingFolder])
    .filter((value) => isKnown(value) && !value.isPrefix)
    .map((value) => joinPaths([value, literalPath('.git')]))

function gapOfSettings(call: Call, { mayWrite, writesUnseen }: CallRow): readonly Gap[] {
  if (writesUnseen === true) return [{ what: 'writes', at: call.at }]
  const settings = mayWrite === undefined ? undefined : argumentAt(call, mayWrite)
  return settings === undefined || settings.isWritten?.() === true
    ? []
    : [{ what: 'writes', at: call.at }]
}

function programsOf(call: Call, row: CallRow): ReturnType<typeof startedBy> {
  if (row.startsLine !== undefined) {
    const argument = argumentAt(call, row.startsLine)
    return argument === undefined ? nothing : commandsIn(argument, cwdOf(call, row), call.at)
  }
  return row.starts === undefined ? nothing : startedBy(call, row.starts, row, cwdOf(call, row))
}

const cwdOf = (call: Call, { startsIn }: CallRow) =>
  startsIn === undefined ? undefined : argumentAt(call, startsIn)?.paths()[0]

const nothing = { programs: [], paths: [], gaps: [] }

function loadedBy(call: Call, row: CallRow) {
  const values = (row.loads ?? []).flatMap((place) => argumentAt(call, place)?.paths() ?? [])
  const known = values.filter(isKnown)
  const gap: Gap = { what: 'loads', at: call.at }
  return {
    imports: known.map((value): Import => ({
      specifier: value.path,
      value,
      isCertain: false,
      at: call.at,
    })),
    gaps: known.length < values.length ? [gap] : [],
  }
}

const textAt = (call: Call, place: Place) => argumentAt(call, place)?.text()

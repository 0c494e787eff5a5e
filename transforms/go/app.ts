import {
  type Behaviour,
  type Facts,
  type Refusal,
  tagsOf,
  type Linking,
  readSources,
  type ProgramSources,
} from '../../src/transform.ts'
import { buildOfGoRun, type GoRunBuild } from './builds/go-run.ts'
import { weakestLinking } from './builds/weakest-linking.ts'
import { findStarted, type StartedPrograms } from './builds/started-program.ts'
import { allAssets, outsideBinaries } from './parts/artifacts.ts'
import { findAssets, type Asset } from './parts/assets.ts'
import { goBehaviour } from './sources/program-behaviour.ts'

/** A Go application as a Dockerfile builds it: what is started, of which sources, and what that does. */
export interface GoApp {
  readonly facts: Facts
  readonly programs: StartedPrograms
  /** What `go run` processes become. */
  readonly goRuns: readonly GoRunBuild[]
  readonly sources: ProgramSources
  readonly linking: Linking
  readonly behaviour: Behaviour
  readonly assets: readonly Asset[]
  /** The program serves the folder that it is started in. */
  readonly servesFolder: boolean
}

/** Reads the application, or says why what is started can't be told. */
export function readApp(facts: Facts): GoApp | Refusal {
  const programs = findStarted(facts)
  if ('kind' in programs) return programs
  const goRuns: GoRunBuild[] = []
  for (const process of programs.goRuns) {
    const build = buildOfGoRun(process, facts)
    if ('kind' in build) return build
    goRuns.push(build)
  }
  const cwd =
    facts.start?.processes.findLast((process) => !process.follows)?.cwd ?? facts.final.end.workdir
  const sources = sourcesOf(programs, goRuns, facts, cwd)
  const found = findAssets(sources, facts, cwd)
  return {
    facts,
    programs,
    goRuns,
    sources,
    linking: weakestLinking(programs, sources, facts),
    behaviour: goBehaviour(sources, cwd),
    assets: outsideBinaries(allAssets(found.assets, sources, facts, cwd), programs.all),
    servesFolder: found.wholeFolder !== undefined,
  }
}

function sourcesOf(
  programs: StartedPrograms,
  goRuns: readonly GoRunBuild[],
  facts: Facts,
  cwd: string | undefined,
): ProgramSources {
  const folders = [...programs.started, ...goRuns].flatMap(({ folder }) => folder ?? [])
  const build = tagsOf([...programs.all.map(({ build: call }) => call), ...programs.goRuns], facts)
  const [opaque] = programs.opaque
  if (opaque !== undefined) {
    const gap = `${opaque.path} is made by a step that is not a \`go build\``
    return { ...readSources(facts, [''], cwd, build), gap }
  }
  const sources = readSources(facts, [...new Set(folders)], cwd, build)
  if (programs.gap !== undefined) return { ...sources, gap: programs.gap }
  return folders.length === 0
    ? { ...sources, gap: sources.gap ?? 'the sources are not in the build context' }
    : sources
}

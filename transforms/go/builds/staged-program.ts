import {
  factsOfStage,
  isWithin,
  resolvePath,
  type Behaviour,
  type Facts,
  type Process,
  findBinaries,
  readSources,
} from '../../../src/transform.ts'
import { goBehaviour } from '../sources/program-behaviour.ts'

/** What the program of the final stage does, by the sources of the stage that built it. */
export function behaviourInStages(facts: Facts): Behaviour | undefined {
  const programs = findStartedInStages(facts)
  if (programs === undefined) return undefined
  const cwd = facts.final.end.workdir
  return goBehaviour(readSources(programs.builder, programs.folders, cwd), cwd)
}

interface BuiltElsewhere {
  readonly builder: Facts
  readonly folders: readonly string[]
}

/** For files with stages: the build of what `COPY --from` brings and the start command runs. */
function findStartedInStages(facts: Facts): BuiltElsewhere | undefined {
  const { start, final, stages } = facts
  const paths = (start?.processes ?? [])
    .filter((process) => !process.follows)
    .flatMap((process) => placesOf(process, facts))
  for (const { copy, path } of paths.flatMap((item) =>
    final.copies.map((copy) => ({ copy, path: item })),
  )) {
    const from = stages.find(
      ({ stage }) => stage.name === copy.from?.toLowerCase() || String(stage.index) === copy.from,
    )
    if (from === undefined || copy.destination === undefined || !isWithin(path, copy.destination))
      continue
    const below = path === copy.destination ? '' : path.slice(copy.destination.length + 1)
    const candidates = copy.sources.flatMap((source) => [
      resolvePath('/', source),
      resolvePath(resolvePath('/', source), below),
      resolvePath('/', source.replace(/[^/]*$/, '') + below),
    ])
    const builder = factsOfStage(facts, from)
    const binary = findBinaries(builder).find((item) => candidates.includes(item.path))
    if (binary?.folder !== undefined) return { builder, folders: [binary.folder] }
  }
  return undefined
}

/** Where a program can be: the path that names it, or its name in every folder of PATH. */
function placesOf({ name, cwd }: Process, { final }: Facts): readonly string[] {
  if (name === undefined) return []
  const folders = final.config.Env.get('PATH')?.split(':') ?? []
  const places = name.includes('/')
    ? [resolvePath(cwd, name)]
    : folders.map((folder) => resolvePath(folder, name))
  return places.flatMap((path) => path ?? [])
}

import {
  findBinaries,
  goRun,
  placesOf,
  tagsOf,
  type GoCall,
} from '../../../facts/go/build-command.ts'
import { mainPackages, readSources } from '../../../facts/go/program-sources.ts'
import type { Facts } from '../../../facts/facts.ts'
import type { Process } from '../../../facts/follow/process.ts'
import { baseName, folderOf, resolvePath } from '../../../facts/image-path.ts'
import { processesOf } from './entries.ts'
import type { SeenProgram } from './seen-program.ts'

/** The main packages that the file builds or runs, each with all that it imports of the project. Whichever of them runs, what it reads is needed. */
export function goPrograms(facts: Facts): readonly SeenProgram[] {
  const processes = processesOf(facts)
  const started = processes.find(({ follows }) => !follows) ?? processes.at(-1)
  const evidence = started?.via.at(-1)
  if (evidence === undefined || started?.name === undefined) return []
  const { name, cwd } = started
  const binaries = findBinaries(facts).flatMap((binary) =>
    placesOf(binary, facts).map((path): GoCall => ({ ...binary, path })),
  )
  const calls = [...binaries, ...processes.flatMap((process) => goRun(process, facts))]
  const own = placeOf(started)
  const isKnown = processes.some((process) => {
    const place = placeOf(process)
    if (place !== undefined && facts.contextPath(place) !== undefined) return true
    return calls.some(({ path }) =>
      path === undefined || place === undefined
        ? baseName(path ?? 'go') === process.name
        : path === place,
    )
  })
  const gap = isKnown ? undefined : `${name} is made by a step that is not a \`go build\``
  const build = tagsOf(
    calls.map((call) => call.build),
    facts,
  )
  const named = calls.flatMap(({ folder }) => folder ?? [])
  if (named.length === 0 && facts.final.base.family !== 'golang') return []
  const folders = [...new Set(named.length === 0 ? mainPackages(facts, '') : named)]
  // Each alone, that what stands beside it is known; without any, what it does can't be ruled out.
  return (folders.length === 0 ? [[]] : folders.map((folder) => [folder])).map((inside) => {
    const sources = readSources(facts, inside, cwd, build)
    const places = calls.flatMap(({ folder, path }) =>
      folder !== undefined && inside.includes(folder) ? (path ?? []) : [],
    )
    const beside = [own, ...places].flatMap((path) => (path === undefined ? [] : folderOf(path)))
    const none = inside.length === 0 ? 'the sources are not in the build context' : undefined
    return {
      entry: { path: name, cwd, evidence },
      graph: sources.graph,
      built: undefined,
      go: { ...sources, gap: gap ?? none ?? sources.gap },
      // A path of its own is one beside the binary; `go run` has that in a transient folder.
      foldersOf: () => (beside.length === 0 ? ['/tmp'] : [...new Set(beside)]),
    }
  })
}

/** The path that a process names its program by. */
const placeOf = ({ name, cwd }: Process) =>
  name?.includes('/') === true ? resolvePath(cwd, name) : undefined

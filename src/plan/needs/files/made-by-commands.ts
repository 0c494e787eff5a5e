import { unknownMark } from '../../../dockerfile/shell/shell-script.ts'
import { commandOf, type Command } from '../../../facts/commands/command.ts'
import { effectsOf } from '../../../facts/effects/effects.ts'
import { writtenBy } from '../../../facts/effects/written-by.ts'
import { lineEvidence, type Evidence } from '../../../facts/evidence.ts'
import { placeIn, type Facts } from '../../../facts/facts.ts'
import { follow } from '../../../facts/follow/follow.ts'
import { isProcess, type Process } from '../../../facts/follow/process.ts'
import { findBinaries, goRun, isGo, placesOf, tagsOf } from '../../../facts/go/build-command.ts'
import { generatorsOf, namedByGenerators } from '../../../facts/go/generators.ts'
import { readSources } from '../../../facts/go/program-sources.ts'
import { toolBehindGo } from '../../../facts/go/tool-behind-go.ts'
import { folderOf, resolvePath } from '../../../facts/image-path.ts'
import { leavesOf } from '../../../facts/tool-rows.ts'
import type { ModuleGraph } from '../../../programs/module-graph.ts'
import { absolutePath } from '../../../programs/path-value.ts'
import { scriptOf } from '../seen/entries.ts'
import { followerOf } from '../seen/see-programs.ts'
import type { Seen } from '../seen/seen-program.ts'

/** A file or folder that a RUN is shown to make. */
export interface Made {
  readonly path: string
  readonly isFolder: boolean
}

const madeBefore = new WeakMap<Facts, readonly Made[]>()

/** What the RUNs of the file are shown to make, each command followed to the programs that do the work. */
export function madeBy(facts: Facts, seen: Seen): readonly Made[] {
  const known = madeBefore.get(facts)
  if (known !== undefined) return known
  const { commands } = facts.final
  const byProcess = processMaker(facts, seen)
  const made = commands.flatMap((command): readonly Made[] => {
    const own = effectsOf(command)
    if (own !== undefined) return createdBy(own)
    const leaves = leavesOf(command, facts)
    if (leaves?.isAll === true) return leaves.paths
    const evidence = lineEvidence(command.step.instruction)
    return [...(leaves?.paths ?? []), ...followed(command, evidence, facts).flatMap(byProcess)]
  })
  const generates = commands.some((command) => isGo(command, 'generate'))
  const generated = !generates
    ? []
    : [
        ...generatorsOf(facts).flatMap(({ command, evidence }) =>
          followed(command, evidence, facts).flatMap(byProcess),
        ),
        // The file before the folder that it lies in, for both may be named.
        ...namedByGenerators(facts)
          .toSorted((a, b) => b.length - a.length)
          .map((path) => ({ path, isFolder: false })),
      ]
  const built = findBinaries(facts).flatMap((binary) => placesOf(binary, facts))
  const all = [...made, ...built.map((path) => ({ path, isFolder: false })), ...generated]
  madeBefore.set(facts, all)
  return all
}

function followed(command: Command, evidence: Evidence, facts: Facts): readonly Process[] {
  const { final, stages, project, launchers } = facts
  const words = commandOf(
    command.argv.flatMap((word) => word ?? []),
    command.cwd,
  )
  const place = placeIn(final, stages, project)
  return follow(words, place, launchers, { via: [evidence] }).found.filter(isProcess)
}

/** What one program makes: by what is known of it, or by the writes of the project's own sources that it runs. */
function processMaker(facts: Facts, seen: Seen): (process: Process) => readonly Made[] {
  const see = followerOf(facts)
  const running = new Set(
    seen.programs.flatMap(({ graph }) => graph.modules).map(({ path }) => path),
  )
  const writesOf = (graph: ModuleGraph, cwd: string | undefined) =>
    graph.modules.flatMap((module) =>
      module.paths.flatMap(({ use, value }): readonly Made[] => {
        if (use !== 'writes-file' && use !== 'writes-folder') return []
        const place = facts.imagePath(module.path)
        const ownFolder = place === undefined ? undefined : folderOf(place)
        const path = absolutePath(value, { cwd, ownFolder })
        // Of what both share, each may call another part; a database is opened by both.
        return path === undefined || (running.has(module.path) && !isDatabase(path))
          ? []
          : [{ path, isFolder: use === 'writes-folder' || value.isPrefix }]
      }),
    )
  return (process) => {
    const { cwd } = process
    const script = scriptOf(process)
    const path = script === undefined ? undefined : resolvePath(cwd, script)
    const source = path === undefined ? undefined : facts.contextPath(path)
    const folders = goRun(process, facts).flatMap(({ folder }) => folder ?? [])
    return [
      ...createdBy(effectsOf(process) ?? []),
      ...rowsOf(toolBehindGo(process) ?? process),
      ...(source === undefined || !facts.project.isFile(source)
        ? []
        : writesOf(see(cwd)([source]), cwd)),
      ...(folders.length === 0
        ? []
        : writesOf(readSources(facts, folders, cwd, tagsOf([process], facts)).graph, cwd)),
    ]
  }
}

const isDatabase = (path: string) => /\.(db|sqlite3?|duckdb)$/.test(path)

const rowsOf = (command: Command): readonly Made[] =>
  (writtenBy(command) ?? []).filter(({ path }) => !path.includes(unknownMark))

const createdBy = (effects: NonNullable<ReturnType<typeof effectsOf>>): readonly Made[] =>
  effects.flatMap((effect) => (effect.kind === 'creates' ? [effect] : []))

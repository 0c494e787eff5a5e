import { interpreterOf } from '../../../dockerfile/shell/shells.ts'
import type { Facts } from '../../../facts/facts.ts'
import { folderOf } from '../../../facts/image-path.ts'
import { pathFolders } from '../../../knowledge/image-folders.ts'
import type { ModuleGraph } from '../../../programs/module-graph.ts'
import type { SourceFacts, SourceLine } from '../../../programs/source-facts.ts'
import type { Entry } from './entries.ts'
import { foldersOf } from './module-folders.ts'
import type { SeenProgram } from './seen-program.ts'

type Follow = (
  cwd: string | undefined,
  variables?: Entry['variables'],
) => (entries: readonly string[]) => ModuleGraph

/**
 * Scripts of the context that stand in a folder of PATH and that programs start by their names: read as any other script. What an
 * interpreter runs that nobody here reads may load anything beside it.
 */
export function pathScripts(
  programs: readonly SeenProgram[],
  follow: Follow,
  facts: Facts,
): readonly SeenProgram[] {
  const found: SeenProgram[] = []
  const seen = new Set<string>()
  const queue = [...programs]
  for (const { graph, entry } of queue)
    for (const module of graph.modules)
      for (const { name, at } of module.programs) {
        const script = name.includes('/') || seen.has(name) ? undefined : scriptOf(name, facts)
        seen.add(name)
        if (script === undefined) continue
        const { path, source, interpreter } = script
        const program: SeenProgram = {
          entry: { ...entry, path, evidence: { path: module.path, ...at } },
          built: undefined,
          graph: withInterpreter(
            follow(entry.cwd, entry.variables)([source]),
            source,
            interpreter,
            at,
          ),
          foldersOf: (item) =>
            item === source ? [folderOf(path)] : foldersOf(item, undefined, facts),
        }
        found.push(program)
        queue.push(program)
      }
  return found
}

/** The script that a name means: what a RUN or a COPY put on PATH, with its #! line. */
function scriptOf(name: string, { contextPath, project, realPath }: Facts) {
  for (const folder of pathFolders) {
    const source = contextPath(`${folder}/${name}`)
    const text = source === undefined ? undefined : project.read(source)
    const [interpreter] = text === undefined ? [] : (interpreterOf(text) ?? [])
    if (source !== undefined && interpreter !== undefined)
      return { path: realPath(`${folder}/${name}`), source, interpreter }
  }
  return undefined
}

function withInterpreter(
  graph: ModuleGraph,
  source: string,
  interpreter: string,
  at: SourceLine,
): ModuleGraph {
  const own: SourceFacts = {
    path: source,
    imports: [],
    paths: [],
    programs: [{ name: interpreter, args: [source], values: [], cwd: undefined, at }],
    ports: [],
    environment: [],
    gaps: [],
  }
  return {
    ...graph,
    modules: [...graph.modules, own],
    gaps:
      graph.modules.length > 0
        ? graph.gaps
        : [...graph.gaps, { what: 'loads', path: source, at: { line: 1, text: source } }],
  }
}

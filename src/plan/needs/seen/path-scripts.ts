import { posix } from 'node:path'
import { interpreterOf } from '../../../dockerfile/shell/shells.ts'
import type { Facts } from '../../../facts/facts.ts'
import { folderOf, resolvePath } from '../../../facts/image-path.ts'
import { pathFolders } from '../../../knowledge/images/image-folders.ts'
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
 * Scripts of the context that programs start by their names, in a folder of PATH, or by a path: read as any other script. Their first line
 * names a program that starts, too; what an interpreter runs that nobody here reads may load anything beside it.
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
        const key = name.includes('/') ? `${entry.cwd ?? ''} ${name}` : name
        const script = seen.has(key) ? undefined : scriptAt(placesOf(name, entry.cwd, facts), facts)
        seen.add(key)
        // What the graph has followed is read.
        if (script === undefined || graph.modules.some((item) => item.path === script.source))
          continue
        const { path, source } = script
        const program: SeenProgram = {
          entry: { ...entry, path, evidence: { path: module.path, ...at } },
          built: undefined,
          graph: withInterpreter(follow(entry.cwd, entry.variables)([source]), script, at),
          foldersOf: (item) =>
            item === source ? [folderOf(path)] : foldersOf(item, undefined, facts),
        }
        found.push(program)
        queue.push(program)
      }
  return found
}

/** Where a program may stand that is started by this name: in a folder of PATH; of a relative path, in the folder that the program runs in. */
function placesOf(name: string, cwd: string | undefined, facts: Facts): readonly string[] {
  if (!name.includes('/')) return pathFolders.map((folder) => `${folder}/${name}`)
  return [resolvePath(cwd, name) ?? name, ...elsewhere(name, facts)]
}

/** `cmd.Dir = "tools"` may stand anywhere: of a relative path, the one file of the context that ends with it. */
function elsewhere(name: string, { project, imagePath }: Facts): readonly string[] {
  const end = posix.normalize(name)
  if (end.startsWith('/') || end.startsWith('..')) return []
  const [first, ...others] = project.files().filter((file) => file.endsWith(`/${end}`))
  const path = first === undefined ? undefined : imagePath(first)
  return path === undefined || others.length > 0 ? [] : [path]
}

/** The first script of the places, with its #! line: what a RUN or a COPY put there. */
function scriptAt(places: readonly string[], { contextPath, project, realPath }: Facts) {
  for (const place of places) {
    const source = contextPath(place)
    const text = source === undefined ? undefined : project.read(source)
    const [interpreter] = text === undefined ? [] : (interpreterOf(text) ?? [])
    if (source !== undefined && interpreter !== undefined)
      return { path: realPath(place), source, interpreter }
  }
  return undefined
}

function withInterpreter(
  graph: ModuleGraph,
  { path, source, interpreter }: NonNullable<ReturnType<typeof scriptAt>>,
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
    // Beside a script of the project, the files that its text names come along.
    gaps:
      graph.modules.length > 0 || !pathFolders.includes(folderOf(path))
        ? graph.gaps
        : [...graph.gaps, { what: 'loads', path: source, at: { line: 1, text: source } }],
  }
}

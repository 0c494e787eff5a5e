import { commandOf } from '../../../facts/commands/command.ts'
import { placeIn, type Facts } from '../../../facts/facts.ts'
import { follow } from '../../../facts/follow/follow.ts'
import { isProcess, type Process } from '../../../facts/follow/process.ts'
import type { ModuleGraph } from '../../../programs/module-graph.ts'

const seenBefore = new WeakMap<ModuleGraph, readonly Process[]>()

/** What the sources of a program start, each command followed to the programs that do the work: `npm run migrate`, `npx prisma migrate deploy`. */
export function startedProcesses(
  graph: ModuleGraph,
  cwd: string | undefined,
  { final, stages, project, launchers }: Facts,
): readonly Process[] {
  const seen = seenBefore.get(graph)
  if (seen !== undefined) return seen
  const place = placeIn(final, stages, project)
  const found = graph.modules.flatMap(({ path, programs }) =>
    programs.flatMap(({ name, args, at }) =>
      follow(commandOf([name, ...args], cwd), place, launchers, {
        via: [{ path, ...at }],
      }).found.filter(isProcess),
    ),
  )
  seenBefore.set(graph, found)
  return found
}

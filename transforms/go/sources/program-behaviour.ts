import {
  absolutePath,
  behaviourOf,
  folderOf,
  programBehaviour,
  unknownStore,
  type Behaviour,
  type ProgramSources,
} from '../../../src/transform.ts'

/** What the program does when it runs. Paths are taken from the folder that it is started in; of files that it writes, the folder counts. */
export function goBehaviour(sources: ProgramSources, cwd: string | undefined): Behaviour {
  const { graph, gap } = sources
  const seen = behaviourOf(graph, ({ value }) => {
    const path = absolutePath(value, { cwd, ownFolder: undefined })
    return path === undefined ? [] : [path]
  })
  const writes = seen.writes.map((write) =>
    write.isFolder ? write : { ...write, path: folderOf(write.path), isFolder: true },
  )
  const own = programBehaviour({ ...seen, writes })
  return gap === undefined
    ? { ...own, writesElsewhere: own.writesElsewhere ?? unknownStore(sources) }
    : { ...own, writesElsewhere: `what the program writes can't be told: ${gap}` }
}

import { placeOf } from '../../../facts/evidence.ts'
import { folderOf, isTransient } from '../../../facts/image-path.ts'
import { isStore, isToldWhere } from '../../../knowledge/npm-packages/index.ts'
import { behaviourOf } from '../../../programs/behaviour.ts'
import { absolutePath } from '../../../programs/path-value.ts'
import { programBehaviour } from '../../program-behaviour.ts'
import type { Behaviour } from '../../behaviour.ts'
import { pythonStore } from './python-stores.ts'
import type { Seen, SeenProgram } from './seen-program.ts'

/** What a transform says of a program, and what is seen besides. Neither takes back what the other says. */
export function withSeen(
  said: Behaviour,
  { programs, packages, uses, statements, repositories, python }: Seen,
): Behaviour {
  const own = [said, ...programs.map(seenBehaviour)]
  const isTold = own.some(({ writes }) => writes.some(({ isFolder }) => isFolder !== true))
  const all = [...own, behaviourOfPackages(packages, isTold)]
  const ofTools = uses.filter(({ use, path }) => use === 'writes' && !isTransient(path))
  return {
    writes: firstOf([...all.flatMap(({ writes }) => writes), ...ofTools], ({ path }) => path),
    writesElsewhere:
      statements.writes === undefined
        ? (all.find(({ writesElsewhere }) => writesElsewhere !== undefined)?.writesElsewhere ??
          pythonStore(programs) ??
          python.unseenWrites)
        : undefined,
    needsRoot:
      all.find(({ needsRoot }) => needsRoot !== undefined)?.needsRoot ?? rightOfGit(repositories),
    absences: all.flatMap(({ absences = [] }) => absences),
    ports: [...new Set(all.flatMap(({ ports }) => ports))],
    namedPorts: all.flatMap(({ namedPorts = [] }) => namedPorts),
    programs: firstOf(
      [
        ...all.flatMap(({ programs: started }) => started),
        ...(statements.programs ?? []).map(({ text, evidence }) => ({ name: text, evidence })),
      ].map((program): Behaviour['programs'][number] => program),
      ({ name, args = [] }) => [name, ...args].join(' '),
    ),
  }
}

/** git reads no repository of another user, and a COPY brings root's: https://git-scm.com/docs/git-config#Documentation/git-config.txt-safedirectory */
export function rightOfGit([first]: Seen['repositories']): string | undefined {
  if (first === undefined) return undefined
  return `${placeOf(first.evidence)} asks git about ${folderOf(first.path)}, which belongs to root`
}

/** What the packages of a program do by themselves; `isTold` says that it names a file to write. */
function behaviourOfPackages(packages: Seen['packages'], isTold: boolean): Behaviour {
  const writer = packages.find(({ row }) => isStore(row) || (!isTold && isToldWhere(row)))
  return {
    writes: [],
    writesElsewhere:
      writer === undefined ? undefined : `${writer.name} keeps files where only a run shows`,
    ports: [],
    programs: packages.flatMap(({ row, evidence }) =>
      (row.programs?.split(' ') ?? []).map((name) => ({ name, evidence })),
    ),
  }
}

/** What one program is seen to do. */
export function seenBehaviour({ graph, entry, foldersOf }: SeenProgram): Behaviour {
  const seen = programBehaviour(
    behaviourOf(graph, ({ value }, path) =>
      foldersOf(path).flatMap(
        (ownFolder) => absolutePath(value, { cwd: entry.cwd, ownFolder }) ?? [],
      ),
    ),
  )
  const [unread] = graph.unread
  return unread === undefined
    ? seen
    : { ...seen, writesElsewhere: `where ${unread} writes is not known` }
}

function firstOf<T>(items: readonly T[], key: (item: T) => string): readonly T[] {
  return [...new Map(items.toReversed().map((item) => [key(item), item])).values()].reverse()
}

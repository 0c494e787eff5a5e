import type { Evidence } from '../../../facts/evidence.ts'
import type { Facts } from '../../../facts/facts.ts'
import { homeOf } from '../../../facts/stages/home-of-root.ts'
import { isTransient, isWithin, resolvePath } from '../../../facts/image-path.ts'
import { absolutePath, type PathValue } from '../../../programs/path-value.ts'
import type { SourceLine } from '../../../programs/source-facts.ts'
import { viewOf, type StageView } from '../../view/stage-view.ts'
import { packagePaths } from './beside-modules.ts'
import { madeBy, type Made } from './made-by-commands.ts'
import { processesOf } from '../seen/entries.ts'
import type { FileNeed } from '../seen/file-need.ts'
import type { Seen } from '../seen/seen-program.ts'

interface Wanted {
  readonly path: string
  readonly evidence: Evidence
  /** Undefined where it is only read. */
  readonly startedBy?: 'container' | 'sources' | undefined
}

/**
 * Files that the program reads or starts, and that no copy brings: a RUN is shown to make them, by what its commands do or by the writes of
 * the script that it runs.
 */
export function madeNeeds(seen: Seen, facts: Facts, view: StageView): readonly FileNeed[] {
  const wanted = wantedPaths(seen, facts).filter(
    ({ path }) =>
      facts.contextPath(path) === undefined && !isTransient(path) && view.has(path) === 'no',
  )
  if (wanted.length === 0) return []
  const made = madeBy(facts, seen)
  const author = viewOf(facts.final, facts)
  return wanted.flatMap(({ path, evidence, startedBy }): readonly FileNeed[] => {
    const found =
      heldBy(path, made) ??
      (mayBeThere(path, startedBy, author) ? { path, isFolder: false } : undefined)
    return found === undefined ? [] : [{ ...found, contextPath: undefined, evidence }]
  })
}

/** What the container starts is there, or it never ran; what a source starts may be of another machine: `/usr/sbin/nginx`. */
function mayBeThere(path: string, by: Wanted['startedBy'], author: StageView): boolean {
  if (by === undefined) return false
  return by === 'container' ? author.has(path) !== 'no' : author.isMade(path) !== 'no'
}

/** What is made at a path, or the folder or link that it lies in. */
function heldBy(path: string, made: readonly Made[]): Made | undefined {
  const found = made.find((item) => isWithin(path, item.path))
  return found === undefined || found.path === path ? found : { ...found, isFolder: true }
}

function wantedPaths({ programs, packages, uses }: Seen, facts: Facts): readonly Wanted[] {
  const read = programs.flatMap(({ graph, entry, foldersOf }) =>
    graph.modules.flatMap((module) => {
      const pathsOf = (value: PathValue, at: SourceLine, startedBy?: 'sources') =>
        foldersOf(module.path).flatMap((ownFolder): readonly Wanted[] => {
          const path = absolutePath(value, { cwd: entry.cwd, ownFolder, home: homeOf(facts.final) })
          return path === undefined
            ? []
            : [{ path, startedBy, evidence: { path: module.path, ...at } }]
        })
      return [
        ...module.paths
          .filter(({ use, value }) => use !== 'names' || value.base === 'home')
          .flatMap(({ value, at }) => pathsOf(value, at)),
        ...module.programs.flatMap(({ name, values: [value], at }) =>
          value === undefined || !name.includes('/') ? [] : pathsOf(value, at, 'sources'),
        ),
      ]
    }),
  )
  const named = processesOf(facts).flatMap(({ name, args, cwd, via }) => {
    const evidence = via.at(-1)
    if (evidence === undefined) return []
    return [name?.includes('/') === true ? name : undefined, ...args].flatMap(
      (word, i): readonly Wanted[] => {
        const path =
          word === undefined || /^-|:\/\//.test(word) ? undefined : resolvePath(cwd, word)
        if (path === undefined || path === cwd) return []
        return [{ path, evidence, startedBy: i === 0 ? 'container' : undefined }]
      },
    )
  })
  return [
    ...read,
    ...named,
    ...programs.flatMap(packagePaths),
    ...uses,
    ...packages.flatMap(({ row, cwd, evidence }) =>
      (row.files ?? []).flatMap((file) => {
        const path = resolvePath(cwd, file)
        return path === undefined ? [] : [{ path, evidence }]
      }),
    ),
  ]
}

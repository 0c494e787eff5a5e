import type { Evidence } from '../../../facts/evidence.ts'
import { isWithin } from '../../../facts/image-path.ts'
import { absolutePath, isTelling } from '../../../programs/path-value.ts'
import type { PathUse, SourceFacts } from '../../../programs/source-facts.ts'
import type { Seen, SeenProgram } from '../seen/seen-program.ts'

/** A line of a program that reads or loads what only a run shows, or that starts an interpreter which finds its sources by their names; or a script that nobody has read. */
export interface FileGap {
  readonly what: 'reads' | 'loads' | 'interprets' | 'hides'
  readonly evidence: Evidence
}

/** Where it can't be told which files the program needs. */
export function fileGapsOf({ programs, unread, statements }: Seen): readonly FileGap[] {
  // The sources of a binary are no files of its program; what it reads by a computed path comes from flags and variables.
  const run = programs.filter(({ go }) => go === undefined)
  const ofRequests = programs.flatMap((program) =>
    program.go === undefined
      ? []
      : program.graph.modules.flatMap((module) =>
          anyOfAll(module, program).map(({ at }) => ({
            what: 'reads' as const,
            evidence: { path: module.path, ...at },
          })),
        ),
  )
  const hidden = statements.reads === undefined ? unread : []
  const ofScripts = hidden.map(({ evidence }) => ({ what: 'hides', evidence }) as const)
  const ofPrograms = run.flatMap((program): readonly FileGap[] => {
    const { graph, entry, isWhole } = program
    return [
      ...(isWhole === true ? [{ what: 'interprets', evidence: entry.evidence } as const] : []),
      ...graph.gaps.flatMap(({ what, path, at }) =>
        what === 'loads' ? [{ what, evidence: { path, ...at } }] : [],
      ),
      ...graph.modules.flatMap((module) =>
        [...module.gaps.filter(({ what }) => what === 'reads'), ...anyOfAll(module, program)].map(
          ({ at }) => ({ what: 'reads' as const, evidence: { path: module.path, ...at } }),
        ),
      ),
    ]
  })
  return [...ofScripts, ...ofPrograms, ...ofRequests]
}

/**
 * Where a module reads the folder that the program runs in, or one above: all of it, or by a name of which nothing is known.
 * `readdir('.')`, `path.join(__dirname, '..', name)`
 */
const anyOfAll = (
  { path, paths }: SourceFacts,
  { entry: { cwd = '/' }, foldersOf }: SeenProgram,
): readonly PathUse[] =>
  paths.filter(
    ({ use, value }) =>
      use === 'reads' &&
      !isTelling(value) &&
      isWithin(cwd, absolutePath(value, { cwd, ownFolder: foldersOf(path)[0] }) ?? '-'),
  )

import type { Evidence } from '../../../facts/evidence.ts'
import type { Seen } from '../seen/seen-program.ts'

/** A line of a program that reads or loads what only a run shows, or that starts an interpreter which finds its sources by their names; or a script that nobody has read. */
export interface FileGap {
  readonly what: 'reads' | 'loads' | 'interprets' | 'hides'
  readonly evidence: Evidence
}

/** Where it can't be told which files the program needs. */
export function fileGapsOf({ programs, unread, statements }: Seen): readonly FileGap[] {
  // The sources of a binary are no files of its program; what it reads by a computed path comes from flags and variables.
  const run = programs.filter(({ go }) => go === undefined)
  const hidden = statements.reads === undefined ? unread : []
  const ofScripts = hidden.map(({ evidence }) => ({ what: 'hides', evidence }) as const)
  const ofPrograms = run.flatMap(({ graph, entry, isWhole }): readonly FileGap[] => [
    ...(isWhole === true ? [{ what: 'interprets', evidence: entry.evidence } as const] : []),
    ...graph.gaps.flatMap(({ what, path, at }) =>
      what === 'loads' ? [{ what, evidence: { path, ...at } }] : [],
    ),
    ...graph.modules.flatMap(({ path, gaps }) =>
      gaps.flatMap(({ what, at }) =>
        what === 'reads' ? [{ what, evidence: { path, ...at } }] : [],
      ),
    ),
  ])
  return [...ofScripts, ...ofPrograms]
}

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
export function fileGapsOf({ programs, unread, statements, python }: Seen): readonly FileGap[] {
  const hidden = statements.reads === undefined ? unread : []
  const ofScripts = hidden.map(({ evidence }) => ({ what: 'hides', evidence }) as const)
  const ofPrograms = programs.flatMap((program): readonly FileGap[] => {
    const { graph, entry, isWhole, go } = program
    const reads = (module: SourceFacts): readonly Pick<PathUse, 'at'>[] => [
      // What a binary reads by a computed path comes from flags and variables.
      ...(go === undefined ? module.gaps.filter(({ what }) => what === 'reads') : []),
      ...wholeFolders(module, program),
    ]
    return [
      ...(isWhole === true ? [{ what: 'interprets', evidence: entry.evidence } as const] : []),
      // The sources of a binary are no files of its program.
      ...(go === undefined ? graph.gaps : []).flatMap(({ what, path, at }) =>
        what === 'loads' ? [{ what, evidence: { path, ...at } }] : [],
      ),
      ...graph.modules.flatMap((module) =>
        reads(module).map(
          ({ at }) => ({ what: 'reads', evidence: { path: module.path, ...at } }) as const,
        ),
      ),
    ]
  })
  const ofPython =
    python.start === undefined ? [] : [{ what: 'interprets', evidence: python.start } as const]
  return [...ofScripts, ...ofPython, ...ofPrograms]
}

/**
 * Where a module reads the folder that the program runs in, or one above: all of it, or by a name of which nothing is known.
 * `readdir('.')`, `path.join(__dirname, '..', name)`
 */
const wholeFolders = (
  { path, paths }: SourceFacts,
  { entry: { cwd = '/' }, foldersOf }: SeenProgram,
): readonly PathUse[] =>
  paths.filter(({ use, value }) => {
    const folder =
      use === 'reads' && !isTelling(value)
        ? absolutePath(value, { cwd, ownFolder: foldersOf(path)[0] })
        : undefined
    return folder !== undefined && isWithin(cwd, folder)
  })

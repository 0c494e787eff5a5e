import type { Copy } from '../../facts/copy.ts'
import type { Evidence } from '../../facts/evidence.ts'
import type { Facts } from '../../facts/facts.ts'
import { viewOf } from '../view/stage-view.ts'
import { localPackageNeeds } from './local-packages.ts'
import { madeNeeds } from './made-files.ts'
import { namedNeeds } from './named-files.ts'
import type { FileNeed } from './file-need.ts'
import { fileNeedsOf } from './file-needs.ts'
import { seePrograms } from './see-programs.ts'
import type { Seen } from './seen-program.ts'

/** The program of the new file, in the author's image: a start command that the split changes is the new one. */
export const seeAgain = (before: Facts, after: Facts): Seen => seePrograms(asStarted(before, after))

function asStarted(before: Facts, after: Facts): Facts {
  const isSame = JSON.stringify(before.start?.argv) === JSON.stringify(after.start?.argv)
  return isSame ? before : { ...before, start: after.start }
}

/** The files that the program needs, and that the new image does not have where the author's has them. */
export function lackingFiles(seen: Seen, before: Facts, after: Facts): readonly FileNeed[] {
  const view = viewOf(after.final, after)
  const facts = asStarted(before, after)
  const needs = [
    ...fileNeedsOf(seen, before),
    ...namedNeeds(facts),
    ...localPackageNeeds(seen, before),
    ...madeNeeds(seen, facts, view),
  ]
  return [...new Map(needs.map((need) => [need.path, need])).values()].filter(
    ({ contextPath, path }) =>
      (contextPath === undefined ? view.has(path) : view.hasCopyOf(contextPath, path)) === 'no',
  )
}

/** A line of a program that reads or loads what only a run shows. */
export interface FileGap {
  readonly what: 'reads' | 'loads'
  readonly evidence: Evidence
}

/** Where it can't be told which files the program needs. */
export function fileGapsOf({ programs }: Seen): readonly FileGap[] {
  // The sources of a binary are no files of its program; what it reads by a computed path comes from flags and variables.
  const run = programs.filter(({ isCompiled }) => isCompiled !== true)
  return run.flatMap(({ graph }) => [
    ...graph.gaps.flatMap(({ what, path, at }) =>
      what === 'loads' ? [{ what, evidence: { path, ...at } }] : [],
    ),
    ...graph.modules.flatMap(({ path, gaps }) =>
      gaps.flatMap(({ what, at }) =>
        what === 'reads' ? [{ what, evidence: { path, ...at } }] : [],
      ),
    ),
  ])
}

/** The author's copies of which the new image lacks something. */
export function lackingCopies(before: Facts, after: Facts): readonly Copy[] {
  const view = viewOf(after.final, after)
  return before.final.copies.filter(({ paths }) =>
    paths.some(({ source, target }) => view.hasCopyOf(source, target) === 'no'),
  )
}

import type { Facts } from '../../facts/facts.ts'
import { viewOf } from '../view/stage-view.ts'
import { fileNeedsOf, type FileNeed } from './file-needs.ts'
import { seePrograms, type Seen } from './seen-program.ts'

/** The program of the new file, in the author's image: a start command that the split changes is the new one. */
export function seeAgain(before: Facts, after: Facts): Seen {
  const isSame = JSON.stringify(before.start?.argv) === JSON.stringify(after.start?.argv)
  return seePrograms(isSame ? before : { ...before, start: after.start })
}

/** The files that the program needs, and that the new image does not have where the author's has them. */
export function lackingFiles(seen: Seen, before: Facts, after: Facts): readonly FileNeed[] {
  const view = viewOf(after.final, after)
  return fileNeedsOf(seen, before).filter(
    ({ contextPath, path }) => view.hasCopyOf(contextPath, path) === 'no',
  )
}

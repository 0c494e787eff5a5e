import { deletedArtifact } from '../needs/lost/lost-artifact.ts'
import { lostCopy } from '../needs/lost/lost-copy.ts'
import type { PromiseCheck } from './promise.ts'

/**
 * What the author's COPY and ADD put into a folder is still in it where the runtime stage takes that folder from the builder, and what it takes it
 * keeps.
 */
export const copiedFiles: PromiseCheck = {
  code: 'promise-copied-file',
  check: ({ isSplit, before, after }) => {
    if (!isSplit) return undefined
    const deleted = deletedArtifact(before, after)
    if (deleted !== undefined)
      return `the runtime stage takes ${deleted} from the builder and deletes it again`
    const lost = lostCopy(before, after)
    return (
      lost &&
      `the runtime stage takes ${lost.taken} without what line ${lost.instruction.line} puts there`
    )
  },
}

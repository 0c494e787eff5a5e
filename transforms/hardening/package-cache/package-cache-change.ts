import type { Change, Edit, Facts, Step } from '../../../src/transform.ts'
import { evidenceOf } from '../evidence.ts'

/** What is said of caches that are cleaned up, are in mounts, or both. `instead` says why none is in a mount. */
export function packageCacheChange(
  edits: readonly Edit[],
  mounted: ReadonlyMap<Step, unknown>,
  instead: string | undefined,
  input: Facts,
): Change {
  const common = {
    rule: 'package-cache',
    risk: 'safe' as const,
    evidence: edits.map(({ instruction }) => evidenceOf(instruction, input)),
  }
  const inMounts = new Set([...mounted.keys()].map(({ instruction }) => instruction))
  const hasCleanUps = edits.some(({ instruction }) => !inMounts.has(instruction))
  if (inMounts.size > 0)
    return {
      ...common,
      title: `Keep package caches in mounts of the build${hasCleanUps ? ', and clean up the others' : ''}`,
      why: 'The builder keeps them from one build to the next, and no layer holds them: what a new build needs besides is all that is fetched.',
    }
  const why =
    'What a RUN leaves behind ships with its layer; a later RUN can hide it, but not take it out.'
  return {
    ...common,
    title: 'Leave package lists and caches out of the image',
    why: instead === undefined ? why : `${why} ${instead}`,
  }
}

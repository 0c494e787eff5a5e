import type { Pull } from '../forge.ts'
import { type Marker, readMarker } from '../marker.ts'

/** What a service needs now, from its newest pull request and what it would change today. */
export type Decision =
  /** Nothing is there: a branch and a pull request. */
  | { readonly act: 'open' }
  /** It is as it would be made today. */
  | { readonly act: 'keep'; readonly pull: Pull }
  /** Ours, and made from other files than there are now. */
  | { readonly act: 'rebuild'; readonly pull: Pull }
  /** Only the marker lags behind: a run was stopped between its commit and its words. */
  | { readonly act: 'repair'; readonly pull: Pull }
  /** Ours, and there is nothing to change any more. */
  | { readonly act: 'obsolete'; readonly pull: Pull }
  /** There is nothing to change, and no pull request. */
  | { readonly act: 'none' }
  /** A person has committed to the branch. */
  | { readonly act: 'leave'; readonly pull: Pull }
  | { readonly act: 'merged'; readonly pull: Pull }
  /** A person has closed it. */
  | { readonly act: 'declined'; readonly pull: Pull }

/** What a service's files would be today. */
export interface Wanted {
  readonly content: string
  /** What these files replace on the base. */
  readonly input: string
  /** The base branch's commit. */
  readonly base: string
}

/** What a head holds that the program made. */
export interface OwnHead {
  readonly content: string
  readonly input: string
  /** The commit that it stands on. */
  readonly parent: string
}

/**
 * Decides by data alone. `pulls` are those of the service's branch, newest first; `isOurCommit` tells of a head that the marker does
 * not name whether the program made it (a run that was killed before it could write the marker); `wanted` is undefined where nothing
 * is to be changed. A person's wish always counts more: commits on the branch, closing, merging.
 */
export function decide(
  pulls: readonly Pull[],
  wanted: Wanted | undefined,
  options: {
    readonly reopen: boolean
    readonly ownHead: OwnHead | undefined
  },
): Decision {
  const pull = pulls.find(({ state }) => state === 'open') ?? pulls[0]
  if (pull === undefined) return wanted === undefined ? { act: 'none' } : { act: 'open' }
  const marker = readMarker(pull.body)
  switch (pull.state) {
    case 'open':
      return decideOpen(pull, marker, wanted, options.ownHead)
    case 'merged':
      if (options.reopen && wanted !== undefined && wanted.content !== marker?.content)
        return { act: 'open' }
      return { act: 'merged', pull }
    case 'closed': {
      const isOurs = marker?.closed === true
      if (wanted !== undefined && (isOurs || options.reopen)) return { act: 'open' }
      return isOurs ? { act: 'none' } : { act: 'declined', pull }
    }
  }
}

function decideOpen(
  pull: Pull,
  marker: Marker | undefined,
  wanted: Wanted | undefined,
  ownHead: OwnHead | undefined,
): Decision {
  // Without a marker it is a person's: opened by hand from our branch, or rewritten.
  if (marker === undefined) return { act: 'leave', pull }
  const isAsMarked = marker.head === pull.head
  if (!isAsMarked && ownHead === undefined) return { act: 'leave', pull }
  if (wanted === undefined) return { act: 'obsolete', pull }
  if (isAsMarked) {
    // A conflict, as hosts tell it, can be one that they have not yet looked into; that the files have changed on the base is sure.
    const isSame = marker.content === wanted.content && marker.input === wanted.input
    return { act: isSame ? 'keep' : 'rebuild', pull }
  }
  const isSame = ownHead?.content === wanted.content && ownHead.input === wanted.input
  return { act: isSame ? 'repair' : 'rebuild', pull }
}

/** Does the decision hang on who made the branch's head? Asking costs a request. */
export function asksForHead(pulls: readonly Pull[]): Pull | undefined {
  const open = pulls.find(({ state }) => state === 'open')
  const marker = open && readMarker(open.body)
  return marker !== undefined && marker.head !== open?.head ? open : undefined
}

import { journalsIn, type KnownRun, runsOf } from '../../apply/journal/read.ts'
import type { RecordedGroup } from '../../apply/journal/record.ts'
import { type GroupFate, planBack } from '../../apply/journal/take-back.ts'
import { isWithin } from '../../project/relative-path.ts'

/** A run of one journal, as far as it is asked about, and what would become of it. */
export interface FoundRun {
  readonly run: KnownRun
  readonly plan: readonly GroupFate[]
  /** What is not asked about. */
  readonly others: readonly RecordedGroup[]
}

export interface Found {
  /** The last run, in each journal that it has a part in; empty where there is none. */
  readonly last: readonly FoundRun[]
  /** Runs after it of which nothing can be taken back still. */
  readonly stuck: readonly FoundRun[]
  /** Files that are no record of this version. */
  readonly unread: readonly string[]
}

/** Finds the last run that wrote below these folders (their real paths) and was not taken back yet. Writes nothing. */
export function findLastRun(place: string, scope: readonly string[]): Found {
  const unread: string[] = []
  const stuck: FoundRun[] = []
  const candidates: FoundRun[] = []
  for (const { folder, head } of journalsIn(place)) {
    if (!scope.some((each) => isWithin(each, head.root) || isWithin(head.root, each))) continue
    for (const run of runsOf(folder)) {
      if (typeof run === 'string') {
        unread.push(run)
        continue
      }
      const found = inScope(run, scope)
      if (found.plan.length === 0) continue
      if (isOpen(found)) {
        candidates.push(found)
        break
      }
      stuck.push(found)
    }
  }
  const newest = candidates.reduce<FoundRun | undefined>(
    (best, each) => (best === undefined || each.run.head.at > best.run.head.at ? each : best),
    undefined,
  )
  const last = candidates.filter(({ run }) => run.head.run === newest?.run.head.run)
  const isLater = ({ run }: FoundRun): boolean =>
    newest === undefined || run.head.at > newest.run.head.at
  return { last, stuck: stuck.filter(isLater), unread }
}

/** A file that is named counts as its folder does. */
function inScope(run: KnownRun, scope: readonly string[]): FoundRun {
  const isAsked = ({ files }: RecordedGroup): boolean => {
    const path = files.at(-1)?.path ?? ''
    return scope.some((each) => isWithin(each, path))
  }
  return {
    run,
    plan: planBack(run.groups.filter(isAsked)),
    others: run.groups.filter((group) => !isAsked(group)),
  }
}

/** What was tried once and can't be taken back yet does not stand in the way of the run before. */
function isOpen({ plan }: FoundRun): boolean {
  return plan.some(
    ({ group, fates }) => group.isLeft !== true || fates.some(({ kind }) => kind !== 'left'),
  )
}

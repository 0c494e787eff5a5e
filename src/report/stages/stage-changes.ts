import type { FileReport } from '../file-report.ts'
import { type StageView, stagesOf } from './stage-views.ts'

/** The stages of a file before and after; `isSame` where only what is in them changes. */
export interface StageChange {
  readonly before: readonly StageView[]
  readonly after: readonly StageView[]
  readonly isSame: boolean
}

/** The stages of a migrated file; undefined for every other one. */
export function stageChange({ result }: FileReport): StageChange | undefined {
  if (result.outcome !== 'migrated') return undefined
  const before = stagesOf(result.before)
  const after = stagesOf(result.after)
  if (before === undefined || after === undefined) return undefined
  return { before, after, isSame: JSON.stringify(before) === JSON.stringify(after) }
}

/** What a diagram shows of a file: its stages before and after, or once where they stay. `id` is a word. */
export function shownStages({ before, after, isSame }: StageChange): readonly {
  readonly id: string
  readonly title: string
  readonly stages: readonly StageView[]
}[] {
  return isSame
    ? [{ id: 'both', title: 'before and after', stages: after }]
    : [
        { id: 'before', title: 'before', stages: before },
        { id: 'after', title: 'after', stages: after },
      ]
}

/** How many there are: '1 → 2', or one number where that stays; empty where it is not known. */
export function stagesText(report: FileReport): string {
  const change = stageChange(report)
  if (change === undefined) return report.stages === undefined ? '' : String(report.stages)
  const { before, after } = change
  return before.length === after.length
    ? String(after.length)
    : `${before.length} → ${after.length}`
}

import type { StageFacts } from '../../src/transform.ts'
import { isProduction, type Work } from './work.ts'

/** The state that installs and prunes leave behind, the last one deciding. */
export function hasDevDependencies(works: readonly Work[], root: string): boolean {
  let has = false
  for (const work of works)
    for (const task of work.tasks) {
      if (task.kind !== 'manager' || task.cwd !== root) continue
      const { kind } = task.call
      if (kind === 'install') has = !isProduction(task, work)
      else if (kind === 'add') has = has || !isProduction(task, work)
      else if (kind === 'prune' && isProduction(task, work)) has = false
    }
  return has
}

/** npm as the image brings it, or as a RUN installs it. https://nodejs.org/en/about/previous-releases */
export function npmMajor({ base }: StageFacts, works: readonly Work[]): number | undefined {
  const named = works
    .flatMap(({ tasks }) => tasks)
    .flatMap((task) =>
      task.kind === 'manager' && task.call.kind === 'global' ? task.call.packages : [],
    )
    .findLast((spec) => /^npm(@|$)/.test(spec))
  if (named !== undefined) return Number(/^npm@\D*(\d+)/.exec(named)?.[1] ?? 10)
  if (base.family !== 'node') return undefined
  const node = Number(/^v?(\d+)/.exec(base.version ?? '')?.[1] ?? 24)
  return node >= 15 ? 7 : 6
}

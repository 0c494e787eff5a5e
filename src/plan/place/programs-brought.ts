import type { Facts } from '../../facts/facts.ts'
import { pathFolders } from '../../knowledge/image-folders.ts'
import { packageOfProgram } from '../../knowledge/programs.ts'
import { needsOf } from '../base/runtime-needs.ts'
import type { FullSplit } from '../split.ts'

/**
 * Programs that run time starts and that the author's RUNs alone can have brought: no image, package or COPY has one of the name, and the
 * author's image runs.
 */
export function programsBrought(facts: Facts, split: FullSplit): readonly string[] {
  const { base } = facts.final
  const manager = base.packageManager
  return needsOf(facts, split, [])
    .map(({ program }) => program)
    .filter(
      (program) =>
        base.hasProgram(program) !== true &&
        split.providesProgram(program) === undefined &&
        (manager === undefined || packageOfProgram(manager, program) === undefined) &&
        pathFolders.every((folder) => facts.contextPath(`${folder}/${program}`) === undefined),
    )
}

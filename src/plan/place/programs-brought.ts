import { effectsOf } from '../../facts/effects/effects.ts'
import type { Facts } from '../../facts/facts.ts'
import { baseName } from '../../facts/image-path.ts'
import { pathFolders } from '../../knowledge/images/image-folders.ts'
import { packageOfProgram } from '../../knowledge/programs.ts'
import { needsOf } from '../base/runtime-needs.ts'
import type { FullSplit } from '../split.ts'

/**
 * Programs that run time starts and that only an archive can have brought: no image, package, COPY, build or other command has one of the name,
 * and the author's image runs.
 */
export function programsBrought(facts: Facts, split: FullSplit): readonly string[] {
  const { base } = facts.final
  const manager = base.packageManager
  // By a build, or by a command that says what it makes.
  const effects = facts.final.commands.flatMap((command) => effectsOf(command) ?? [])
  const made = new Set([
    ...split.artifacts.map(({ path, target = path }) => baseName(target)),
    ...effects.flatMap((effect) => (effect.kind === 'creates' ? [baseName(effect.path)] : [])),
  ])
  return needsOf(facts, split, [])
    .map(({ program }) => program)
    .filter(
      (program) =>
        base.hasProgram(program) !== true &&
        split.providesProgram(program) === undefined &&
        (manager === undefined || packageOfProgram(manager, program) === undefined) &&
        pathFolders.every((folder) => facts.contextPath(`${folder}/${program}`) === undefined) &&
        !made.has(program),
    )
}

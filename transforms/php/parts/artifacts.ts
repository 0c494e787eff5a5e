import {
  baseName,
  effectsOf,
  isWithin,
  type Artifact,
  type Instruction,
  type RunCommand,
  type Step,
} from '../../../src/transform.ts'
import { placeAppCommand } from './app-commands.ts'
import type { AppFiles } from '../app/app-files.ts'
import type { Made } from '../composer/leavings.ts'

/** What the runtime stage takes from the builder: what composer has made, and the folders that come whole. */
export function artifactsOf(files: AppFiles, lastBuild: number): readonly Artifact[] {
  const whole = files.whole.flatMap(({ path, evidence }) => {
    const last = files.app.stage.steps.findLast((step) => worksIn(step, path, files, lastBuild))
    return last === undefined ? [] : [{ path, isFolder: true, by: last.instruction, evidence }]
  })
  const placed =
    (isWhole: boolean) =>
    ({ by, ...artifact }: Made) => ({
      ...artifact,
      after: placeOf(by, isWhole ? artifact.path : undefined, files, lastBuild),
    })
  return [...files.made.map(placed(false)), ...whole.map(placed(true))]
}

/** Whether a step of the build puts files into a folder, or changes them. */
function worksIn(step: Step, folder: string, files: AppFiles, lastBuild: number): boolean {
  const { copies, commands } = files.app.stage
  if (step.instruction.keyword === 'RUN')
    return commands.some(
      (command) => command.step === step && changes(command, folder, files, lastBuild),
    )
  return copies.some(
    (copy) =>
      copy.step === step &&
      copy.paths.some(({ target }) => isWithin(target, folder) || isWithin(folder, target)),
  )
}

function changes(command: RunCommand, folder: string, files: AppFiles, lastBuild: number): boolean {
  const isThere = command.cwd !== undefined && isWithin(command.cwd, folder)
  if (files.assets?.commands.has(command) === true) return isThere
  const effects = effectsOf(command) ?? []
  return (
    files.projects.some(({ commands }) => commands.some((other) => other.command === command)) ||
    (isThere && effects.length === 0 && placeAppCommand(command, files, lastBuild) === 'build') ||
    effects.some(
      (effect) =>
        effect.kind !== 'users' &&
        isWithin(effect.path, folder) &&
        !(effect.kind === 'changes' && effect.what === 'owner'),
    )
  )
}

/**
 * Behind what made it; above it where the same instruction goes on with it in the runtime stage: `composer install && php artisan
 * storage:link`. A folder that comes whole stands above the first `chown storage` in it.
 */
function placeOf(
  by: Instruction,
  whole: string | undefined,
  files: AppFiles,
  lastBuild: number,
): Instruction {
  const { steps, commands } = files.app.stage
  const at = steps.findIndex(({ instruction }) => instruction === by)
  const first = commands.find((command) =>
    command.step.index === at
      ? /^(run|both)$/.test(placeAppCommand(command, files, lastBuild) ?? '')
      : whole !== undefined && command.step.index < at && isArranged(command, whole),
  )
  return (first === undefined ? undefined : steps[first.step.index - 1]?.instruction) ?? by
}

/** Whether an owner or a mode is set in a folder. */
const isArranged = (command: RunCommand, folder: string) =>
  /^(chown|chgrp|chmod)$/.test(baseName(command.name ?? '')) &&
  effectsOf(command)?.some(
    (effect) => effect.kind === 'changes' && isWithin(effect.path, folder),
  ) === true

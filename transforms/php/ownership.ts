import {
  baseName,
  effectsOf,
  isWithin,
  type Artifact,
  type Placement,
  type RunCommand,
} from '../../src/transform.ts'

/**
 * `RUN chown -R www-data:www-data storage bootstrap/cache` belongs to the image that runs, whatever of it comes from the builder;
 * what the same instruction has made gets its owner by `--chown`.
 */
export function placeOwnership(
  command: RunCommand,
  artifacts: readonly Artifact[],
): Placement | undefined {
  if (!/^(chown|chgrp|chmod)$/.test(baseName(command.name ?? ''))) return undefined
  const effects = effectsOf(command)
  if (effects === undefined || effects.length === 0) return undefined
  const isMade = effects.every(
    (effect) =>
      effect.kind === 'changes' &&
      artifacts.some(
        ({ path, after }) => after === command.step.instruction && isWithin(effect.path, path),
      ),
  )
  return isMade ? 'build' : 'run'
}

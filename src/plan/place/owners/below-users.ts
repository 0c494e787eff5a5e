import type { Instruction } from '../../../dockerfile/instruction.ts'
import type { RunCommand } from '../../../facts/commands/command.ts'
import { effectsOf } from '../../../facts/effects/effects.ts'
import { isWithin, resolvePath } from '../../../facts/image-path.ts'
import { changesUsers, namesOfOwner } from '../../../facts/stages/user-names.ts'
import { readInstall } from '../../../knowledge/package-managers.ts'
import type { Artifact } from '../../split.ts'
import type { RunPlace } from '../run-place.ts'

// RUN npm run build ... RUN useradd app && chown -R app /app
//   => runtime: RUN useradd app && chown app /app
//               COPY --from=builder --chown=app /app/dist ./dist
//
// COPY looks its owner up in the stage as it is by then: https://docs.docker.com/reference/dockerfile/#copy---chown---chmod

/**
 * Artifacts that belong to a user stand below the RUN of the runtime stage that makes this user, where nothing up to there works on
 * them. Those that would have to stand above stay, and a promise is broken.
 */
export function belowUsers(
  artifacts: readonly Artifact[],
  runs: ReadonlyMap<Instruction, RunPlace>,
): readonly Artifact[] {
  const steps = [...runs].flatMap(([instruction, { inRuntime, runtimeCommands }]) =>
    inRuntime === 'none' ? [] : [{ instruction, commands: runtimeCommands }],
  )
  return artifacts.map((artifact) => {
    const names = namesOfOwner(artifact.owner ?? '')
    const below = steps.filter(({ instruction }) => instruction.line >= artifact.after.line)
    const maker = below.findLastIndex(({ commands }) =>
      commands.some((command) => changesUsers(command, names)),
    )
    const passed = below.slice(0, maker + 1)
    const last = passed.at(-1)
    if (last === undefined) return artifact
    const isWorkedOn = passed.some(({ commands }) =>
      commands.some((command) => worksOn(artifact, command)),
    )
    return isWorkedOn ? artifact : { ...artifact, after: last.instruction, isLast: true }
  })
}

/** Whether a command may need a path, or change what is in it. */
function worksOn({ path, target = path }: Artifact, command: RunCommand): boolean {
  const effects = effectsOf(command)
  if (effects !== undefined)
    return effects.some((effect) => effect.kind !== 'users' && isWithin(effect.path, target))
  if (readInstall(command.argv) !== undefined) return false
  return command.argv.some((word) => {
    const named = word === undefined ? undefined : resolvePath(command.cwd, word)
    return named === undefined || isWithin(named, target) || isWithin(target, named)
  })
}

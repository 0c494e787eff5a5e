import type { RunCommand } from '../facts/command.ts'
import { effectsOf } from '../facts/effects/effects.ts'
import type { Facts } from '../facts/facts.ts'
import { readInstall } from '../knowledge/package-managers.ts'
import { placeTrust } from './place/place-trust.ts'
import type { FullSplit } from './split.ts'

/** The split with commands that the runtime stage lacked: the engine places those that it knows, the others run in both stages. */
export function liftCommands(
  split: FullSplit,
  lacks: readonly RunCommand[],
  { final }: Facts,
): FullSplit {
  const isLacking = (command: RunCommand) =>
    lacks.some(
      ({ step, linkIndex, argv }) =>
        step === command.step && linkIndex === command.linkIndex && argv[0] === command.argv[0],
    )
  // What is built once more needs the packages that it was built with.
  const builds = lacks.some(
    (command) => effectsOf(command) === undefined && readInstall(command.argv) === undefined,
  )
  return {
    ...split,
    placePackage: (name) => {
      const place = split.placePackage(name)
      return builds && place === 'build' ? 'both' : place
    },
    placeCommand: (command) =>
      (builds || isLacking(command)) && readInstall(command.argv) !== undefined
        ? undefined
        : !isLacking(command)
          ? split.placeCommand(command)
          : effectsOf(command) === undefined && placeTrust(command, final) === undefined
            ? 'both'
            : undefined,
  }
}

import type { RunCommand } from '../../facts/commands/command.ts'
import { effectsOf } from '../../facts/effects/effects.ts'
import type { Facts } from '../../facts/facts.ts'
import { readInstall } from '../../knowledge/package-managers.ts'
import { placeTrust } from '../place/place-trust.ts'
import type { FullSplit } from '../split.ts'

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
  // `apt-get update` comes with the install that needs its lists.
  const installing = lacks.filter(({ argv }) => readInstall(argv) !== undefined)
  const isBeside = (command: RunCommand) =>
    installing.some(({ step }) => step === command.step) &&
    (readInstall(command.argv) !== undefined || effectsOf(command) !== undefined)
  return {
    ...split,
    placePackage: (name) => {
      const place = split.placePackage(name)
      return builds && place === 'build' ? 'both' : place
    },
    placeCommand: (command) => {
      if (isBeside(command) || (builds && readInstall(command.argv) !== undefined)) return undefined
      if (!isLacking(command)) return split.placeCommand(command)
      return effectsOf(command) === undefined && placeTrust(command, final) === undefined
        ? 'both'
        : undefined
    },
  }
}

/** The split with packages that commands of the runtime stage need: they are installed where the author installs them. */
export const liftPackages = (split: FullSplit, names: readonly string[]): FullSplit => ({
  ...split,
  usedPackages: [...split.usedPackages, ...names],
})

import type { RunCommand } from '../../facts/commands/command.ts'
import { effectsOf } from '../../facts/effects/effects.ts'
import { readPackageCommand } from '../../knowledge/package-managers.ts'
import type { PlaceContext } from './command-place.ts'
import { placePackages } from './place-packages.ts'

/**
 * Whether nothing from here on installs by the lists that `apt-get update` fetches, or for the build alone: each command is a package manager's
 * other verb, the ecosystem's own, or one whose effects are known. A script may do anything.
 */
export function isIdleUpdate(command: RunCommand, context: PlaceContext): boolean {
  const { facts, split } = context
  const { index } = command.step
  return (
    facts.unreadable.every((step) => step.index < index) &&
    facts.commands.every((other) => {
      if (other.step.index < index) return true
      const call = readPackageCommand(other.argv)
      if (call?.action === 'install') return placePackages(call, other, context).kind === 'build'
      if (call !== undefined) return call.action !== 'upgrade'
      return effectsOf(other) !== undefined || split.placeCommand(other) !== undefined
    })
  )
}

import type { RunCommand } from '../../facts/commands/command.ts'
import { effectsOf } from '../../facts/effects/effects.ts'
import { readPackageCommand } from '../../knowledge/package-managers.ts'
import type { PlaceContext } from './command-place.ts'

/**
 * Whether nothing from here on installs by the lists that `apt-get update` fetches: each command is a package manager's other verb, the
 * ecosystem's own, or one whose effects are known. A script may do anything.
 */
export function isIdleUpdate(command: RunCommand, { facts, split }: PlaceContext): boolean {
  const { index } = command.step
  return (
    facts.unreadable.every((step) => step.index < index) &&
    facts.commands.every((other) => {
      if (other.step.index < index) return true
      const call = readPackageCommand(other.argv)
      if (call !== undefined) return call.action !== 'install' && call.action !== 'upgrade'
      return effectsOf(other) !== undefined || split.placeCommand(other) !== undefined
    })
  )
}

import { isSpelledOut, type RunCommand } from '../../facts/commands/command.ts'
import type { Facts } from '../../facts/facts.ts'
import { baseName } from '../../facts/image-path.ts'
import { effectsOf } from '../../facts/effects/effects.ts'
import { isPosixShell } from '../../dockerfile/shell/shells.ts'
import { fetchToolOf } from '../../knowledge/fetch-tools.ts'
import { readPackageCommand } from '../../knowledge/package-managers.ts'
import { isBuiltin } from '../base/runtime-needs.ts'
import { indexCommand } from '../place/index-commands.ts'
import type { Placed } from '../place/placed.ts'
import { placeTrust } from '../place/place-trust.ts'
import type { FullSplit } from '../split.ts'
import { names } from './archives.ts'
import { calls } from './find-spare.ts'
import { wordsOf } from './mentions.ts'
import { nothingSpare, type Spare } from './spare.ts'

/** What is left of it where a command of the runtime stage, as it is placed now, uses a part; the same where none does. */
export function withoutUsed(spare: Spare, { runs }: Placed, facts: Facts, split: FullSplit): Spare {
  const { final } = facts
  const manager = final.base.packageManager
  const repeated = [...runs].filter(([, { inRuntime }]) => inRuntime !== 'none')
  // What can't be read as a script may use all of it.
  if (
    repeated.some(([instruction]) =>
      final.unreadable.some((step) => step.instruction === instruction),
    )
  )
    return nothingSpare
  const commands = repeated.flatMap(([, { runtimeCommands }]) => runtimeCommands)
  const texts = [
    ...repeated.flatMap(([, { installs }]) => installs.filter((name) => name.includes('/'))),
    ...repeated.flatMap(([{ text }, { inRuntime, runtimeCommands }]) =>
      runtimeCommands.length === 0 ? [] : typeof inRuntime === 'object' ? inRuntime.text : text,
    ),
    ...[...split.runtimeSetup, ...split.runtimeRewrites].map(({ text }) => text),
  ]
  const isOpen = commands.some((command) => isOpaque(command, facts))
  const packages = spare.packages.filter((name) => {
    const tool = manager === undefined ? undefined : fetchToolOf(manager, name)
    return (
      !isOpen &&
      tool !== undefined &&
      !texts.some((text) => wordsOf(tool.programs).test(text)) &&
      !commands.some((command) => calls(command, tool))
    )
  })
  const archives = spare.archives.filter(
    (path) =>
      !texts.some((text) => text.includes(baseName(path))) &&
      !commands.some(
        (command) => names(command, path) || (isOpaque(command, facts) && namesAnything(command)),
      ),
  )
  return packages.length === spare.packages.length && archives.length === spare.archives.length
    ? spare
    : { packages, archives }
}

/** Nobody knows what it starts. */
const isOpaque = (command: RunCommand, { final }: Facts) =>
  effectsOf(command) === undefined &&
  readPackageCommand([command.name, ...command.args]) === undefined &&
  !/^(tar|unzip|curl|wget)$/.test(command.name ?? '') &&
  !isBuiltin(command.name ?? '') &&
  !isSpelledOut(command) &&
  indexCommand(baseName(command.name ?? '')) === undefined &&
  placeTrust(command, final) === undefined

/** A script, or a word that is not known. */
const namesAnything = ({ name, argv }: RunCommand) =>
  name === undefined ||
  name.includes('/') ||
  isPosixShell(name) ||
  argv.some((word) => word === undefined || /[*?[]/.test(word))

import type { RunCommand } from '../../../facts/commands/command.ts'
import { addsRepository } from '../../../facts/commands/repository-commands.ts'
import type { Facts } from '../../../facts/facts.ts'
import { baseName } from '../../../facts/image-path.ts'
import { installedPackages, type InstalledPackage } from '../../../facts/installed-packages.ts'
import { needsHttpsTransport } from '../../../knowledge/images/https-transport.ts'
import { placeOfPackage } from '../../../knowledge/os-packages.ts'
import { bringsProgramsOf, packageOfProgram } from '../../../knowledge/programs.ts'
import { programsCalled } from '../../base/command-uses.ts'
import { isPosixShell } from '../../../dockerfile/shell/shells.ts'

/** An OS package that a command of the runtime stage needs, and whose install stays in the builder, or comes below the command. */
export interface LackingPackage {
  readonly name: string
  readonly command: RunCommand
}

/** Those of the author's packages without which a command that the runtime stage repeats does not do what it did. */
export function lackingPackages(before: Facts, after: Facts): readonly LackingPackage[] {
  if (before.stages.length === after.stages.length) return []
  const own = installedPackages(before.final.commands)
  const here = installedPackages(after.final.commands)
  if (own.length === 0) return []
  const { commands } = after.final
  return commands.flatMap((command, i) => {
    const isHere = (name: string, wanted = name) =>
      here.some(
        (item) =>
          (item.name === name || bringsProgramsOf(item.manager, item.name, wanted)) &&
          commands.indexOf(item.command) < i,
      )
    return neededBy(command, own, after)
      .filter(({ name, wanted }) => !isHere(name, wanted))
      .map(({ name }) => ({ name, command }))
  })
}

interface Needed {
  readonly name: string
  /** The package of the table whose programs are called. */
  readonly wanted?: string
}

function neededBy(
  command: RunCommand,
  own: readonly InstalledPackage[],
  { final: { base } }: Facts,
): readonly Needed[] {
  const programs = programsCalled(command).filter((program) => base.hasProgram(program) !== true)
  const bringing = own.filter(({ manager }) => manager === base.packageManager)
  return [
    ...bringing.flatMap(({ name, manager }) =>
      programs.flatMap((program) => {
        const wanted = packageOfProgram(manager, program)
        return wanted !== undefined && bringsProgramsOf(manager, name, wanted)
          ? [{ name, wanted }]
          : []
      }),
    ),
    ...bringing.filter(
      ({ name, manager }) =>
        (programs.some((program) => compilers.test(program)) &&
          placeOfPackage(manager, name) === 'build') ||
        (isTransport(name) && addsRepository(command) && needsHttpsTransport(base)) ||
        (isForRepositories(name) && runsFetchedScript(command)),
    ),
  ]
}

/** They call others of the author's tools, and read headers. */
const compilers = /^(make|gmake|cmake|ninja|meson|gcc|cc|g\+\+|c\+\+|clang(\+\+)?|autoreconf)$/

const isTransport = (name: string) => name === 'apt-transport-https'

/** Of no use but to set up where packages come from. */
const isForRepositories = (name: string) =>
  /^(apt-transport-https|software-properties-common|lsb-release)$/.test(name)

/** NodeSource's installs what it needs itself: https://github.com/nodesource/distributions */
const knownScripts = /https?:\/\/(deb|rpm)\.nodesource\.com\//

/** `curl https://apt.example.com/setup.sh | bash`: nobody reads here what it calls. */
const runsFetchedScript = ({ name = '', link, step }: RunCommand) =>
  isPosixShell(baseName(name)) &&
  link?.kind === 'pipeline' &&
  !knownScripts.test(step.instruction.text)

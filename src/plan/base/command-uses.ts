import type { Command, RunCommand } from '../../facts/commands/command.ts'
import { addsRepository } from '../../facts/commands/repository-commands.ts'
import { baseName } from '../../facts/image-path.ts'
import { programsBeside } from '../../facts/programs-beside.ts'
import { programName } from '../../knowledge/images/image-folders.ts'
import type { PackageManagerName } from '../../knowledge/images/base-image.ts'
import { packageOfProgram } from '../../knowledge/programs.ts'
import { trustsServers } from '../../knowledge/programs/trusts-servers.ts'

/** The programs that a command calls by their names. */
export const programsCalled = (command: Command): readonly string[] =>
  [command.name, ...programsBeside(command).map(({ name }) => name)].flatMap((name) => {
    const program = name === undefined ? undefined : programName(name)
    return program === undefined || program.includes('/') ? [] : [program]
  })

/** Whether it asks a server whose certificate it must trust, or has the package manager do so. */
export function asksServers(command: RunCommand): boolean {
  const { text } = command.step.instruction
  return (
    trustsServers(baseName(command.name ?? ''), text) ||
    (addsRepository(command) && text.includes('https:'))
  )
}

/** Whether a command of the stage needs one of these packages to be there. */
export const usesOneOf = (
  packages: readonly string[],
  command: RunCommand,
  manager: PackageManagerName,
): boolean =>
  (packages.includes('ca-certificates') && asksServers(command)) ||
  programsCalled(command).some((program) => {
    const name = packageOfProgram(manager, program)
    return name !== undefined && packages.includes(name)
  })

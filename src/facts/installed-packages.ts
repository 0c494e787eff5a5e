import type { PackageManagerName } from '../knowledge/images/base-image.ts'
import { readPackageCommand } from '../knowledge/package-managers.ts'
import type { RunCommand } from './commands/command.ts'

/** An OS package that a RUN installs. */
export interface InstalledPackage {
  /** Without version and architecture; empty for a variable of the image whose value no table has (`$NGINX_VERSION`). */
  readonly name: string
  readonly manager: PackageManagerName
  readonly command: RunCommand
  /** The same RUN removes it again, by its name or the virtual one: no layer holds it. */
  readonly isRemoved: boolean
}

/** The OS packages that the RUNs of a stage install. A later RUN hides what it removes and does not take it out of the image. */
export function installedPackages(commands: readonly RunCommand[]): readonly InstalledPackage[] {
  const removed = new Map<RunCommand['step'], Set<string>>()
  const installs: InstalledPackage[] = []
  for (const command of commands.toReversed()) {
    const call = readPackageCommand(command.argv)
    if (call === undefined) continue
    const { step } = command
    const names = call.packages.map(({ name }) => name)
    const gone = removed.get(step) ?? new Set<string>()
    if (call.action === 'remove') for (const name of names) gone.add(name)
    removed.set(step, gone)
    if (call.action !== 'install') continue
    const isGone = (name: string | undefined) => name !== undefined && gone.has(name)
    installs.push(
      ...names
        .map((name) => ({
          name,
          manager: call.manager,
          command,
          isRemoved: isGone(name) || isGone(call.virtual),
        }))
        .reverse(),
    )
  }
  return installs.reverse()
}

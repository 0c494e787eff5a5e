import { packageManagerOf, readPackageCommand, type RunCommand } from '../../../src/transform.ts'
import { withSudo } from './insert-command.ts'

const isCleaned = /(yum|dnf)\s+(-\w+\s+)*clean|\/var\/cache\/(yum|dnf|libdnf)/

/** The command that takes the metadata of dnf and yum out of the layer; undefined where the RUN leaves none. https://dnf.readthedocs.io/en/latest/command_ref.html#clean-command */
export function dnfCleanUp(text: string, commands: readonly RunCommand[]): string | undefined {
  if (isCleaned.test(text)) return undefined
  const cleanUps = commands.flatMap((command) => {
    const call = readPackageCommand([command.name, ...command.args])
    const fetches = call?.action === 'install' || call?.action === 'upgrade'
    if (!fetches || call.manager === 'apt' || call.manager === 'apk') return []
    const { cleanUp } = packageManagerOf(call.manager)
    return cleanUp === undefined || command.link?.kind === 'compound'
      ? []
      : [withSudo(cleanUp, command)]
  })
  return cleanUps.at(-1)
}

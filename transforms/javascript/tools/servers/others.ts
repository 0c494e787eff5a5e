import { resolvePath } from '../../../../src/transform.ts'
import { served, unrepeatable, type FileServer } from './file-server.ts'
import { unreachableAt, loopbackIn, portIn, readFlags } from './flags.ts'
import { serverRows } from './server-rows.ts'
import { plainFiles } from './serving.ts'

/** File servers of which a row tells all. */
export const otherServers: readonly FileServer[] = serverRows.map((row) => ({
  programs: [row.program],
  isSubcommand: row.subcommand !== undefined,
  source: row.source,
  read: (question) => {
    const { args, cwd } = question.task
    if (row.subcommand !== undefined && args[0] !== row.subcommand) return undefined
    const flags = readFlags(row.subcommand === undefined ? args : args.slice(1), row.flags)
    const label = [row.program, row.subcommand, flags.has('--spa') ? '--spa' : undefined]
      .filter((word) => word !== undefined)
      .join(' ')
    if (flags.unknown !== undefined)
      return unrepeatable(question, label, `${flags.unknown} is an option of it that is not known`)
    const address = loopbackIn(row.address?.(flags))
    if (address !== undefined) return unrepeatable(question, label, unreachableAt(address))
    const port = portIn(row.port(flags, question))
    if (port === undefined) return unrepeatable(question, label, 'its port is not known')
    const folder = resolvePath(cwd, row.folder(flags, question) ?? '.')
    return served(question, label, { ...plainFiles, port, folder, ...row.more(flags) })
  },
}))

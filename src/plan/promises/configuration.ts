import type { RunCommand } from '../../facts/commands/command.ts'
import { earlyCommands } from '../needs/lost/early-commands.ts'
import { lackingCommands } from '../needs/lost/lacking-commands.ts'
import type { PromiseCheck } from './promise.ts'

/** Configuration goes with what it configures: users, modules of a server, caches of packages. */
export const configuration: PromiseCheck = {
  code: 'promise-configuration',
  check: ({ before, after }) => {
    if (before.stages.length === after.stages.length) return undefined
    const [lack] = lackingCommands(before, after)
    if (lack !== undefined) return `${said(lack)}, and the runtime stage would do without`
    const [early] = earlyCommands(before, after)
    return early && `${said(early)} before the COPY that brings its files`
  },
}

const said = ({ step, argv }: RunCommand) =>
  `line ${step.instruction.line} runs \`${argv.map((word) => word ?? '…').join(' ')}\``

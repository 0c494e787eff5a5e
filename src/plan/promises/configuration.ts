import { lackingCommands } from '../needs/lacking-commands.ts'
import type { PromiseCheck } from './promise.ts'

/** Configuration goes with what it configures: users, modules of a server, caches of packages. */
export const configuration: PromiseCheck = {
  code: 'promise-configuration',
  check: ({ before, after }) => {
    if (before.stages.length === after.stages.length) return undefined
    const [lack] = lackingCommands(before, after)
    return lack === undefined
      ? undefined
      : `line ${lack.step.instruction.line} runs \`${lack.argv.map((word) => word ?? '…').join(' ')}\`, and the runtime stage would do without`
  },
}

import type { Command } from '../../../facts/commands/command.ts'
import type { Facts } from '../../../facts/facts.ts'
import { npmVerb } from '../../../knowledge/npm-verbs.ts'

/** How many commands of a file take out or leave out the dev dependencies. */
export const prunes = ({ stages }: Facts): number =>
  stages.flatMap(({ commands }) => commands).filter(isWithoutDev).length

/** Whether the dev dependencies are installed, and nothing takes them out. */
export const hasDevPackages = (facts: Facts): boolean =>
  prunes(facts) === 0 &&
  facts.stages
    .flatMap(({ commands }) => commands)
    .some((command) => isInstall(command) && command.step.variable('NODE_ENV') !== 'production')

const isManager = ({ name }: Command) => /^(npm|yarn|pnpm|bun)$/.test(name ?? '')

/** `yarn` alone installs, with flags behind it, too. */
function isInstall(command: Command): boolean {
  const [verb = ''] = command.args
  if (command.name === 'yarn' && (verb === '' || verb.startsWith('-'))) return true
  return isManager(command) && /^(install|ci)$/.test(npmVerb(verb))
}

/** https://docs.npmjs.com/cli/commands/npm-prune, https://classic.yarnpkg.com/en/docs/cli/install, https://pnpm.io/cli/prune */
const isWithoutDev = (command: Command) =>
  isManager(command) &&
  command.args.some((arg) =>
    /^(prune|--omit=dev|--production(=true)?|--prod|-P|--only=prod(uction)?|focus|deploy)$/.test(
      arg ?? '',
    ),
  )

import {
  packageManagerOf,
  readPackageCommand,
  type Project,
  type RunCommand,
} from '../../../src/transform.ts'

/** A program that leaves a cache in the layer, and the command that takes it out again. */
interface CacheOwner {
  readonly leaves: (command: RunCommand, project: Project) => boolean
  readonly cleanUp: (command: RunCommand) => string
  /** 'end' of the RUN, or right behind the command itself: a later one may remove the program. */
  readonly place: 'end' | 'behind'
  /** Matches a RUN that sees to it already. */
  readonly isCleaned: RegExp
}

const words = ({ args }: RunCommand) =>
  args.filter((arg) => arg !== undefined && !arg.startsWith('-'))
const os = ({ name, args }: RunCommand) => readPackageCommand([name, ...args])

export const cacheOwners: readonly CacheOwner[] = [
  {
    // https://dnf.readthedocs.io/en/latest/command_ref.html#clean-command
    leaves: (command) => {
      const call = os(command)
      return (
        call !== undefined &&
        /dnf|yum/.test(call.manager) &&
        /^(install|upgrade|update)$/.test(call.action)
      )
    },
    cleanUp: (command) =>
      packageManagerOf(os(command)?.manager ?? 'dnf').cleanUp ?? 'dnf clean all',
    place: 'end',
    isCleaned: /(yum|dnf)\s+(-\w+\s+)*clean|\/var\/cache\/(yum|dnf|libdnf)/,
  },
  {
    // https://docs.npmjs.com/cli/commands/npm-cache
    leaves: (command) =>
      command.name === 'npm' && /^(install|i|ci|clean-install|add)$/.test(words(command)[0] ?? ''),
    cleanUp: () => 'npm cache clean --force',
    place: 'behind',
    isCleaned: /npm\s+cache\s+(clean|clear|rm)|\.npm\b|_cacache|npm_config_cache|--cache\b/i,
  },
  {
    // https://classic.yarnpkg.com/lang/en/docs/cli/cache/; later versions may run from their cache.
    leaves: (command, project) =>
      command.name === 'yarn' &&
      (words(command)[0] === 'global'
        ? words(command)[1] === 'add'
        : installsWithYarn1(command, project)),
    cleanUp: () => 'yarn cache clean',
    place: 'behind',
    isCleaned: /yarn\s+cache\s+clean|\.cache\/yarn|share\/\.cache|YARN_CACHE_FOLDER|--cache-folder/,
  },
  {
    // https://getcomposer.org/doc/03-cli.md#clear-cache-clearcache-cc
    leaves: (command) =>
      command.name === 'composer' &&
      /^(global |)(install|require|update|create-project)\b/.test(words(command).join(' ')),
    cleanUp: () => 'composer clear-cache',
    place: 'behind',
    isCleaned: /composer\s+(clear-?cache|cc)\b|COMPOSER_CACHE_DIR|--no-cache|\.composer/,
  },
]

function installsWithYarn1(command: RunCommand, project: Project): boolean {
  const [subcommand = command.args.length === 0 ? 'install' : undefined] = words(command)
  const isInstall =
    subcommand === 'install' ||
    subcommand === 'add' ||
    command.args.every((arg) =>
      /^--(frozen-lockfile|production|silent|non-interactive|prod)/.test(arg ?? ''),
    )
  return (
    isInstall &&
    !project.isFile('.yarnrc.yml') &&
    /^# yarn lockfile v1$/m.test(project.read('yarn.lock') ?? '')
  )
}

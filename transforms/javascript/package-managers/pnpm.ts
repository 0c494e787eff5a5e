import {
  commonValues,
  flagged,
  named,
  scriptOf,
  type PackageManager,
  type Selection,
} from './package-manager.ts'

const production = /^(--prod|-P|--production(=true)?)$/
const development = /^(--production=false|--dev|-D)$/
const harmless = new Set(
  'store audit list ls ll why outdated fetch licenses root bin pack publish init create link unlink import patch cat-file help'.split(
    ' ',
  ),
)
const installs = new Set(
  'install i add remove rm uninstall un update up upgrade prune config c set get setup env rebuild rb deploy dedupe server'.split(
    ' ',
  ),
)
const shortNames = new Map([
  ['t', 'test'],
  ['tst', 'test'],
])
const runs = new Set(['run', 'run-script', 'exec', 'dlx'])

export const pnpm: PackageManager = {
  name: 'pnpm',
  program: 'pnpm',
  lockFiles: ['pnpm-lock.yaml'],
  settings: ['.npmrc', 'pnpm-workspace.yaml', '.pnpmfile.cjs'],
  readsNodeEnv: true,
  grammar: {
    folder: ['-C', '--dir'],
    named: ['--filter', '-F', '--filter-prod'],
    all: ['-r', '--recursive'],
    root: ['-w', '--workspace-root'],
    withValue: new Set(
      `${commonValues} --workspace-concurrency --resume-from --test-pattern --package`.split(' '),
    ),
    // https://pnpm.io/cli/run#details: options behind the name are handed on.
    isComplete: ([command, name]) =>
      command !== undefined &&
      (runs.has(command)
        ? name !== undefined
        : command === 'recursive'
          ? false
          : !installs.has(command) && !harmless.has(command)),
  },
  read: (given, call) => {
    const { flags, rest, selection } = call
    const isRecursive = given[0] === 'recursive' || given[0] === 'multi' || given[0] === 'm'
    const [command, ...words] = isRecursive ? given.slice(1) : given
    const all: Selection | undefined = isRecursive ? { kind: 'all' } : undefined
    if (command === undefined) return flags.length > 0 ? { kind: 'cache' } : undefined
    const isOptional = selection !== undefined || flags.includes('--if-present')
    const isProduction = flagged(flags, production, development)
    const isGlobal = flags.some((flag) => flag === '-g' || flag === '--global')
    switch (command) {
      case 'install':
      case 'i':
        return isGlobal
          ? { kind: 'global', packages: named(words) }
          : { kind: 'install', isProduction, flags }
      case 'add':
        return isGlobal
          ? { kind: 'global', packages: named(words) }
          : { kind: 'add', packages: named(words), isProduction }
      case 'remove':
      case 'rm':
      case 'uninstall':
      case 'un':
      case 'update':
      case 'up':
      case 'upgrade':
      case 'dedupe':
        return { kind: 'add', packages: named(words), isProduction }
      case 'prune':
        return { kind: 'prune', isProduction: flags.some((flag) => production.test(flag)) }
      case 'run':
      case 'run-script':
        return scriptOf(words, call, isOptional || isRecursive ? 'nothing' : 'mistake', all)
      case 'exec':
      case 'dlx': {
        const argv = [...words, ...rest]
        const [text] = argv
        const isText = flags.includes('-c') || flags.includes('--shell-mode')
        return isText && text !== undefined ? { kind: 'text', text } : { kind: 'program', argv }
      }
      case 'config':
      case 'c':
      case 'set':
      case 'get':
      case 'setup':
      case 'env':
        return { kind: 'setup' }
      case 'rebuild':
      case 'rb':
        return { kind: 'rebuild' }
      // https://pnpm.io/cli/deploy
      case 'deploy': {
        const [target] = words
        return target === undefined
          ? undefined
          : { kind: 'deploy', target, isProduction, selection }
      }
      case 'server':
        return undefined
      default:
        if (harmless.has(command)) return { kind: 'cache' }
        return scriptOf(
          [shortNames.get(command) ?? command, ...words],
          call,
          selection === undefined && !isRecursive ? 'program' : 'nothing',
          all,
        )
    }
  },
  productionFlag: () => '--prod',
  // It works on one package, and runs that one's install scripts: https://pnpm.io/cli/prune
  prune: ({ manifest, hasLifecycle }) =>
    manifest.hasWorkspaces
      ? undefined
      : hasLifecycle
        ? 'pnpm prune --prod --ignore-scripts'
        : 'pnpm prune --prod',
  source: 'https://pnpm.io/cli/prune',
}

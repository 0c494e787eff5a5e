import { flagged, named, type PackageManager } from './package-manager.ts'

const production = /^(--prod|-P|--production(=true)?)$/
const development = /^(--production=false|--dev|-D)$/
const harmless = new Set('store audit list ls why outdated fetch -v licenses root bin'.split(' '))

export const pnpm: PackageManager = {
  name: 'pnpm',
  program: 'pnpm',
  lockFiles: ['pnpm-lock.yaml'],
  settings: ['.npmrc', 'pnpm-workspace.yaml', '.pnpmfile.cjs'],
  readsNodeEnv: true,
  read: ([command, ...words], { flags, rest }) => {
    if (command === undefined) return flags.length > 0 ? { kind: 'cache' } : undefined
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
      case 'update':
      case 'up':
        return { kind: 'add', packages: named(words), isProduction }
      case 'prune':
        return { kind: 'prune', isProduction: flags.some((flag) => production.test(flag)) }
      case 'run':
        return words[0] === undefined
          ? undefined
          : { kind: 'script', script: words[0], args: [...words.slice(1), ...rest] }
      case 'exec':
      case 'dlx':
        return { kind: 'program', argv: [...words, ...rest] }
      case 'config':
      case 'set':
      case 'setup':
      case 'env':
        return { kind: 'setup' }
      case 'rebuild':
        return { kind: 'rebuild' }
      case 'deploy':
        return undefined
      default:
        if (harmless.has(command)) return { kind: 'cache' }
        return { kind: 'script', script: command, args: [...words, ...rest] }
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

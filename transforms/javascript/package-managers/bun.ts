import { flagged, named, type PackageManager } from './package-manager.ts'

const production = /^(--production|-p|--omit=dev)$/

export const bun: PackageManager = {
  name: 'bun',
  program: 'bun',
  lockFiles: ['bun.lock', 'bun.lockb'],
  settings: ['bunfig.toml', '.npmrc'],
  readsNodeEnv: false,
  read: ([command, ...words], { flags, rest }) => {
    const isProduction = flagged(flags, production, /^--development$/)
    const isGlobal = flags.some((flag) => flag === '-g' || flag === '--global')
    switch (command) {
      case undefined:
        return flags.length > 0 ? { kind: 'cache' } : undefined
      case 'install':
      case 'i':
      case 'add':
      case 'a':
        if (isGlobal) return { kind: 'global', packages: named(words) }
        return words.length > 0
          ? { kind: 'add', packages: named(words), isProduction }
          : { kind: 'install', isProduction, flags }
      case 'run':
        return words[0] === undefined
          ? undefined
          : { kind: 'script', script: words[0], args: [...words.slice(1), ...rest] }
      case 'test':
        return { kind: 'cache' }
      case 'x':
        return { kind: 'program', argv: [...words, ...rest] }
      case 'build':
        return { kind: 'program', argv: ['bun', 'build', ...words, ...flags, ...rest] }
      case 'pm':
        return { kind: 'cache' }
      default:
        return undefined
    }
  },
  productionFlag: () => '--production',
  // bun has no prune: https://bun.sh/docs/cli/install#production-mode
  prune: ({ flags }) =>
    [
      'rm -rf node_modules && bun install',
      ...flags.filter((flag) => flag === '--frozen-lockfile'),
      '--production',
    ].join(' '),
  source: 'https://bun.sh/docs/cli/install#production-mode',
}

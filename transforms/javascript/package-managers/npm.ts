import { flagged, named, type PackageManager } from './package-manager.ts'

const install = new Set('install i in ins isntall add ci clean-install ic install-clean'.split(' '))
const production = /^(--production(=true)?|--prod|--omit=dev|--only=(prod|production)|-P)$/
const development = /^(--production=false|--include=dev|--also=dev(elopment)?|--dev|--only=dev)$/
const harmless = new Set(
  'cache audit fund doctor outdated ls list version -v help ping view root bin whoami pack'.split(
    ' ',
  ),
)

export const npm: PackageManager = {
  name: 'npm',
  program: 'npm',
  lockFiles: ['package-lock.json', 'npm-shrinkwrap.json'],
  settings: ['.npmrc'],
  readsNodeEnv: true,
  read: ([command, ...words], { flags, rest }) => {
    if (command === undefined) return flags.length > 0 ? { kind: 'cache' } : undefined
    const isGlobal = flags.some((flag) => /^(-g|--global|--location=global)$/.test(flag))
    if (install.has(command) || command === 'update' || command === 'up') {
      const isProduction = flagged(flags, production, development)
      if (isGlobal) return { kind: 'global', packages: named(words) }
      return words.length > 0
        ? { kind: 'add', packages: named(words), isProduction }
        : { kind: 'install', isProduction, flags }
    }
    switch (command) {
      case 'run':
      case 'run-script':
      case 'rum':
        return words[0] === undefined
          ? undefined
          : { kind: 'script', script: words[0], args: [...words.slice(1), ...rest] }
      case 'start':
      case 'test':
      case 't':
        return {
          kind: 'script',
          script: command === 't' ? 'test' : command,
          args: [...words, ...rest],
        }
      case 'prune':
        return { kind: 'prune', isProduction: flags.some((flag) => production.test(flag)) }
      case 'rebuild':
        return { kind: 'rebuild' }
      case 'exec':
      case 'x':
        return { kind: 'program', argv: [...words, ...rest] }
      case 'config':
      case 'set':
      case 'get':
      case 'login':
        return { kind: 'setup' }
      case 'link':
      case 'uninstall':
      case 'remove':
      case 'rm':
      case 'dedupe':
        return { kind: 'add', packages: [], isProduction: flagged(flags, production, development) }
      default:
        return harmless.has(command) ? { kind: 'cache' } : undefined
    }
  },
  // --omit came with npm 7; npm 6 knows --production, which later ones still read: https://docs.npmjs.com/cli/v6/commands/npm-prune
  productionFlag: ({ npm: major }) =>
    major !== undefined && major >= 7 ? '--omit=dev' : '--production',
  prune: ({ npm: major, flags }) => {
    const kept = flags.filter((flag) => /^(--legacy-peer-deps|--force|-f)$/.test(flag))
    return [
      'npm prune',
      major !== undefined && major >= 7 ? '--omit=dev' : '--production',
      ...kept,
    ].join(' ')
  },
  source: 'https://docs.npmjs.com/cli/v10/commands/npm-prune',
}

import { npmVerb } from '../../../src/transform.ts'
import { commonValues, flagged, named, scriptOf, type PackageManager } from './package-manager.ts'

const production = /^(--production(=true)?|--prod|--omit=dev|--only=(prod|production)|-P)$/
const development = /^(--production=false|--include=dev|--also=dev(elopment)?|--dev|--only=dev)$/
const harmless = new Set(
  'cache audit fund doctor outdated ls ll version -v help ping view root bin whoami pack pkg'.split(
    ' ',
  ),
)

export const npm: PackageManager = {
  name: 'npm',
  program: 'npm',
  lockFiles: ['package-lock.json', 'npm-shrinkwrap.json'],
  settings: ['.npmrc'],
  readsNodeEnv: true,
  grammar: {
    folder: ['--prefix', '-C'],
    named: ['-w', '--workspace'],
    all: ['--workspaces', '-ws'],
    root: [],
    withValue: new Set(`${commonValues} -p --package -c --call`.split(' ')),
    // Flags are npm's own up to `--`: https://docs.npmjs.com/cli/commands/npm-run
    isComplete: () => false,
  },
  read: ([word, ...words], call) => {
    const { flags, rest } = call
    if (word === undefined) return flags.length > 0 ? { kind: 'cache' } : undefined
    const command = npmVerb(word)
    const isOptional = flags.includes('--if-present')
    const isGlobal = flags.some((flag) => /^(-g|--global|--location=global)$/.test(flag))
    if (command === 'install' || command === 'ci' || command === 'update') {
      const isProduction = flagged(flags, production, development)
      if (isGlobal) return { kind: 'global', packages: named(words) }
      return words.length > 0
        ? { kind: 'add', packages: named(words), isProduction }
        : { kind: 'install', isProduction, flags }
    }
    switch (command) {
      case 'run':
        return scriptOf(words, call, isOptional ? 'nothing' : 'mistake')
      case 'start':
      case 'test':
      case 'stop':
      case 'restart':
        return scriptOf([command, ...words], call, 'mistake')
      case 'prune':
        return { kind: 'prune', isProduction: flags.some((flag) => production.test(flag)) }
      case 'rebuild':
        return { kind: 'rebuild' }
      case 'exec': {
        const text = flags.find((flag) => /^(-c|--call)=/.test(flag))
        return text === undefined
          ? { kind: 'program', argv: [...words, ...rest] }
          : { kind: 'text', text: text.slice(text.indexOf('=') + 1) }
      }
      case 'config':
      case 'set':
      case 'get':
      case 'login':
        return { kind: 'setup' }
      case 'link':
      case 'uninstall':
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

import { commonValues, flagged, named, scriptOf, type PackageManager } from './package-manager.ts'

/** https://bun.sh/docs/cli/run: what is none of these is a script, a file or a program. */
const own = new Set(
  'install i add a remove rm update link unlink pm audit outdated info build init create upgrade patch publish test x run repl exec completions'.split(
    ' ',
  ),
)
const isFile = (word: string) => word.includes('/') || /\.[mc]?[jt]sx?$/.test(word)
const production = /^(--production|-p|--omit=dev)$/

export const bun: PackageManager = {
  name: 'bun',
  program: 'bun',
  lockFiles: ['bun.lock', 'bun.lockb'],
  settings: ['bunfig.toml', '.npmrc'],
  readsNodeEnv: false,
  grammar: {
    folder: ['--cwd'],
    named: ['--filter', '-F'],
    all: ['--workspaces'],
    root: [],
    withValue: new Set(
      `${commonValues} -r --preload -e --eval -p --print --env-file -c --config --port --define -d --loader -l --tsconfig-override --conditions --outdir --outfile --target --backend`.split(
        ' ',
      ),
    ),
    isComplete: ([command, second]) =>
      command !== undefined &&
      (command === 'run' || command === 'x' ? second !== undefined : !own.has(command)),
  },
  read: ([command, ...words], call) => {
    const { flags, rest, selection } = call
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
        return scriptOf(
          words,
          call,
          selection !== undefined ? 'nothing' : isFile(words[0] ?? '') ? 'itself' : 'program',
        )
      case 'test':
      case 'pm':
      case 'audit':
      case 'outdated':
      case 'info':
        return { kind: 'cache' }
      case 'remove':
      case 'rm':
      case 'update':
        return { kind: 'add', packages: named(words), isProduction }
      case 'x':
        return { kind: 'program', argv: [...words, ...rest] }
      default:
        return own.has(command)
          ? undefined
          : scriptOf([command, ...words], call, selection === undefined ? 'itself' : 'nothing')
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

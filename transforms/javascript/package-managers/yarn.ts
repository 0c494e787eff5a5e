import { pinnedMajor } from '../manifest.ts'
import {
  commonValues,
  flagged,
  named,
  scriptOf,
  type ManagerCall,
  type PackageManager,
  type Selection,
  type Words,
} from './package-manager.ts'

const production = /^(--production(=true)?|--prod)$/
const development = /^--production=false$/
const harmless = new Set(
  'cache check audit versions why list info licenses help outdated constraints dedupe explain npm pack publish version init create generate-lock-entry import login logout owner tag team whoami bin'.split(
    ' ',
  ),
)
const installs = new Set(
  'install add remove upgrade upgrade-interactive up link unlink global config set plugin policies rebuild'.split(
    ' ',
  ),
)
const groups = new Set(['workspaces', 'workspace'])
const runs = new Set(['run', 'exec', 'dlx', 'node'])

function read(
  [command, ...words]: readonly (string | undefined)[],
  call: Words,
): ManagerCall | undefined {
  const { flags, rest } = call
  const isProduction = flagged(flags, production, development)
  if (command === undefined && flags.some((flag) => /^(-v|--version)$/.test(flag)))
    return { kind: 'cache' }
  switch (command) {
    case undefined:
    case 'install':
      return { kind: 'install', isProduction, flags }
    case 'add':
    case 'remove':
    case 'upgrade':
    case 'up':
    case 'link':
      return { kind: 'add', packages: named(words), isProduction }
    case 'global':
      return words[0] === 'add'
        ? { kind: 'global', packages: named(words.slice(1)) }
        : { kind: 'cache' }
    case 'config':
    case 'set':
    case 'plugin':
    case 'policies':
      return { kind: 'setup' }
    case 'rebuild':
      return { kind: 'rebuild' }
    case 'workspaces':
      return readWorkspaces(words, flags, rest)
    case 'workspace': {
      const [name, ...more] = [...words, ...rest]
      return name === undefined
        ? undefined
        : {
            kind: 'program',
            argv: ['yarn', ...more],
            selection: { kind: 'named', filters: [name] },
          }
    }
    case 'run':
      return scriptOf(words, call, 'program')
    case 'node':
      return { kind: 'program', argv: ['node', ...words, ...rest] }
    case 'exec':
    case 'dlx':
      return { kind: 'program', argv: [...words, ...rest] }
    default:
      if (harmless.has(command)) return { kind: 'cache' }
      return scriptOf([command, ...words], call, 'program')
  }
}

/** https://classic.yarnpkg.com/en/docs/cli/workspaces, https://yarnpkg.com/cli/workspaces/foreach */
function readWorkspaces(
  [command, ...words]: readonly (string | undefined)[],
  flags: readonly string[],
  rest: readonly (string | undefined)[],
): ManagerCall | undefined {
  switch (command) {
    case 'focus':
      return { kind: 'prune', isProduction: flags.includes('--production') }
    case 'run': {
      const [script, ...args] = [...words, ...rest]
      if (script === undefined) return undefined
      return { kind: 'script', script, args, otherwise: 'program', selection: { kind: 'all' } }
    }
    case 'foreach': {
      const isScript = words[0] === 'run'
      const [script, ...args] = [...words.slice(1), ...rest]
      const selection = foreachSelection(flags)
      return isScript && script !== undefined
        ? { kind: 'script', script, args, otherwise: 'nothing', selection }
        : { kind: 'program', argv: ['yarn', ...words, ...rest], selection }
    }
    default:
      return { kind: 'cache' }
  }
}

function foreachSelection(flags: readonly string[]): Selection {
  const values = (name: string) =>
    flags.flatMap((flag) => (flag.startsWith(`${name}=`) ? [flag.slice(name.length + 1)] : []))
  if (flags.some((flag) => flag === '--since' || flag.startsWith('--since=')))
    return { kind: 'unknown', why: 'which workspaces have changed is not known' }
  const from = values('--from').map((name) => (flags.some(isRecursive) ? `${name}...` : name))
  const filters = [
    ...(from.length > 0 ? from : values('--include')),
    ...values('--exclude').map((name) => `!${name}`),
  ]
  return filters.length === 0 ? { kind: 'all' } : { kind: 'named', filters }
}

const isRecursive = (flag: string) =>
  flag === '--recursive' || (/^-[A-Za-z]+$/.test(flag) && flag.includes('R'))

export const yarn: PackageManager = {
  name: 'yarn',
  program: 'yarn',
  lockFiles: ['yarn.lock'],
  settings: ['.yarnrc', '.npmrc'],
  readsNodeEnv: true,
  grammar: {
    folder: ['--cwd'],
    named: [],
    all: [],
    root: ['--top-level', '-T'],
    withValue: new Set(
      `${commonValues} --jobs -j --include --exclude --from --inspect --package -p`.split(' '),
    ),
    isComplete: ([command, second, third]) => {
      if (command === undefined) return false
      if (command === 'workspaces')
        return second === 'run'
          ? third !== undefined
          : second === 'foreach'
            ? third !== undefined && third !== 'run'
            : false
      if (groups.has(command)) return second !== undefined
      if (runs.has(command)) return second !== undefined
      return !installs.has(command) && !harmless.has(command)
    },
  },
  read,
  productionFlag: () => '--production',
  // The packages are installed already: only links and what is too much change.
  prune: () => 'yarn install --production --ignore-scripts --prefer-offline',
  source: 'https://classic.yarnpkg.com/en/docs/cli/install#toc-yarn-install-production-true-false',
}

/** What Yarn 2 and later starts no script without, plug-ins that its settings name included. https://yarnpkg.com/cli/run */
export const filesOfYarn: readonly { readonly name: string; readonly isFolder: boolean }[] = [
  { name: 'yarn.lock', isFolder: false },
  { name: '.yarnrc.yml', isFolder: false },
  { name: '.yarn/releases', isFolder: true },
  { name: '.yarn/plugins', isFolder: true },
]

/** The major version of a Yarn, as package.json pins it, or the text of .yarnrc.yml names its release. */
export function yarnMajor(
  manifest: Parameters<typeof pinnedMajor>[0],
  settings: string | undefined,
): number | undefined {
  const release = /yarn-(\d+)\./.exec(settings ?? '')?.[1]
  return pinnedMajor(manifest, 'yarn') ?? (release === undefined ? undefined : Number(release))
}

export const yarnBerry: PackageManager = {
  ...yarn,
  name: 'yarn-berry',
  settings: ['.yarnrc.yml', '.npmrc', '.yarn/releases', '.yarn/plugins', '.yarn/patches'],
  readsNodeEnv: false,
  productionFlag: () => undefined,
  // A plugin up to version 3, built in since 4.
  prune: ({ manifest, settings }) => {
    const hasFocus =
      (yarnMajor(manifest, settings) ?? 0) >= 4 || (settings?.includes('workspace-tools') ?? false)
    // Without --all the packages of the other workspaces go, too: https://github.com/yarnpkg/berry/pull/1628
    const all = manifest.hasWorkspaces ? ' --all' : ''
    return hasFocus ? `yarn workspaces focus${all} --production` : undefined
  },
  source: 'https://yarnpkg.com/cli/workspaces/focus',
}

import {
  flagged,
  named,
  type ManagerCall,
  type PackageManager,
  type Words,
} from './package-manager.ts'

const production = /^(--production(=true)?|--prod)$/
const development = /^--production=false$/
const harmless = new Set(
  'cache check audit versions why list info licenses help outdated'.split(' '),
)

function read(
  [command, ...words]: readonly (string | undefined)[],
  { flags, rest }: Words,
): ManagerCall | undefined {
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
    case 'workspaces':
      return words[0] === 'focus'
        ? { kind: 'prune', isProduction: flags.includes('--production') }
        : undefined
    case 'run':
      return words[0] === undefined
        ? undefined
        : { kind: 'script', script: words[0], args: [...words.slice(1), ...rest] }
    case 'exec':
    case 'dlx':
      return { kind: 'program', argv: [...words, ...rest] }
    case 'workspace':
      return undefined
    default:
      if (harmless.has(command)) return { kind: 'cache' }
      return { kind: 'script', script: command, args: [...words, ...rest] }
  }
}

export const yarn: PackageManager = {
  name: 'yarn',
  program: 'yarn',
  lockFiles: ['yarn.lock'],
  settings: ['.yarnrc', '.npmrc'],
  readsNodeEnv: true,
  read,
  productionFlag: () => '--production',
  // The packages are installed already: only links and what is too much change.
  prune: () => 'yarn install --production --ignore-scripts --prefer-offline',
  source: 'https://classic.yarnpkg.com/en/docs/cli/install#toc-yarn-install-production-true-false',
}

export const yarnBerry: PackageManager = {
  ...yarn,
  name: 'yarn-berry',
  settings: ['.yarnrc.yml', '.npmrc', '.yarn/releases', '.yarn/plugins', '.yarn/patches'],
  readsNodeEnv: false,
  productionFlag: () => undefined,
  // A plugin up to version 3, built in since 4.
  prune: ({ manifest, settings }) => {
    const major = Number(
      /^yarn@(\d+)/.exec(manifest.packageManager ?? '')?.[1] ??
        /yarn-(\d+)\./.exec(settings ?? '')?.[1],
    )
    const hasFocus = major >= 4 || (settings?.includes('workspace-tools') ?? false)
    return hasFocus ? 'yarn workspaces focus --production' : undefined
  },
  source: 'https://yarnpkg.com/cli/workspaces/focus',
}

import {
  baseName,
  resolvePath,
  type CacheCleanUp,
  type Command,
  type InstallCall,
  type Installer,
  type Project,
} from '../../../src/transform.ts'
import { readManagerCall, type ReadCall } from '../package-managers/index.ts'
import { freezeJavaScript } from './freeze.ts'
import { javascriptCache } from './caches.ts'
import { javascriptManifests } from './manifests.ts'
import { isManagerOfRoot } from './manager-of-root.ts'

/** npm, yarn, pnpm, bun, and corepack, which brings them. */
export const javascriptInstaller: Installer = {
  reads,
  isOfRoot: isManagerOfRoot,
  freeze: freezeJavaScript,
  manifests: javascriptManifests,
  fills: {
    manifest: 'package.json',
    name: 'node_modules',
    marks: ['.package-lock.json', '.yarn-integrity', '.modules.yaml'],
    loader: { program: 'node', packages: /^(node|npm|yarn|pnpm|bun)/ },
    isInWorkspaces: (project) =>
      project.isFile('pnpm-workspace.yaml') ||
      /"workspaces"\s*:/.test(project.read('package.json') ?? ''),
  },
}

function reads(command: Command, project: Project): InstallCall | undefined {
  const name = baseName(command.name ?? '')
  const { args, cwd } = command
  const read = readManagerCall(name, args, false)
  const keeps = read === undefined ? undefined : javascriptCache(read, args)
  const call = (more: Partial<InstallCall>): InstallCall => ({
    needs: 'sources',
    folder: cwd,
    fills: false,
    fetches: false,
    writes: false,
    keeps,
    ...more,
  })
  if (name === 'node') return asksVersion(args) ? call({ needs: 'nothing' }) : undefined
  if (name === 'corepack')
    return call({ needs: isOwnCorepack(args) ? 'nothing' : 'sources', writes: true })
  if (read === undefined) return undefined
  const cache = cacheOf(read, project)
  switch (read.call.kind) {
    case 'install':
      return call({
        needs: args.some(namesOther) ? 'sources' : 'manifests',
        folder: read.folder === undefined ? cwd : resolvePath(cwd, read.folder),
        fills: args.every((arg) => arg !== undefined && !fillsNothing.test(arg)),
        fetches: true,
        writes: true,
        cache,
      })
    // It takes the sources along, and its cache is the store of the install before it.
    case 'deploy':
      return call({ fetches: true, writes: true, cache })
    case 'global':
      return call({
        needs: args.every(isPackageName) ? 'nothing' : 'sources',
        fetches: true,
        writes: true,
        cache,
      })
    case 'add':
      return names(read.call, args)
        ? call({ fetches: true, writes: true, cache })
        : call({ writes: true })
    case 'rebuild':
    case 'prune':
      return call({ writes: true })
    case 'setup':
    case 'cache':
      return call({ needs: isIndependent(args) ? 'nothing' : 'sources' })
    case 'text':
      return call({})
    case 'program':
      return call({ starts: read.call.argv })
    case 'script':
      return call({ starts: [read.call.script, ...read.call.args] })
  }
}

/** An `add` without a package takes some away. */
const names = ({ packages }: { readonly packages: readonly string[] }, args: Command['args']) =>
  packages.length > 0 || args.includes(undefined)

/** Flags that name another set of manifests. */
const others =
  /^(--(location|workspaces?|include-workspace-root|filter|recursive|lockfile-dir|modules-folder|help|version)\b|-[rwFhv]$)/
const fillsNothing = /^(--(modules-folder|help|version)\b|-[hv]$)/

const namesOther = (arg: string | undefined) => arg === undefined || others.test(arg)

/** A package by name, not a file or a folder of the project. */
const isPackageName = (arg: string | undefined) =>
  arg !== undefined && !/^\.{0,2}\/|\.tgz$/.test(arg)

const asksVersion = (args: readonly (string | undefined)[]) =>
  args.length === 1 && /^(--version|-v)$/.test(args[0] ?? '')

/** Settings, the cache and questions that no file of the project answers. */
const isIndependent = (args: readonly (string | undefined)[]) =>
  asksVersion(args) ||
  (/^(config|set|cache|store|setup|version|global)$/.test(args[0] ?? '') &&
    !(args[0] === 'set' && args[1] === 'version') &&
    (args[0] !== 'version' || args.length === 1))

/** Without a name `prepare` and `install` go by package.json, and `use` and `up` write it: https://github.com/nodejs/corepack#corepack-utilities */
const isOwnCorepack = ([command, ...args]: readonly (string | undefined)[]) =>
  /^(enable|disable|--version|-v|cache)$/.test(command ?? '') ||
  (/^(prepare|install)$/.test(command ?? '') &&
    args.some((arg) => arg?.startsWith('-') === false || arg === '--all'))

/** https://docs.npmjs.com/cli/commands/npm-cache */
const npmCache: CacheCleanUp = {
  command: 'npm cache clean --force',
  isDone: /npm\s+cache\s+(clean|clear|rm)|\.npm\b|_cacache|npm_config_cache|--cache\b/i,
}
/** https://classic.yarnpkg.com/lang/en/docs/cli/cache/ */
const yarnCache: CacheCleanUp = {
  command: 'yarn cache clean',
  isDone: /yarn\s+cache\s+clean|\.cache\/yarn|share\/\.cache|YARN_CACHE_FOLDER|--cache-folder/,
}

/** pnpm's store holds the files of node_modules itself (hard links); later versions of yarn may run from their cache. */
function cacheOf({ manager, call }: ReadCall, project: Project): CacheCleanUp | undefined {
  if (manager.program === 'npm') return npmCache
  const isYarn1 =
    !project.isFile('.yarnrc.yml') && /^# yarn lockfile v1$/m.test(project.read('yarn.lock') ?? '')
  return manager.program === 'yarn' && (call.kind === 'global' || isYarn1) ? yarnCache : undefined
}

import {
  baseName,
  isRecord,
  parseYamlText,
  type CachePlace,
  type CacheUse,
  type Command,
} from '../../../src/transform.ts'
import { readManifest } from '../manifest.ts'
import { isYarnBerry, type ReadCall } from '../package-managers/index.ts'
import { pnpmMajor } from '../package-managers/pnpm-version.ts'
import { yarnMajor } from '../package-managers/yarn.ts'

/** What an install keeps for the next one; undefined for a call that fetches nothing. */
export function javascriptCache(
  { manager, call }: ReadCall,
  args: Command['args'],
): CacheUse | undefined {
  const isInstall = /^(install|add|global|deploy)$/.test(call.kind)
  switch (manager.program) {
    case 'npm':
      return isInstall ? { ...npm, isOffline: offline(args) } : undefined
    case 'yarn':
      return isInstall || call.kind === 'prune'
        ? { ...yarn(call.kind === 'global'), isOffline: offline(args) }
        : undefined
    case 'pnpm': {
      const isFetch = call.kind === 'cache' && args.includes('fetch')
      const takes = isFetch || /^(install|add|deploy|rebuild|prune)$/.test(call.kind)
      return takes ? { ...pnpm, isOffline: offline(args) } : undefined
    }
    case 'bun':
      return isInstall ? { ...bun, isOffline: offline(args) } : undefined
    default:
      return undefined
  }
}

const offline =
  (args: Command['args']): NonNullable<CacheUse['isOffline']> =>
  ({ value }) =>
    args.includes('--offline') || /^(true|1)$/.test(value('npm_config_offline') ?? '')

/** A manager's own command: `npm cache clean`. */
const empties =
  (program: string, ...words: readonly string[]) =>
  ({ name, args }: Command): boolean =>
    name === program && words.every((word, i) => args[i] === word)

const flagged = ({ command }: CachePlace, flags: readonly string[]) =>
  command.args.some((arg) => flags.some((flag) => arg === flag || arg?.startsWith(`${flag}=`)))

/** `npm config set cache /x`, `pnpm config set store-dir /x` */
const isSet = ({ commands }: CachePlace, program: string) =>
  commands.some(
    ({ name, args }) =>
      name === program &&
      args.some((arg) => arg === 'set') &&
      args.some((arg) => /cache|store|global|backend/i.test(arg ?? '')),
  )

/** Whether a file of settings beside some manifest has one of these. */
const says = ({ project }: CachePlace, name: string, setting: RegExp) =>
  project.files().some((file) => baseName(file) === name && setting.test(project.read(file) ?? ''))

const first = (...folders: readonly (string | undefined)[]): readonly string[] => {
  // One that is set and not known ends the search.
  const found = folders.find((folder) => folder !== '')
  return found === undefined ? [] : [found]
}
const below = (folder: string | undefined, name: string) =>
  folder === '' || folder === undefined ? folder : `${folder}/${name}`

/** https://docs.npmjs.com/cli/using-npm/config#cache */
const npm: CacheUse = {
  folders: (place) =>
    flagged(place, ['--cache']) || isSet(place, 'npm') || says(place, '.npmrc', /^\s*cache\s*=/m)
      ? []
      : first(
          place.value('npm_config_cache'),
          place.value('NPM_CONFIG_CACHE'),
          below(place.home, '.npm'),
        ),
  isEmptiedBy: empties('npm', 'cache'),
}

/** https://classic.yarnpkg.com/lang/en/docs/cli/cache/, https://yarnpkg.com/configuration/yarnrc#cacheFolder */
const yarn = (isGlobal: boolean): CacheUse => ({
  folders: (place) => {
    const isBerry = isYarnBerry(place.project, '') || says(place, '.yarnrc.yml', /^/)
    if (!isGlobal && isBerry) return berryFolders(place)
    const isElsewhere =
      flagged(place, ['--cache-folder']) ||
      isSet(place, 'yarn') ||
      says(place, '.yarnrc', /cache-folder|offline-mirror/)
    // Root's packages lie for all users: user-home-dir.js of Yarn 1.
    const usual = place.isRoot ? '/usr/local/share/.cache' : below(place.home, '.cache')
    const folder = place.value('XDG_CACHE_HOME')
    return isElsewhere
      ? []
      : first(place.value('YARN_CACHE_FOLDER'), below(folder, 'yarn'), below(usual, 'yarn'))
  },
  // Two of them at once spoil it: https://classic.yarnpkg.com/lang/en/docs/cli/#toc-concurrency-and-mutex
  isLocked: true,
  isEmptiedBy: empties('yarn', 'cache', 'clean'),
})

/** Of Yarn 2 and later only where packages come to node_modules: with Plug'n'Play the program runs from the cache. */
function berryFolders({ project, value, home, command }: CachePlace): readonly string[] {
  const text = project.read('.yarnrc.yml') ?? ''
  const yaml = parseYamlText(text)?.data
  const settings = isRecord(yaml) ? yaml : {}
  const isMoved = ['cacheFolder', 'globalFolder'].some((name) => settings[name] !== undefined)
  if (settings['nodeLinker'] !== 'node-modules' || isMoved) return []
  const major = yarnMajor(readManifest(project, 'package.json'), text)
  const isGlobal = settings['enableGlobalCache'] ?? (major === undefined ? undefined : major >= 4)
  if (value('YARN_ENABLE_GLOBAL_CACHE') !== '') return []
  const own = value('YARN_CACHE_FOLDER')
  if (own !== '') return first(own)
  if (isGlobal === true)
    return first(
      value('YARN_GLOBAL_FOLDER') === ''
        ? below(home, '.yarn/berry/cache')
        : below(value('YARN_GLOBAL_FOLDER'), 'cache'),
    )
  // Packages that are kept with the sources come by COPY.
  return isGlobal === false && !project.isFolder('.yarn/cache')
    ? first(below(command.cwd, '.yarn/cache'))
    : []
}

/**
 * The store, from which files are copied where they can't be linked: https://pnpm.io/docker, https://pnpm.io/settings#storedir. Older ones than
 * pnpm 7 have another folder.
 */
const pnpm: CacheUse = {
  folders: (place) => {
    const { project, stage, value, home } = place
    const manifest = readManifest(project, 'package.json')
    const major = pnpmMajor({ packageManager: manifest?.packageManager }, stage)
    const links = /(store-?dir|package-?import-?method|(enable-?)?global-?virtual-?store)/i
    const isElsewhere =
      (major !== undefined && major < 7) ||
      flagged(place, ['--store-dir', '--global', '-g']) ||
      isSet(place, 'pnpm') ||
      says(place, '.npmrc', links) ||
      says(place, 'pnpm-workspace.yaml', links)
    return isElsewhere
      ? []
      : first(
          value('npm_config_store_dir'),
          value('NPM_CONFIG_STORE_DIR'),
          below(value('PNPM_HOME'), 'store'),
          below(value('XDG_DATA_HOME'), 'pnpm/store'),
          below(home, '.local/share/pnpm/store'),
        )
  },
  isEmptiedBy: empties('pnpm', 'store', 'prune'),
}

/** https://bun.sh/docs/pm/global-cache */
const bun: CacheUse = {
  folders: (place) =>
    flagged(place, ['--cache-dir', '--no-cache', '--backend']) ||
    says(place, 'bunfig.toml', /cache|backend|store/i)
      ? []
      : first(
          place.value('BUN_INSTALL_CACHE_DIR'),
          below(place.value('BUN_INSTALL'), 'install/cache'),
          below(place.value('XDG_CACHE_HOME'), '.bun/install/cache'),
          below(place.home, '.bun/install/cache'),
        ),
  isEmptiedBy: empties('bun', 'pm', 'cache', 'rm'),
}

import {
  baseName,
  type CacheCleanUp,
  type CacheUse,
  type Command,
  type InstallCall,
  type Installer,
  composerCommandOf,
  type ComposerCommand,
} from '../../../src/transform.ts'
import { composerManifests } from './manifests.ts'

/** https://getcomposer.org/doc/03-cli.md#clear-cache-clearcache-cc */
const cache: CacheCleanUp = {
  command: 'composer clear-cache',
  isDone: /composer\s+(clear-?cache|cc)\b|COMPOSER_CACHE_DIR|--no-cache|\.composer/,
}

/**
 * The folder of the mount decides: where `~/.composer/cache` is there, it is the one, whatever XDG_ variables say.
 * https://getcomposer.org/doc/06-config.md#cache-dir, Composer\Factory::getCacheDir
 */
const keeps: CacheUse = {
  folders: ({ value, home, project, commands }) => {
    const own = value('COMPOSER_CACHE_DIR')
    const composerHome = value('COMPOSER_HOME')
    const moves = commands.some((command) => movesCache(composerCommandOf(command)))
    const isElsewhere =
      moves ||
      project
        .files()
        .some(
          (file) =>
            baseName(file) === 'composer.json' && project.read(file)?.includes('"cache-') === true,
        )
    const folder =
      own !== ''
        ? own
        : composerHome !== ''
          ? composerHome && `${composerHome}/cache`
          : home && `${home}/.composer/cache`
    return folder === undefined || folder === '/dev/null' || isElsewhere ? [] : [folder]
  },
  isEmptiedBy: (command) => /^(clear-?cache|cc)$/.test(composerCommandOf(command)?.name ?? ''),
  isOffline: ({ value }) => value('COMPOSER_DISABLE_NETWORK') !== '',
}

/** Global packages make a home elsewhere, and its cache with it. */
const movesCache = (composer: ComposerCommand | undefined) =>
  composer?.isGlobal === true ||
  composer?.name === 'config' ||
  composer?.args.includes('--no-cache') === true

export const phpInstallers: readonly Installer[] = [
  {
    reads: readComposer,
    manifests: composerManifests,
    fills: {
      manifest: 'composer.json',
      name: 'vendor',
      marks: ['composer/installed.json'],
      loader: { program: 'php', packages: /^(php|composer)/ },
      isInWorkspaces: () => false,
    },
  },
  { reads: readSetup },
]

const fetching = /^(install|require|update|create-project)$/
const independent = /^(clear-cache|self-update|diagnose)$/

function readComposer(command: Command): InstallCall | undefined {
  const composer = composerCommandOf(command)
  if (composer === undefined) return undefined
  const { name = '', args, folder, isGlobal } = composer
  const isKnown = args.every((arg) => arg !== undefined && !/^(--help|-h|--dry-run)$/.test(arg))
  const isOfProject = !isGlobal && isKnown
  const isPlain = isOfProject && args.every((arg) => arg?.startsWith('-') === true)
  const asksVersion = name === '' && args.every((arg) => /^(--version|-V)$/.test(arg ?? ''))
  return {
    needs:
      name === 'install' && isPlain
        ? 'manifests'
        : independent.test(name) || asksVersion
          ? 'nothing'
          : 'sources',
    folder,
    fills: isOfProject && /^(install|update)$/.test(name),
    fetches: fetching.test(name),
    writes: true,
    cache: fetching.test(name) ? cache : undefined,
    keeps: fetching.test(name) ? keeps : undefined,
  }
}

/** What sets up the image itself: PHP's extensions, Apache's modules. */
function readSetup({ name = '', cwd }: Command): InstallCall | undefined {
  return /^(docker-php-ext-(install|configure|enable)|a2(en|dis)(mod|conf|site))$/.test(
    baseName(name),
  )
    ? { needs: 'nothing', folder: cwd, fills: false, fetches: false, writes: true }
    : undefined
}

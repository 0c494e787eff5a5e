import {
  baseName,
  type CacheCleanUp,
  type Command,
  type InstallCall,
  type Installer,
  composerCommandOf,
} from '../../../src/transform.ts'
import { composerManifests } from './manifests.ts'

/** https://getcomposer.org/doc/03-cli.md#clear-cache-clearcache-cc */
const cache: CacheCleanUp = {
  command: 'composer clear-cache',
  isDone: /composer\s+(clear-?cache|cc)\b|COMPOSER_CACHE_DIR|--no-cache|\.composer/,
}

export const phpInstallers: readonly Installer[] = [
  {
    reads: readComposer,
    manifests: composerManifests,
    fills: {
      manifest: 'composer.json',
      name: 'vendor',
      marks: ['composer/installed.json'],
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

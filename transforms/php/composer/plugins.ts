import { stringIn } from '../../javascript/manifest.ts'
import { folder, type Left } from '../frameworks/framework.ts'
import { harmlessPlugins, installers } from '../tables/composer-plugins.ts'
import type { ComposerLock, LockedPackage } from './lock.ts'
import { stringList, type ComposerManifest } from './manifest.ts'
import { isRecord } from '../../../src/transform.ts'

/** What composer's plugins leave outside of the vendor folder, relative to the project; a plugin's name where that is not known. */
export function pluginLeavings(
  manifest: ComposerManifest,
  lock: ComposerLock | undefined,
): readonly Left[] | { readonly plugin: string } {
  const left: Left[] = []
  for (const plugin of pluginsOf(manifest, lock)) {
    if (harmlessPlugins.has(plugin)) continue
    const made = installerLeavings(plugin, manifest, lock)
    if (made === undefined) return { plugin }
    left.push(...made)
  }
  return left.filter(({ path }, i) => left.findIndex((other) => other.path === path) === i)
}

/** The plugins that are installed and may run; without a lock file, those that composer.json allows or requires by a known name. */
function pluginsOf(
  { allowedPlugins, require, requireDev }: ComposerManifest,
  lock: ComposerLock | undefined,
): readonly string[] {
  if (lock === undefined)
    return [
      ...new Set([
        ...(allowedPlugins ?? []),
        ...[...require.keys(), ...requireDev.keys()].filter((name) => installers.has(name)),
      ]),
    ]
  return [...lock.packages, ...lock.devPackages].flatMap(({ name, type }) =>
    /^composer-(plugin|installer)$/.test(type) && allowedPlugins?.has(name) !== false ? [name] : [],
  )
}

function installerLeavings(
  plugin: string,
  { extra }: ComposerManifest,
  lock: ComposerLock | undefined,
): readonly Left[] | undefined {
  switch (plugin) {
    // https://github.com/composer/installers#custom-install-paths
    case 'composer/installers':
    case 'oomphinc/composer-installers-extender':
    case 'mnsami/composer-custom-directory-installer':
      return installerPaths(extra, lock)
    // https://www.drupal.org/docs/develop/using-composer/using-drupals-composer-scaffold
    case 'drupal/core-composer-scaffold': {
      const scaffold = extra['drupal-scaffold']
      const locations = isRecord(scaffold) ? scaffold['locations'] : undefined
      const root = isRecord(locations) ? stringIn(locations, 'web-root') : undefined
      return webFolder(root)
    }
    // https://github.com/johnpbloch/wordpress-core-installer
    case 'johnpbloch/wordpress-core-installer':
    case 'roots/wordpress-core-installer': {
      const to = extra['wordpress-install-dir']
      return webFolder(to === undefined ? 'wordpress' : typeof to === 'string' ? to : undefined)
    }
    default:
      return undefined
  }
}

/** The literal part of every path that a package goes to; undefined where one goes to a place that its type decides. */
function installerPaths(
  extra: ComposerManifest['extra'],
  lock: ComposerLock | undefined,
): readonly Left[] | undefined {
  const paths = extra['installer-paths']
  const entries = Object.entries(isRecord(paths) ? paths : {}).map(([path, who]) => ({
    path,
    who: stringList(who),
  }))
  if (lock === undefined) return entries.length === 0 ? undefined : foldersOf(entries)
  const placeOf = ({ name, type }: LockedPackage) =>
    entries.find(({ who }) =>
      who.some((word) =>
        [name, `type:${type}`, `vendor:${name.split('/')[0] ?? ''}`].includes(word),
      ),
    )
  const placed = lock.packages.filter(({ type }) => !ownTypes.test(type)).map(placeOf)
  const ofDevelopers = lock.devPackages.filter(({ type }) => !ownTypes.test(type)).map(placeOf)
  // A folder that no package goes to need not be there, and one of dev packages alone may be left out.
  const used = entries.filter((entry) => placed.includes(entry))
  const isKnown =
    placed.every(Boolean) && ofDevelopers.every((entry) => entry && placed.includes(entry))
  return isKnown ? foldersOf(used) : undefined
}

function foldersOf(entries: readonly { readonly path: string }[]): readonly Left[] | undefined {
  const folders = entries.map(({ path }) => webFolder(path.replace(/\{\$.*$/, '')))
  return folders.some((made) => made === undefined)
    ? undefined
    : folders.flatMap((made) => made ?? [])
}

/** Types that composer itself places in the vendor folder, or that have an installer of their own. https://github.com/composer/installers#current-supported-package-types */
const ownTypes =
  /^(library|metapackage|project|composer-(plugin|installer)|php-ext(-zend)?|symfony-(bundle|bridge|pack|recipe|mailer-bridge|notifier-bridge|translation-bridge)|phpcodesniffer-standard|phpstan-extension|psalm-plugin|php-library|component|wpcs-package|wordpress-core|yii2-extension)$/

function webFolder(path: string | undefined): readonly Left[] | undefined {
  const plain = path?.replace(/^\.\//, '').replace(/\/+$/, '')
  return plain === undefined ||
    plain === '' ||
    plain === '.' ||
    plain.startsWith('/') ||
    plain.startsWith('..')
    ? undefined
    : [folder(plain)]
}

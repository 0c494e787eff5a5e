import { ownValue } from '../../../src/transform.ts'
import { devFunctions, devNamespaces } from '../tables/dev-namespaces.ts'
import type { ComposerLock } from './lock.ts'
import type { ComposerManifest } from './manifest.ts'

/** What only the dev packages of a project bring. */
export interface DevNames {
  /** Namespaces in small letters with the backslash at their end, longest first, and the package: 'composer.json' for `autoload-dev`. */
  readonly namespaces: readonly { readonly prefix: string; readonly package: string }[]
  /** Global functions. */
  readonly functions: ReadonlyMap<string, string>
  /** Programs of the bin folder. */
  readonly programs: ReadonlyMap<string, string>
}

/** What is gone without the dev packages. */
export function devNamesOf(manifest: ComposerManifest, lock: ComposerLock | undefined): DevNames {
  const kept = new Set([
    ...manifest.autoload.namespaces.keys(),
    ...(lock?.packages ?? []).flatMap(({ autoload }) => [...autoload.namespaces.keys()]),
  ])
  const namespaces: { readonly prefix: string; readonly package: string }[] = []
  const add = (prefix: string, from: string) => {
    if (!kept.has(prefix) && prefix !== '')
      namespaces.push({ prefix: prefix.toLowerCase(), package: from })
  }
  for (const prefix of manifest.autoloadDev.namespaces.keys()) add(prefix, 'composer.json')
  for (const { name, autoload } of lock?.devPackages ?? []) {
    for (const prefix of autoload.namespaces.keys()) add(prefix, name)
    // Packages that map their classes one by one: the names are known for the usual ones.
    if (autoload.namespaces.size === 0)
      for (const prefix of usualNames(name) ?? []) add(prefix, name)
  }
  if (lock === undefined)
    for (const name of manifest.requireDev.keys())
      for (const prefix of usualNames(name) ?? guessedNames(name, manifest)) add(prefix, name)
  const isGone = (name: string) =>
    lock === undefined
      ? manifest.requireDev.has(name) && !manifest.require.has(name)
      : lock.devPackages.some((item) => item.name === name)
  return {
    namespaces: namespaces.toSorted((a, b) => b.prefix.length - a.prefix.length),
    functions: new Map(
      devFunctions.flatMap(([name, ...packages]) => {
        const gone = packages.find(isGone)
        return gone === undefined ? [] : [[name, gone] as const]
      }),
    ),
    programs: new Map(
      (lock?.devPackages ?? []).flatMap(({ name, programs }) =>
        programs.map((program) => [program, name] as const),
      ),
    ),
  }
}

const usualNames = (name: string) => ownValue(devNamespaces, name)

/** Without a lock file: `acme/test-tools` has its classes in `Acme\TestTools\` or, if nothing else is of that vendor, anywhere in `Acme\`. */
function guessedNames(name: string, { require }: ComposerManifest): readonly string[] {
  const [vendor, own] = name.split('/')
  if (vendor === undefined || own === undefined) return []
  const root = studly(vendor)
  if (vendor === 'symfony')
    return ['Component', 'Bundle', 'Bridge'].map((kind) => `Symfony\\${kind}\\${studly(own)}\\`)
  const isShared = [...require.keys()].some((other) => other.startsWith(`${vendor}/`))
  return [isShared ? `${root}\\${studly(own)}\\` : `${root}\\`, `${studly(own)}\\`]
}

const studly = (part: string) =>
  part.replace(/(?:^|[-_.])(\w)/g, (_, letter: string) => letter.toUpperCase())

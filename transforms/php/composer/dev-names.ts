import { ownValue, readSource, rememberOf, resolvePath } from '../../../src/transform.ts'
import { devFunctions, devNamespaces } from '../tables/dev-namespaces.ts'
import type { ComposerManifest } from './manifest.ts'
import type { ComposerProject } from './project.ts'

/** What only the dev packages of a project bring. */
export interface DevNames {
  /** Namespaces in small letters with the backslash at their end, longest first, and the package: 'composer.json' for `autoload-dev`. */
  readonly namespaces: readonly { readonly prefix: string; readonly package: string }[]
  /** Functions, by their whole names in small letters, and what brings them. */
  readonly functions: ReadonlyMap<string, string>
  /** Programs of the bin folder. */
  readonly programs: ReadonlyMap<string, string>
}

/** What is gone without the dev packages. */
export const devNamesOf = rememberOf((project: ComposerProject): DevNames => {
  const { lock, view, folder, manifest } = project
  if (manifest === undefined) return { namespaces: [], functions: new Map(), programs: new Map() }
  const kept = new Set([
    ...manifest.autoload.namespaces.keys(),
    ...(lock?.packages ?? []).flatMap(({ autoload }) => [...autoload.namespaces.keys()]),
  ])
  const classesIn = (path: string) => {
    const source = view.contextPath(resolvePath(folder, path) ?? '')
    return source === undefined || !view.project.isFolder(source)
      ? []
      : view.project
          .files(source)
          .filter((file) => file.endsWith('.php'))
          .map((file) => file.slice(source === '' ? 0 : source.length + 1, -'.php'.length))
          .map((name) => name.replaceAll('/', '\\'))
  }
  const namespaces: { readonly prefix: string; readonly package: string }[] = []
  const add = (prefix: string, from: string) => {
    if (!kept.has(prefix) && prefix !== '')
      namespaces.push({ prefix: prefix.toLowerCase(), package: from })
  }
  for (const [prefix, folders] of manifest.autoloadDev.namespaces) {
    add(prefix, 'composer.json')
    // Classes of one namespace in two folders: those of this one are gone.
    if (kept.has(prefix))
      for (const name of folders.flatMap((path) => classesIn(path)))
        namespaces.push({ prefix: `${prefix}${name}\\`.toLowerCase(), package: 'composer.json' })
  }
  for (const { name, autoload } of lock?.devPackages ?? []) {
    for (const prefix of autoload.namespaces.keys()) add(prefix, name)
    // Packages that map their classes one by one: the names are known for the usual ones.
    if (autoload.namespaces.size === 0)
      for (const prefix of usualNames(name) ?? []) add(prefix, name)
  }
  if (lock === undefined)
    for (const name of manifest.requireDev.keys())
      for (const prefix of usualNames(name) ?? guessedNames(name, manifest)) add(prefix, name)
  const root = view.contextPath(folder) ?? ''
  const definedIn = (files: readonly string[]) =>
    files.flatMap((file) => {
      const source = view.contextPath(resolvePath(folder, file) ?? '')
      const facts = source === undefined ? undefined : readSource(view.project, source, root)
      return [...(facts?.defined ?? [])]
    })
  const isGone = (name: string) =>
    lock === undefined
      ? manifest.requireDev.has(name) && !manifest.require.has(name)
      : lock.devPackages.some((item) => item.name === name)
  return {
    namespaces: namespaces.toSorted((a, b) => b.prefix.length - a.prefix.length),
    functions: new Map([
      ...devFunctions.flatMap(([name, ...packages]) => {
        const gone = packages.find(isGone)
        return gone === undefined ? [] : [[name, gone] as const]
      }),
      ...definedIn(manifest.autoloadDev.files).map((name) => [name, 'composer.json'] as const),
    ]),
    programs: new Map(
      (lock?.devPackages ?? []).flatMap(({ name, programs }) =>
        programs.map((program) => [program, name] as const),
      ),
    ),
  }
})

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

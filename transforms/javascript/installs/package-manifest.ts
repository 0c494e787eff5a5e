import type { InstallSite } from '../../../src/transform.ts'
import { installScripts, scriptsOf } from '../manifest.ts'

/** A package.json, parsed. */
export type PackageJson = Readonly<Record<string, unknown>>

const dependencyFields = [
  'dependencies',
  'devDependencies',
  'optionalDependencies',
  'peerDependencies',
  'overrides',
  'resolutions',
]

/** Scripts that an install runs. */
export const hasLifecycle = (manifest: PackageJson) =>
  installScripts.some((name) => scriptsOf(manifest).has(name))

export function ignoresScripts(installs: InstallSite['installs']): boolean {
  return installs.every(({ args }) => args.includes('--ignore-scripts'))
}

/** Dependencies that are folders or patches of the project. Where `workspace:` is meant, it names a package of the same workspace. */
export function namesFolders(manifest: PackageJson): boolean {
  const text = JSON.stringify([
    ...dependencyFields.map((field) => manifest[field]),
    manifest['pnpm'],
  ])
  return /"(file|link|portal|patch):|":"\.{0,2}\/|"patchedDependencies"/.test(text)
}

import {
  quoteWord,
  resolvePath,
  type Evidence,
  type Place,
  type Started,
} from '../../../src/transform.ts'
import { lineOfKey, manifestFault, readManifest, type Manifest } from '../manifest.ts'

/** The folder that programs of a package's scripts are looked for in first. */
export const localBin = 'node_modules/.bin'

/** Stands for an argument that is not known; nothing sets it. */
const unknownWord = '"$UNKNOWN"'

/** The package.json of a folder of the image, or the nearest above it, as package managers look for it. */
export function manifestNear(
  cwd: string | undefined,
  place: Place,
): { readonly manifest: Manifest; readonly folder: string } | undefined {
  for (let folder = cwd; folder !== undefined; folder = resolvePath(folder, '..')) {
    const path = place.contextPath(resolvePath(folder, 'package.json') ?? '')
    const manifest = path === undefined ? undefined : readManifest(place.project, path)
    if (manifest !== undefined) return { manifest, folder }
    // A folder that a build makes may get one of its own: `cp package.json build/`.
    const own = place.contextPath(folder)
    if (folder === '/' || own === undefined || !place.project.isFolder(own)) return undefined
  }
  return undefined
}

/** Why the package.json that package managers would take can't be used; undefined where there is none. */
export function manifestFaultNear(cwd: string | undefined, place: Place): string | undefined {
  const path = place.contextPath(resolvePath(cwd, 'package.json') ?? '')
  return manifestFault(place.project, path)
}

/** A script of a package.json as what is started, its hooks before and behind it; undefined where it has none of the name. */
export function startsScript(
  script: string,
  args: readonly (string | undefined)[],
  { manifest, folder }: { readonly manifest: Manifest; readonly folder: string },
  hasHooks: boolean,
  fallback?: string,
): readonly Started[] | undefined {
  const { scripts } = manifest
  const main = scripts.get(script) ?? fallback
  if (main === undefined) return undefined
  const names = hasHooks ? [`pre${script}`, script, `post${script}`] : [script]
  return names.flatMap((name) => {
    const own = name === script ? main : scripts.get(name)
    if (own === undefined) return []
    const words = name === script ? args : []
    return {
      text: [
        own,
        ...words.map((word) => (word === undefined ? unknownWord : quoteWord(word))),
      ].join(' '),
      cwd: folder,
      bin: localBin,
      evidence: scriptEvidence(manifest, name, own),
      // https://docs.npmjs.com/cli/using-npm/scripts#current-lifecycle-event
      assignments: new Map([['npm_lifecycle_event', name]]),
    }
  })
}

/** Where a script stands in package.json. */
export function scriptEvidence(manifest: Manifest, name: string, text: string): Evidence {
  return {
    path: manifest.path,
    line: lineOfKey(manifest, 'scripts', name),
    text: `"${name}": "${text}"`,
  }
}

/** The words that are no flags, and no values of such that take one. */
export function withoutValues(
  args: readonly (string | undefined)[],
  withValue: ReadonlySet<string>,
): readonly (string | undefined)[] {
  return args.filter((arg, i) => arg?.startsWith('-') !== true && !withValue.has(args[i - 1] ?? ''))
}

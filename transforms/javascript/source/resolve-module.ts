import { posix } from 'node:path'
import type { Project } from '../../../src/transform.ts'
import { sourceExtensions } from './syntax.ts'

/** Where a specifier leads. */
export type Resolved =
  | { readonly kind: 'file'; readonly path: string }
  | { readonly kind: 'package'; readonly name: string }
  | { readonly kind: 'nowhere' }

/** An import prefix and the folders of the context that it stands for: `@/*` => `src/*`. */
export interface Alias {
  readonly prefix: string
  readonly isExact: boolean
  readonly targets: readonly string[]
}

/** Finds what a module of the context imports. https://nodejs.org/api/esm.html#resolution-algorithm, TypeScript's paths before it. */
export function resolveModule(
  specifier: string,
  from: string,
  project: Project,
  aliases: readonly Alias[],
): Resolved {
  if (/^\.{1,2}(\/|$)/.test(specifier)) {
    const file = resolveFile(posix.join(posix.dirname(from), specifier), project)
    return file === undefined ? { kind: 'nowhere' } : { kind: 'file', path: file }
  }
  for (const { prefix, isExact, targets } of aliases) {
    if (isExact ? specifier !== prefix : !specifier.startsWith(prefix)) continue
    for (const target of targets) {
      const file = resolveFile(
        posix.join(target, isExact ? '' : specifier.slice(prefix.length)),
        project,
      )
      if (file !== undefined) return { kind: 'file', path: file }
    }
  }
  if (specifier.startsWith('/') || specifier.startsWith('#') || specifier.startsWith('node:'))
    return { kind: 'nowhere' }
  return { kind: 'package', name: packageName(specifier) }
}

/** The file for a path without its ending: `src/app` => `src/app.ts`, `src` => `src/index.ts`, `app.js` => `app.ts`. */
export function resolveFile(path: string, project: Project): string | undefined {
  const clean = posix.normalize(path).replace(/\/$/, '')
  if (clean.startsWith('..')) return undefined
  const stem = clean.replace(/\.([mc]?)jsx?$/, '')
  const candidates = [
    clean,
    ...sourceExtensions.map((extension) => clean + extension),
    `${clean}.json`,
    ...(stem === clean ? [] : ['.ts', '.tsx', '.mts', '.cts'].map((extension) => stem + extension)),
    ...sourceExtensions.map((extension) => posix.join(clean, `index${extension}`)),
  ]
  return candidates.find((candidate) => candidate !== '.' && project.isFile(candidate))
}

/** `@scope/name/file` => `@scope/name`. */
export function packageName(specifier: string): string {
  return specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/')
}

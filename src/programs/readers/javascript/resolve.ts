import { isBuiltin } from 'node:module'
import { posix } from 'node:path'
import type { Language, Resolved } from '../../language.ts'
import { readJavaScript } from '../javascript.ts'
import { sourceExtensions } from './syntax.ts'

/** An import prefix and the folders of the context that it stands for: `@/*` => `src/*`. */
export interface Alias {
  readonly prefix: string
  readonly isExact: boolean
  readonly targets: readonly string[]
}

type Files = { readonly isFile: (path: string) => boolean }

/** JavaScript and TypeScript, as a project's aliases have it. */
export const javascript = (files: Files, aliases: readonly Alias[]): Language => ({
  endings: sourceExtensions,
  interpreters: ['node', 'nodejs', 'tsx', 'ts-node', 'bun'],
  read: readJavaScript,
  resolve: ({ specifier }, from) => resolveModule(specifier, from, files, aliases),
  fileOf: (path) => resolveFile(path, files),
})

/** Finds what a module of the context imports. https://nodejs.org/api/esm.html#resolution-algorithm, TypeScript's paths before it. */
function resolveModule(
  specifier: string,
  from: string,
  files: Files,
  aliases: readonly Alias[],
): Resolved {
  const fileAt = (path: string): Resolved => {
    const file = resolveFile(path, files)
    return file === undefined ? { kind: 'nowhere' } : { kind: 'files', paths: [file] }
  }
  if (/^\.{1,2}(\/|$)/.test(specifier)) return fileAt(posix.join(posix.dirname(from), specifier))
  for (const { prefix, isExact, targets } of aliases) {
    if (isExact ? specifier !== prefix : !specifier.startsWith(prefix)) continue
    for (const target of targets) {
      const found = fileAt(posix.join(target, isExact ? '' : specifier.slice(prefix.length)))
      if (found.kind === 'files') return found
    }
  }
  if (isBuiltin(specifier)) return { kind: 'builtin' }
  return specifier.startsWith('/') || specifier.startsWith('#') || specifier === ''
    ? { kind: 'nowhere' }
    : { kind: 'package', name: packageName(specifier) }
}

/** The file for a path without its ending: `src/app` => `src/app.ts`, `src` => `src/index.ts`, `app.js` => `app.ts`. */
export function resolveFile(path: string, files: Files): string | undefined {
  const clean = posix.normalize(path).replace(/\/$/, '')
  if (clean.startsWith('..')) return undefined
  const stem = clean.replace(/\.([mc]?)jsx?$/, '')
  const candidates = [
    clean,
    ...sourceExtensions.map((extension) => clean + extension),
    `${clean}.json`,
    `${clean}.node`,
    ...(stem === clean ? [] : ['.ts', '.tsx', '.mts', '.cts'].map((extension) => stem + extension)),
    ...sourceExtensions.map((extension) => posix.join(clean, `index${extension}`)),
  ]
  return candidates.find((candidate) => candidate !== '.' && files.isFile(candidate))
}

/** `@scope/name/file` => `@scope/name`. */
export function packageName(specifier: string): string {
  return specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/')
}

import { isBuiltin } from 'node:module'
import { posix } from 'node:path'
import type { Language, Resolved } from '../../language.ts'
import { readJavaScript, readSettings } from '../javascript.ts'
import { sourceExtensions } from './syntax.ts'

/** An import prefix and the folders of the context that it stands for: `@/*` => `src/*`. */
export interface Alias {
  readonly prefix: string
  readonly isExact: boolean
  readonly targets: readonly string[]
}

type Files = { readonly isFile: (path: string) => boolean; readonly origin?: object }

/** JavaScript and TypeScript, as a project's aliases have it. */
export function javascript(files: Files, aliases: readonly Alias[]): Language {
  const resolved = new Map<string, Map<string, Resolved>>()
  let lastFrom: string | undefined
  let ofLast = new Map<string, Resolved>()
  return {
    endings: sourceExtensions,
    interpreters: ['node', 'nodejs', 'tsx', 'ts-node', 'bun'],
    read: readingOnce(files),
    readSettings,
    // Modules of one folder import the same.
    resolve: ({ specifier }, from) => {
      if (from !== lastFrom) {
        const folder = posix.dirname(from)
        ofLast = resolved.get(folder) ?? new Map<string, Resolved>()
        resolved.set(folder, ofLast)
        lastFrom = from
      }
      const known = ofLast.get(specifier)
      if (known !== undefined) return known
      const found = resolveModule(specifier, from, files, aliases)
      ofLast.set(specifier, found)
      return found
    },
    fileOf: (path) => resolveFile(path, files),
  }
}

interface Reading {
  readonly text: string
  /** What was asked of the image's ENV, and the answers. */
  readonly asked: ReadonlyMap<string, string | undefined>
  readonly facts: ReturnType<Language['read']>
}

const readings = new WeakMap<object, Map<string, Reading>>()

/** Several look at the sources of a project, most with the same variables: what was read once is not parsed again. */
function readingOnce(files: Files): Language['read'] {
  const origin = files.origin ?? files
  const known = readings.get(origin) ?? new Map<string, Reading>()
  readings.set(origin, known)
  return (path, text, env) => {
    const before = known.get(path)
    const isSame =
      before?.text === text && [...before.asked].every(([name, value]) => env(name) === value)
    if (isSame) return before.facts
    const asked = new Map<string, string | undefined>()
    const facts = readJavaScript(path, text, (name) => {
      const value = env(name)
      asked.set(name, value)
      return value
    })
    known.set(path, { text, asked, facts })
    return facts
  }
}

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
  const isThere = (candidate: string) => candidate !== '.' && files.isFile(candidate)
  // Most are written as they are called.
  if (isThere(clean)) return clean
  const stem = clean.replace(/\.([mc]?)jsx?$/, '')
  const candidates = [
    ...sourceExtensions.map((extension) => clean + extension),
    `${clean}.json`,
    `${clean}.node`,
    ...(stem === clean ? [] : ['.ts', '.tsx', '.mts', '.cts'].map((extension) => stem + extension)),
    ...sourceExtensions.map((extension) => posix.join(clean, `index${extension}`)),
  ]
  return candidates.find(isThere)
}

/** `@scope/name/file` => `@scope/name`. */
export function packageName(specifier: string): string {
  return specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/')
}

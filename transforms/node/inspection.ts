import { isBuiltin } from 'node:module'
import path from 'node:path'
import type { Finding, ImageInspection, ImageView } from '../../src/transform.ts'

/** A name that a script asks for, and whether it does so as soon as it is loaded. */
interface Asked {
  readonly name: string
  readonly isAtStart: boolean
}

/** Scripts that are followed from the start command's one. */
const mostScripts = 500

/** Scripts and manifests of the application's own: no package's, none of the system's. */
function isOwnSource(file: string): boolean {
  return (
    /(\.[cm]?js|\/package\.json)$/.test(file) &&
    !file.includes('/node_modules/') &&
    (file.startsWith('/usr/src/') || !/^\/(usr|lib|opt\/yarn[^/]*|root\/\.[^/]+)\//.test(file))
  )
}

/** Modules that the new image lacks, and the packages of node_modules in an image. */
export const inspection: ImageInspection = {
  reads: isOwnSource,
  packageFolders: ['node_modules'],
  *packages({ paths }) {
    for (const file of paths) {
      const name = /\/node_modules\/((?:@[^/]+\/)?[^/]+)\/package\.json$/.exec(file)?.[1]
      if (name !== undefined) yield `npm ${name}`
    }
  },
  inspect(before, after) {
    const lost = lostModules(before, after)
    return {
      differences: lost.filter(({ isAtStart }) => isAtStart).map(({ finding }) => finding),
      notes: lost.filter(({ isAtStart }) => !isAtStart).map(({ finding }) => finding),
    }
  },
}

interface LostModule {
  readonly isAtStart: boolean
  readonly finding: Finding
}

/**
 * What the application's own scripts, followed from the one that the container starts, require or import, and only the old image
 * has. A name that is asked for at the top of a script stops the program; one further in may never be reached.
 */
function lostModules(before: ImageView, after: ImageView): readonly LostModule[] {
  const found: LostModule[] = []
  const seen = new Set<string>()
  const open = [...startScripts(after)]
  for (let script = open.shift(); script !== undefined; script = open.shift()) {
    const text = after.read(script)
    if (text === undefined || seen.has(script) || seen.size >= mostScripts) continue
    seen.add(script)
    for (const asked of askedBy(text)) {
      const now = findModule(script, asked.name, after)
      if (now !== undefined) open.push(now)
      else if (findModule(script, asked.name, before) !== undefined)
        found.push({
          isAtStart: asked.isAtStart,
          finding: {
            code: 'missing-module',
            message: `${script} asks for ${asked.name}, which is not in the new image`,
          },
        })
    }
  }
  return found
}

/** `node dist/index.js`, as an exec form, inside a shell's line, or as `npm start` says it. */
function startScripts(image: ImageView): readonly string[] {
  const { entrypoint, cmd, workingDir } = image
  const line = [...entrypoint, ...cmd].join(' ')
  const manifest = image.read(path.posix.join(workingDir, 'package.json')) ?? ''
  const isByManager = /\b(npm|yarn|pnpm|bun)\b.*\bstart\b/.test(line)
  const script = isByManager ? (/"start":\s*"([^"]+)"/.exec(manifest)?.[1] ?? '') : line
  const name = /(?:^|[\s/])(?:node|nodejs|bun)(?:\s+-\S+)*\s+([^\s-]\S*)/.exec(script)?.[1]
  if (name === undefined) return []
  const found = findFile(path.posix.resolve(workingDir, name), image)
  return found === undefined ? [] : [found]
}

function askedBy(text: string): readonly Asked[] {
  // Of what a bundler wrote in one line nobody can say when it is reached.
  const isBundle = text.split('\n', 50).some((line) => line.length > 2000)
  const asks =
    /^(?![ \t]*(?:\/\/|\*))([ \t]*)(?:.*?\brequire\(\s*|(?:(?:import|export)\b(?:[^'"\n]*\bfrom)?|\}\s*from)\s*)(['"])([^'"\n]+)\2/gm
  // A package by the name of one of Node's own modules is found by no script that asks for it.
  return [...text.matchAll(asks)].flatMap(([, indent = '', , name = '']) =>
    isBuiltin(name) ? [] : [{ name, isAtStart: indent === '' && !isBundle }],
  )
}

/** Where Node would find it; of a package, its folder: what is inside of it is its own. */
function findModule(from: string, name: string, image: ImageView): string | undefined {
  if (name.startsWith('#')) return undefined
  if (/^[./]/.test(name)) return findFile(path.posix.resolve(path.posix.dirname(from), name), image)
  const parts = name.split('/')
  const folder = parts.slice(0, name.startsWith('@') ? 2 : 1).join('/')
  for (let at = path.posix.dirname(from); ; at = path.posix.dirname(at)) {
    const found = image.find(path.posix.join(at, 'node_modules', folder))
    if (found !== undefined) return found.path
    if (at === '/') return undefined
  }
}

function findFile(wanted: string, image: ImageView): string | undefined {
  const endings = ['', '.js', '.cjs', '.mjs', '.json', '.node', '/index.js', '/index.cjs']
  for (const ending of endings) {
    const found = image.find(wanted + ending)
    if (found?.kind === 'file') return found.path
  }
  return undefined
}

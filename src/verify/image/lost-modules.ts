import { isBuiltin } from 'node:module'
import path from 'node:path'
import type { ImageFiles } from './image-files.ts'
import { resolveInImage } from './image-files.ts'
import type { LookedAt } from './image-facts.ts'
import type { Finding } from '../../verification/finding.ts'

/** A name that a script asks for, and whether it does so as soon as it is loaded. */
interface Asked {
  readonly name: string
  readonly isAtStart: boolean
}

/** Scripts that are followed from the start command's one. */
const mostScripts = 500

/**
 * What the application's own scripts, followed from the one that the container starts, require or import, and only the old image
 * has. A name that is asked for at the top of a script stops the program; one further in may never be reached.
 */
export function lostModules(before: LookedAt, after: LookedAt): readonly (Finding & Asked)[] {
  const found: (Finding & Asked)[] = []
  const seen = new Set<string>()
  const open = [...startScripts(after)]
  for (let script = open.shift(); script !== undefined; script = open.shift()) {
    const text = after.files.texts.get(script)
    if (text === undefined || seen.has(script) || seen.size >= mostScripts) continue
    seen.add(script)
    for (const asked of askedBy(text)) {
      const now = findModule(script, asked.name, after.files)
      if (now !== undefined) open.push(now)
      else if (findModule(script, asked.name, before.files) !== undefined)
        found.push({
          ...asked,
          code: 'missing-module',
          message: `${script} asks for ${asked.name}, which is not in the new image`,
        })
    }
  }
  return found
}

/** `node dist/index.js`, as an exec form, inside a shell's line, or as `npm start` says it. */
function startScripts({ config, files }: LookedAt): readonly string[] {
  const line = [...config.entrypoint, ...config.cmd].join(' ')
  const manifest = files.texts.get(path.posix.join(config.workingDir, 'package.json')) ?? ''
  const isByManager = /\b(npm|yarn|pnpm|bun)\b.*\bstart\b/.test(line)
  const script = isByManager ? (/"start":\s*"([^"]+)"/.exec(manifest)?.[1] ?? '') : line
  const name = /(?:^|[\s/])(?:node|nodejs|bun)(?:\s+-\S+)*\s+([^\s-]\S*)/.exec(script)?.[1]
  if (name === undefined) return []
  const found = findFile(path.posix.resolve(config.workingDir, name), files)
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
function findModule(from: string, name: string, files: ImageFiles): string | undefined {
  if (name.startsWith('#')) return undefined
  if (/^[./]/.test(name)) return findFile(path.posix.resolve(path.posix.dirname(from), name), files)
  const parts = name.split('/')
  const folder = parts.slice(0, name.startsWith('@') ? 2 : 1).join('/')
  for (let at = path.posix.dirname(from); ; at = path.posix.dirname(at)) {
    const found = resolveInImage(files, path.posix.join(at, 'node_modules', folder))
    if (found !== undefined) return found.path
    if (at === '/') return undefined
  }
}

function findFile(wanted: string, files: ImageFiles): string | undefined {
  const endings = ['', '.js', '.cjs', '.mjs', '.json', '.node', '/index.js', '/index.cjs']
  for (const ending of endings) {
    const found = resolveInImage(files, wanted + ending)
    if (found?.file.kind === 'file') return found.path
  }
  return undefined
}

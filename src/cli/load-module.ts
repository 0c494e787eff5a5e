import { existsSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { isRecord } from '../project/formats/loose-data.ts'

/**
 * Runs the module at an absolute path, as whoever named it wants it, and gives its default export. Throws an Error whose message is a clause
 * for the user.
 */
export async function defaultExport(path: string): Promise<unknown> {
  if (!existsSync(path)) throw new Error('there is no such file')
  const module = await loaded(path)
  if (!isRecord(module) || !('default' in module)) throw new Error('it has no default export')
  const found = module['default']
  // A module that was compiled to CommonJS is the default export as a whole.
  return isRecord(found) && found['__esModule'] === true && 'default' in found
    ? found['default']
    : found
}

async function loaded(path: string): Promise<unknown> {
  try {
    const module: unknown = await import(pathToFileURL(path).href)
    return module
  } catch (error) {
    throw new Error(loadFault(error, path, process.version), { cause: error })
  }
}

/** Why a module can't be loaded, as a clause; where Node is too old for TypeScript, with what to do about it. */
export function loadFault(error: unknown, path: string, version: string): string {
  const reason = error instanceof Error ? error.message : String(error)
  const [, source] = /^Unknown file extension "\.[cm]?ts" for (.+)$/s.exec(reason) ?? []
  if (source === undefined) return reason
  const what = source === path ? 'it' : source
  return `Node reads TypeScript from 22.18 on, and this is ${version}; run msb-migrate with a newer Node, or have ${what} as JavaScript (.mjs)`
}

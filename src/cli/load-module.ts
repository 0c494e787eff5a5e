import { existsSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { isRecord } from '../project/loose-data.ts'

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
    const reason = error instanceof Error ? error.message : String(error)
    const [, source] = /^Unknown file extension "\.[cm]?ts" for (.+)$/s.exec(reason) ?? []
    throw new Error(
      source === undefined
        ? reason
        : `Node reads TypeScript from 22.18 on, and this is ${process.version}; ${source === path ? 'it' : source} has to be compiled to JavaScript`,
      { cause: error },
    )
  }
}

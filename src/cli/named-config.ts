import { readFileSync } from 'node:fs'
import { extname, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { messageOf } from './migrate/file-list.ts'
import { faultText } from './migrate/core/load-config.ts'
import { readConfig } from '../project/config/read-config.ts'
import type { ConfigText } from '../project/config/find-config.ts'
import { ruleNames } from './rule-names.ts'
import { UsageError } from './usage-error.ts'

/**
 * Reads the file of `--config`. One that is a program is run, as whoever names it wants it; its default export is the configuration. Throws
 * UsageError where it can't be read or is not what it should be.
 */
export async function readNamedConfig(name: string, cwd: string): Promise<ConfigText> {
  const path = resolve(cwd, name)
  const isProgram = /^\.[cm]?[jt]s$/.test(extname(path))
  const found = isProgram ? await runConfig(path, name) : { path, text: readText(path, name) }
  const config = readConfig(found, ruleNames)
  if (config.kind === 'fault') throw new UsageError(`--config: ${await faultText(config, cwd)}`)
  return found
}

function readText(path: string, name: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    throw new UsageError(`--config: ${name} can't be read: ${messageOf(error)}`)
  }
}

async function runConfig(path: string, name: string): Promise<ConfigText> {
  try {
    const module: unknown = await import(pathToFileURL(path).href)
    if (typeof module !== 'object' || module === null || !('default' in module))
      throw new Error('it has no default export')
    return { path, text: JSON.stringify(module.default ?? null), isMade: true }
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    const help = /unknown file extension/i.test(reason)
      ? 'Node reads TypeScript from 22.18 on; use YAML or JavaScript'
      : reason
    throw new UsageError(`--config: ${name} can't be loaded: ${help}`)
  }
}

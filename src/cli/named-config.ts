import { readFileSync } from 'node:fs'
import { extname, resolve } from 'node:path'
import { messageOf } from './migrate/file-list.ts'
import { faultText, loadConfig } from './migrate/core/load-config.ts'
import type { ConfigText } from '../project/config/find-config.ts'
import type { CliOptions } from './cli-options.ts'
import { defaultExport } from './load-module.ts'
import { UsageError } from './usage-error.ts'

/**
 * Reads the file of `--config`. One that is a program is run, as whoever names it wants it, and its default export is the configuration; so are
 * the transforms that it lists. Throws UsageError where it can't be read or is not what it should be.
 */
export async function readNamedConfig(name: string, cwd: string): Promise<ConfigText> {
  const path = resolve(cwd, name)
  const isProgram = /^\.[cm]?[jt]s$/.test(extname(path))
  const found = isProgram ? await runConfig(path, name) : { path, text: readText(path, name) }
  const config = await loadConfig(found, true)
  if (config.kind === 'fault') throw new UsageError(`--config: ${await faultText(config, cwd)}`)
  return found
}

/** The options with what the file of `--config` says, unless it was read before. Throws UsageError. */
export async function withNamedConfig(options: CliOptions, cwd: string): Promise<CliOptions> {
  const { configFile, config } = options
  if (configFile === undefined || typeof config !== 'string') return options
  return { ...options, config: await readNamedConfig(configFile, cwd) }
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
    return { path, text: JSON.stringify((await defaultExport(path)) ?? null), isMade: true }
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new UsageError(`--config: ${name} can't be loaded: ${reason}`)
  }
}

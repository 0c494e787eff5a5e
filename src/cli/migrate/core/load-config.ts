import { dirname, relative, resolve } from 'node:path'
import { findConfig, type ConfigText } from '../../../project/config/find-config.ts'
import type { Config, ConfigFault } from '../../../project/config/read-config.ts'
import type { ProjectCache } from '../../../project/project-cache.ts'
import { failed, type Failed } from '../../../report/file-report.ts'

/** Where the configuration of a run comes from. Plain data: it crosses processes. */
export type ConfigChoice = 'nearest' | 'none' | ConfigText

/** Gives the configuration that counts for a Dockerfile (its absolute path); undefined where there is none. */
export type ConfigOf = (
  dockerfile: string,
  cache: ProjectCache,
) => Promise<Config | Failed | undefined>

/** Reads each configuration of a run once. What checks them is loaded where there is one. */
export function createConfigs(choice: ConfigChoice, cwd: string): ConfigOf {
  const known = new Map<string, { readonly text: string; readonly read: Config | Failed }>()
  return async (dockerfile, cache) => {
    if (choice === 'none') return undefined
    const found = choice === 'nearest' ? findConfig(dirname(dockerfile), cache) : choice
    if (found === undefined) return undefined
    const before = known.get(found.path)
    if (before?.text === found.text) return before.read
    const read = await loadConfig(found, cwd)
    known.set(found.path, { text: found.text, read })
    return read
  }
}

async function loadConfig(found: ConfigText, cwd: string): Promise<Config | Failed> {
  const [{ readConfig }, { ruleNames }] = await Promise.all([
    import('../../../project/config/read-config.ts'),
    import('../../rule-names.ts'),
  ])
  const config = readConfig(found, ruleNames)
  return config.kind === 'config'
    ? config
    : failed('configuration', await faultText(config, cwd), 'Correct it, or use --no-config.')
}

/** 'msb-migrate.config.yaml:3: there is no key "facs"; did you mean "facts"?' */
export async function faultText(
  { path, line, reason, unknown }: ConfigFault,
  cwd: string,
): Promise<string> {
  const place = relative(cwd, resolve(cwd, path)) + (line === undefined ? '' : `:${line}`)
  if (unknown === undefined) return `${place}: ${reason}.`
  const { didYouMean } = await import('../../did-you-mean.ts')
  const near = didYouMean(unknown.name, unknown.known)
  return `${place}: ${reason}${near === '' ? `; there are ${unknown.known.join(', ')}.` : near}`
}

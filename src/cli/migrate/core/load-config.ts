import { dirname, relative } from 'node:path'
import { findConfig, type ConfigText } from '../../../project/config/find-config.ts'
import type { Config, ConfigFault } from '../../../project/config/read-config.ts'
import type { ProjectCache } from '../../../project/project-cache.ts'
import { failed, type Failed } from '../../../report/file-report.ts'
import type { OwnTransform } from './own-transforms.ts'

/** Where the configuration of a run comes from. Plain data: it crosses processes. */
export type ConfigChoice = 'nearest' | 'none' | ConfigText

/** A configuration with what it lists, loaded. */
export interface LoadedConfig extends Config {
  readonly own: readonly OwnTransform[]
}

/** Gives the configuration that counts for a Dockerfile (its absolute path); undefined where there is none. */
export type ConfigOf = (
  dockerfile: string,
  cache: ProjectCache,
) => Promise<LoadedConfig | Failed | undefined>

/** Reads each configuration of a run once. What checks them is loaded where there is one. */
export function createConfigs(choice: ConfigChoice, cwd: string): ConfigOf {
  const known = new Map<string, { readonly text: string; readonly read: LoadedConfig | Failed }>()
  return async (dockerfile, cache) => {
    if (choice === 'none') return undefined
    const isNamed = choice !== 'nearest'
    const found = isNamed ? choice : findConfig(dirname(dockerfile), cache)
    if (found === undefined) return undefined
    const before = known.get(found.path)
    if (before?.text === found.text) return before.read
    const read = await loadFor(found, isNamed, cwd)
    known.set(found.path, { text: found.text, read })
    return read
  }
}

async function loadFor(
  found: ConfigText,
  isNamed: boolean,
  cwd: string,
): Promise<LoadedConfig | Failed> {
  const config = await loadConfig(found, isNamed)
  if (config.kind === 'config') return config
  const help = config.help ?? 'Correct it, or use --no-config.'
  return failed('configuration', await faultText(config, cwd), help)
}

/**
 * Reads a configuration and loads what it lists. Code is run only for one that a person named: nothing of a repository is run because it lies
 * there.
 */
export async function loadConfig(
  found: ConfigText,
  isNamed: boolean,
): Promise<LoadedConfig | (ConfigFault & { readonly help?: string })> {
  const [{ readConfig }, { ruleNames }] = await Promise.all([
    import('../../../project/config/read-config.ts'),
    import('../../rule-names.ts'),
  ])
  const config = readConfig(found, ruleNames)
  if (config.kind === 'fault') return config
  const { path, data, lineOf } = config
  if (data.transforms === undefined) return { ...config, own: [] }
  if (!isNamed)
    return {
      ...{ kind: 'fault', path, line: lineOf(['transforms']) },
      reason:
        'transforms: code of a repository is run only for a configuration that --config names',
      help: 'Look at what it lists, then name it: --config FILE. --no-config goes without.',
    }
  const { loadTransforms } = await import('./own-transforms.ts')
  const own = await loadTransforms(config)
  return 'kind' in own ? own : { ...config, own }
}

/** The transforms that a run's own configuration lists; those of a repository are none. */
export async function ownTransforms(choice: ConfigChoice): Promise<readonly OwnTransform[]> {
  if (typeof choice === 'string') return []
  const config = await loadConfig(choice, true)
  return config.kind === 'config' ? config.own : []
}

/** 'msb-migrate.config.yaml:3', as seen from the working directory. */
export const placeIn = ({ path, line }: Pick<ConfigFault, 'path' | 'line'>, cwd: string): string =>
  relative(cwd, path) + (line === undefined ? '' : `:${line}`)

/** 'msb-migrate.config.yaml:3: there is no key "facs"; did you mean "facts"?' */
export async function faultText(fault: ConfigFault, cwd: string): Promise<string> {
  const { reason, unknown } = fault
  const place = placeIn(fault, cwd)
  if (unknown === undefined) return `${place}: ${reason}.`
  const { didYouMean } = await import('../../did-you-mean.ts')
  const near = didYouMean(unknown.name, unknown.known)
  return `${place}: ${reason}${near === '' ? `; there are ${unknown.known.join(', ')}.` : near}`
}

import { resolve } from 'node:path'
import { chooseContext } from '../project/choose-context.ts'
import { settingsFor } from '../project/config/file-settings.ts'
import { type Statement, usual } from '../project/config/preferences.ts'
import { createProjectCache } from '../project/project-cache.ts'
import { type ConfigChoice, createConfigs, placeIn } from './migrate/core/load-config.ts'
import { optionalRules, ruleNames } from './rule-names.ts'
import { UsageError } from './usage-error.ts'

/** What counts for Dockerfiles, as JSON: a list, in the order of the paths. Throws UsageError where a configuration can't be used. */
export async function printedConfig(
  paths: readonly string[],
  choice: ConfigChoice,
  cwd: string,
): Promise<string> {
  const cache = createProjectCache()
  const configOf = createConfigs(choice, cwd)
  const all: unknown[] = []
  for (const path of paths) {
    const dockerfile = resolve(cwd, path)
    const config = await configOf(dockerfile, cache)
    if (config !== undefined && 'outcome' in config) throw new UsageError(config.reason)
    const { root } = chooseContext({ dockerfilePath: dockerfile, sources: [], cache })
    const settings = config === undefined ? undefined : settingsFor(config, dockerfile, root, cwd)
    const { stages, user, caches, runtime, images, statements } = settings?.preferences ?? {}
    all.push({
      dockerfile: path,
      config: config?.path ?? null,
      isIgnored: settings?.ignored !== undefined,
      rules: Object.fromEntries(
        ruleNames.map((rule) => [rule, settings?.rules.get(rule) ?? !optionalRules.includes(rule)]),
      ),
      safe: settings?.safe ?? false,
      stages: { ...usual.stages, ...stages },
      user: { ...usual.user, ...user },
      caches: caches ?? usual.caches,
      runtime: Object.fromEntries([...(runtime ?? [])].map(([name, { text }]) => [name, text])),
      images: images ?? [],
      transforms: (config?.own ?? []).map(({ ecosystem: { name }, module, at }) => ({
        ...{ name, module, said: placeIn(at, cwd) },
      })),
      facts: Object.fromEntries(Object.entries(statements ?? {}).map(said)),
    })
  }
  return `${JSON.stringify(all, null, 2)}\n`
}

const said = ([name, statements]: readonly [string, readonly Statement[] | undefined]): readonly [
  string,
  unknown,
] => [
  name,
  statements?.map(({ text, evidence: { path, line } }) => ({
    text,
    said: line === undefined ? path : `${path}:${line}`,
  })),
]

type Environment = Readonly<Record<string, string | undefined>>

/** A setting's key and value. */
export type Setting = readonly [string, string]

/** Git's settings by the environment, behind those that are there: https://git-scm.com/docs/git-config#ENVIRONMENT */
export function withSettings(env: Environment, settings: readonly Setting[]): Environment {
  const start = Number(env['GIT_CONFIG_COUNT'] ?? 0)
  const rows = settings.flatMap(([key, value], i): Setting[] => [
    [`GIT_CONFIG_KEY_${start + i}`, key],
    [`GIT_CONFIG_VALUE_${start + i}`, value],
  ])
  return rows.length === 0
    ? env
    : {
        ...env,
        ...Object.fromEntries<string>(rows),
        GIT_CONFIG_COUNT: String(start + settings.length),
      }
}

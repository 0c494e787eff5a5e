import type { Dockerfile } from '../dockerfile/instruction.ts'
import { assignmentsOf } from '../dockerfile/words/variables.ts'
import type { ImageConfig } from '../knowledge/images/image-config.ts'
import type { StageFacts } from '../facts/stages/stage-facts.ts'

/** A config as flat fields, named as in the report: 'User', 'Env.PORT', 'ExposedPorts.80/tcp', ... */
export function flattenConfig(config: ImageConfig): ReadonlyMap<string, unknown> {
  const fields = new Map<string, unknown>()
  const set = (name: string, value: unknown) => {
    if (value !== undefined && !(Array.isArray(value) && value.length === 0))
      fields.set(name, value)
  }
  set('Cmd', config.Cmd)
  set('Entrypoint', config.Entrypoint)
  set('StopSignal', config.StopSignal)
  set('Healthcheck', config.Healthcheck)
  set('Shell', config.Shell)
  set('OnBuild', config.OnBuild)
  // Root is root, however it is written.
  if (
    config.User !== undefined &&
    config.User !== '' &&
    !/^(0|root)(:(0|root))?$/.test(config.User)
  )
    set('User', config.User)
  set('WorkingDir', config.WorkingDir.replace(/(.)\/+$/, '$1') || '/')
  for (const [name, value] of config.Env) set(`Env.${name}`, value)
  for (const port of config.ExposedPorts) set(`ExposedPorts.${port}`, {})
  for (const path of config.Volumes) set(`Volumes.${path}`, {})
  for (const [name, value] of config.Labels) set(`Labels.${name}`, value)
  return fields
}

export interface FieldChange {
  readonly field: string
  readonly before: unknown
  readonly after: unknown
}

/** The fields that differ. Environment that only base images bring is left out: `authored` names what the file's own ENVs set. */
export function compareConfigs(
  before: ImageConfig,
  after: ImageConfig,
  authored: ReadonlySet<string>,
): readonly FieldChange[] {
  const a = flattenConfig(before)
  const b = flattenConfig(after)
  return [...new Set([...a.keys(), ...b.keys()])]
    .filter((field) => !field.startsWith('Env.') || authored.has(field.slice('Env.'.length)))
    .map((field) => ({ field, before: a.get(field) ?? null, after: b.get(field) ?? null }))
    .filter((change) => JSON.stringify(change.before) !== JSON.stringify(change.after))
}

/** Differences that show only with a build argument: the new stage lacks its ARG. */
export function compareArguments(
  before: StageFacts,
  after: StageFacts,
  authored: ReadonlySet<string>,
): readonly FieldChange[] {
  const plain = new Set(
    compareConfigs(before.config, after.config, authored).map(({ field }) => field),
  )
  const withArguments = compareConfigs(
    before.evaluated.withArguments.config,
    after.evaluated.withArguments.config,
    authored,
  )
  return withArguments.filter(({ field }) => !plain.has(field))
}

/** The names that the ENV instructions of these files set. */
export function authoredEnv(dockerfiles: readonly Dockerfile[]): ReadonlySet<string> {
  const env = dockerfiles.flatMap((dockerfile) =>
    dockerfile.instructions.filter((instruction) => instruction.keyword === 'ENV'),
  )
  return new Set(env.flatMap((instruction) => assignmentsOf(instruction).map(({ name }) => name)))
}

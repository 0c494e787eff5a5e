import type { ContractChange } from '../../library.ts'
import type { InspectedImage } from './inspect-image.ts'
import type { Finding } from '../../verification/finding.ts'
import type { ConfigChange, ConfigValue } from '../../verification/image-difference.ts'

/** Every field in which two configs differ, ours and the base image's. */
export function configChanges(
  before: InspectedImage,
  after: InspectedImage,
): readonly ConfigChange[] {
  const [old, now] = [fieldsOf(before), fieldsOf(after)]
  const names = new Set([...old.keys(), ...now.keys()])
  return [...names].flatMap((field): readonly ConfigChange[] => {
    const change = { field, before: old.get(field) ?? null, after: now.get(field) ?? null }
    return JSON.stringify(change.before) === JSON.stringify(change.after) ? [] : [change]
  })
}

/** No user is root, too: https://docs.docker.com/reference/dockerfile/#user. Distroless images say 0. */
const root = /^((root|0)(:(root|0))?)?$/

function fieldsOf(config: InspectedImage): ReadonlyMap<string, ConfigValue> {
  const list = (words: readonly string[]): ConfigValue => (words.length === 0 ? null : words)
  return new Map<string, ConfigValue>([
    ['User', root.test(config.user) ? null : config.user],
    ['WorkingDir', config.workingDir],
    ['Entrypoint', list(config.entrypoint)],
    ['Cmd', list(config.cmd)],
    ['StopSignal', config.stopSignal ?? null],
    ['Healthcheck', list(config.healthcheck)],
    ...config.ports.map((name): [string, ConfigValue] => [`ExposedPorts.${name}`, true]),
    ...config.volumes.map((name): [string, ConfigValue] => [`Volumes.${name}`, true]),
    ...[...config.env].map(([name, value]): [string, ConfigValue] => [`Env.${name}`, value]),
    ...Object.entries(config.labels).map(([name, value]): [string, ConfigValue] => [
      `Labels.${name}`,
      value,
    ]),
  ])
}

/**
 * The changes that no change of the migration says. Variables and labels are not among them: those of another base image come
 * and go with it, and those of the author are the promises' business. A port that is exposed besides does no harm.
 */
export function unplannedChanges(
  changes: readonly ConfigChange[],
  contract: readonly ContractChange[],
): readonly Finding[] {
  const planned = new Set(contract.map(({ field }) => field))
  return changes
    .filter(({ field }) => !planned.has(field) && !/^(Env|Labels)\./.test(field))
    .filter(({ field, before }) => before !== null || !field.startsWith('ExposedPorts.'))
    .map(({ field, before, after }) => ({
      code: 'config',
      message: `${field} was ${textOf(before)} and is ${textOf(after)}, which no change says`,
    }))
}

function textOf(value: ConfigValue): string {
  return value === null ? 'not set' : JSON.stringify(value)
}

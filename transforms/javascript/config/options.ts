import type { Evidence } from '../../../src/transform.ts'
import { optionOf, textOf, unwrapped, type ConfigValue, type Option } from './value.ts'

/** A configuration file that was looked for. */
export interface ConfigFile {
  /** Absolute in the image. */
  readonly path: string
  /** Undefined where it does not parse. An empty file says nothing, which tools take as their defaults. */
  readonly value: ConfigValue | undefined
  readonly text: string
}

/** What a tool's configuration says of an option, by its path of keys. */
export type Ask = (...keys: readonly string[]) => Option

const unreadable = ({ path }: ConfigFile): Option => ({
  kind: 'unknown',
  at: { path, line: undefined, text: '' },
})

/** Asks a configuration file for options by their path of keys; a file that can't be read says nothing for certain. */
export function optionsOf(file: ConfigFile | undefined): Ask {
  if (file === undefined) return () => ({ kind: 'unset' })
  const { value } = file
  if (value === undefined) return () => unreadable(file)
  const config = unwrapped(value)
  return (...keys) => optionOf(config, keys)
}

/** Every value of an option, where a file exports a list of configurations, or an option has a list: Rollup's `output: [{ dir }, { file }]`. */
export function everyOption(
  file: ConfigFile | undefined,
  keys: readonly string[],
): readonly Option[] {
  if (file === undefined) return []
  return file.value === undefined ? [unreadable(file)] : optionsIn(unwrapped(file.value), keys)
}

function optionsIn(value: ConfigValue, keys: readonly string[]): readonly Option[] {
  if (value.kind === 'list') {
    const inner = value.items.flatMap((item) => optionsIn(item, keys))
    return value.isWhole ? inner : [...inner, { kind: 'unknown', at: value.at }]
  }
  const [key, ...rest] = keys
  if (key === undefined)
    return [value.kind === 'unknown' ? { kind: 'unknown', at: value.at } : { kind: 'set', value }]
  const option = optionOf(value, [key])
  return option.kind === 'set' ? optionsIn(option.value, rest) : [option]
}

/** The value of a text option; false where it is computed. */
export function textOption(option: Option): string | undefined | false {
  if (option.kind !== 'set') return option.kind === 'unset' ? undefined : false
  return textOf(option.value) ?? false
}

/** Calls in a list, lists inside of it included: plugins. */
export function callsOf(option: Option): readonly Extract<ConfigValue, { kind: 'call' }>[] {
  const calls = (value: ConfigValue): readonly Extract<ConfigValue, { kind: 'call' }>[] =>
    value.kind === 'list' ? value.items.flatMap(calls) : value.kind === 'call' ? [value] : []
  return option.kind === 'set' ? calls(option.value) : []
}

/** The line that says an option, where one does. */
export const lineOf = (option: Option): readonly Evidence[] =>
  option.kind === 'set' ? [option.value.at] : []

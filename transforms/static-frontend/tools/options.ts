import { optionOf, textOf, unwrapped, type Option } from '../../javascript/config/value.ts'
import type { ConfigFile } from './call.ts'

/** Asks a configuration file for options by their path of keys; a file that can't be read says nothing for certain. */
export function optionsOf(file: ConfigFile | undefined): (...keys: readonly string[]) => Option {
  if (file === undefined) return () => ({ kind: 'unset' })
  const { value, path } = file
  if (value === undefined)
    return () => ({ kind: 'unknown', at: { path, line: undefined, text: '' } })
  const config = unwrapped(value)
  return (...keys) => optionOf(config, keys)
}

/** The value of a text option; false where it is computed. */
export function textOption(option: Option): string | undefined | false {
  if (option.kind !== 'set') return option.kind === 'unset' ? undefined : false
  return textOf(option.value) ?? false
}

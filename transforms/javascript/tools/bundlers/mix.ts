import { configFile } from '../../config/find-config.ts'
import { readConfig } from '../../config/read-config.ts'
import { readFile } from '../../stage-view.ts'
import { textOf, type ConfigValue } from '../../config/value.ts'
import { flagOf, readingOf, type ToolCall } from '../call.ts'
import { madeFolders, unknownOutput, type Output } from '../output.ts'
import type { Tool } from '../tool.ts'

/** Laravel Mix puts its files among the sources of the public folder. https://laravel-mix.com/docs/6.0/api#setpublicpathpath */
export const mix: Tool = {
  name: 'mix',
  title: 'Laravel Mix',
  programs: ['mix'],
  development: ['watch'],
  writes: mixOutput,
  source: 'https://laravel-mix.com/docs/6.0/cli',
}

export function mixOutput(call: ToolCall): Output {
  const named = flagOf(call, ['--mix-config'])
  const path = configFile(call.view, call.cwd, (named ?? 'webpack.mix').replace(/\.[cm]?js$/, ''))
  const folder = path === undefined ? undefined : calledWith(call, path, 'setPublicPath')
  return folder === false
    ? unknownOutput('webpack.mix.js computes where Mix writes')
    : madeFolders(call, folder ?? 'public')
}

/** The text that a method is called with when a file runs; false where that is computed, or another each time; undefined where nobody calls it. */
export function calledWith(
  call: ToolCall,
  path: string,
  method: string,
): string | undefined | false {
  const texts = new Set<string | undefined>()
  const met = (value: ConfigValue) => {
    if (value.kind === 'call' && value.name === method) texts.add(textOf(value.args[0]))
  }
  const isEmpty = (readFile(call.view, path) ?? '').trim() === ''
  if (!isEmpty && readConfig(path, { ...readingOf(call), met }) === undefined) return false
  const [only] = texts
  if (texts.size === 0) return undefined
  return texts.size > 1 ? false : (only ?? false)
}

import { configFile } from '../../config/find-config.ts'
import { optionOf, textOf } from '../../config/value.ts'
import type { StageView } from '../../stage-view.ts'
import { buildIn, readConfigAt } from '../call.ts'
import { variablesRead } from '../variables-read.ts'

/** `envPrefix`, and the variables that vite.config itself reads. https://vite.dev/config/shared-options.html#envprefix */
export function publicPrefixes(cwd: string, view: StageView): readonly string[] {
  const path = configFile(view, cwd, 'vite.config')
  const given = [{ command: 'build', mode: 'production' }]
  const config =
    path === undefined ? undefined : readConfigAt(buildIn('vite', cwd, view), path, given).value
  const option = optionOf(config, ['envPrefix'])
  const values =
    option.kind !== 'set' ? [] : option.value.kind === 'list' ? option.value.items : [option.value]
  const own = values.flatMap((value) => textOf(value) ?? [])
  const defined = optionOf(config, ['define'])
  const isAll =
    defined.kind === 'set' &&
    defined.value.kind === 'record' &&
    [...defined.value.entries.values()].some(({ kind }) => kind === 'environment')
  // `define: { 'process.env': process.env }` writes every variable into the site.
  if (isAll) return ['']
  return [...(own.length === 0 ? ['VITE_'] : own), ...variablesRead(view, path)]
}

import { callsOf, everyOption, textOption } from '../../config/options.ts'
import { optionOf, textOf } from '../../config/value.ts'
import { firstWord, flagOf, hasFlag, hasPackage, type ToolCall } from '../call.ts'
import { madeFolders, nothing, unknownOutput, type Output } from '../output.ts'
import { viteConfig, type ViteConfig } from './vite-config.ts'

/** Where `vite build` writes, whatever is built: a site, a server, the assets of a program in another language. */
export function viteOutput(call: ToolCall): Output | undefined {
  const word = firstWord(call.task)
  if (word === 'optimize') return nothing
  if (word !== 'build') return undefined
  const config = viteConfig(call, 'build')
  if (config === undefined) return unknownOutput("vite.config can't be read")
  const folders = foldersOf(call, config)
  return typeof folders === 'string'
    ? unknownOutput(`${config.name} computes ${folders}`)
    : madeFolders({ ...call, cwd: config.root }, ...folders)
}

/** The folders, or the option that names them and is computed. */
function foldersOf(call: ToolCall, config: ViteConfig): readonly string[] | string {
  const flag = flagOf(call, ['--outDir'])
  // Rollup's own folder goes before Vite's: https://rollupjs.org/configuration-options/#output-dir
  for (const key of ['rollupOptions', 'rolldownOptions']) {
    const keys = ['build', key, 'output', 'dir']
    const options = everyOption(config.file, keys).filter(({ kind }) => kind !== 'unset')
    const texts = options.map((option) =>
      option.kind === 'set' ? textOf(option.value) : undefined,
    )
    if (texts.includes(undefined)) return keys.join('.')
    if (texts.length > 0) return texts.flatMap((text) => text ?? [])
  }
  const outDir = textOption(config.option('build', 'outDir'))
  const named = flag ?? outDir ?? pluginFolder(call, config)
  return named === false ? 'build.outDir' : [named ?? 'dist']
}

/** Where plugins for programs in other languages put what they build; undefined where there is none, false where it is computed. */
function pluginFolder(call: ToolCall, config: ViteConfig): string | undefined | false {
  if (hasPackage(call, 'laravel-vite-plugin'))
    return laravelFolder(config, hasFlag(call, ['--ssr']))
  // https://github.com/lhapaipai/vite-plugin-symfony
  return hasPackage(call, 'vite-plugin-symfony') ? 'public/build' : undefined
}

/** `laravel({ publicDirectory: 'public', buildDirectory: 'build' })`: https://laravel.com/docs/vite#configuring-vite */
function laravelFolder(config: ViteConfig, isSsr: boolean): string | false {
  const plugins = config.option('plugins')
  const plugin = callsOf(plugins).find(
    ({ module, name }) => module === 'laravel-vite-plugin' || name === 'laravel',
  )
  const isEmpty = plugins.kind === 'unset' && (config.file?.text.trim() ?? '') === ''
  if (plugin === undefined && !isEmpty) return false
  const [options] = plugin?.args ?? []
  // `laravel('resources/js/app.js')`, `laravel([...])`: inputs alone.
  const named = (key: string, fallback: string) =>
    options?.kind === 'record' ? (textOption(optionOf(options, [key])) ?? fallback) : fallback
  if (isSsr) return named('ssrOutputDirectory', 'bootstrap/ssr')
  const base = named('publicDirectory', 'public')
  const build = named('buildDirectory', 'build')
  return base === false || build === false ? false : `${base}/${build}`
}

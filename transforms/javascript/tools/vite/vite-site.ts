import { resolvePath } from '../../../../src/transform.ts'
import { lineOf, textOption } from '../../config/options.ts'
import { truthOf } from '../../config/value.ts'
import { flagOf, type ToolCall } from '../call.ts'
import { hashedFolder } from '../hashed-names.ts'
import { unknownOutput } from '../output.ts'
import type { SiteOutput } from '../tool.ts'
import { pluginsOf, type ViteConfig } from './vite-config.ts'

/** Rolldown's options stand beside Rollup's since version 8. */
const outputs = ['rollupOptions', 'rolldownOptions']

/** Where a configuration builds to. */
export function siteOf(call: ToolCall, config: ViteConfig): SiteOutput {
  for (const key of ['lib', 'ssr'] as const) {
    const option = config.option('build', key)
    if (option.kind === 'unknown' || (option.kind === 'set' && truthOf(option.value) !== false))
      return unknownOutput(`${config.name} has build.${key}`)
  }
  // Rollup's own folder goes before Vite's: https://rollupjs.org/configuration-options/#output-dir
  if (outputs.some((key) => config.option('build', key, 'output', 'dir').kind !== 'unset'))
    return unknownOutput(`${config.name} names a folder of Rollup's own`)
  const option = config.option('build', 'outDir')
  const outDir = flagOf(call, ['--outDir']) ?? textOption(option)
  if (outDir === false) return unknownOutput(`${config.name} computes build.outDir`)
  const folder = resolvePath(config.root, outDir ?? 'dist')
  if (folder === undefined) return unknownOutput('where vite writes is not known')
  return {
    kind: 'site',
    folder,
    evidence: [...call.evidence, ...lineOf(option)],
    hashed: hashed(call, config, outDir ?? 'dist'),
    notFoundPage: undefined,
  }
}

/** https://vite.dev/config/build-options.html#build-assetsdir; names of one's own may have no hash. */
function hashed(call: ToolCall, { option, root }: ViteConfig, outDir: string) {
  const named = ['entryFileNames', 'chunkFileNames', 'assetFileNames', 'file']
  if (
    outputs.some((key) =>
      named.some((name) => option('build', key, 'output', name).kind !== 'unset'),
    )
  )
    return undefined
  const folder = flagOf(call, ['--assetsDir']) ?? textOption(option('build', 'assetsDir'))
  const publicFolder = textOption(option('publicDir')) ?? 'public'
  if (folder === false || publicFolder === false) return undefined
  // `remoteEntry.js` goes by its own name: https://github.com/originjs/vite-plugin-federation#usage
  if (pluginsOf(option('plugins')).some((name) => name.includes('federation'))) return undefined
  if (isNamed(`${outDir}/${folder ?? 'assets'}`, call)) return undefined
  return hashedFolder({ ...call, cwd: root }, folder ?? 'assets', publicFolder)
}

/** Whether a script or the Dockerfile names a folder of the output, as what copies files of their own names into it does. */
function isNamed(folder: string, { manifest, view }: ToolCall): boolean {
  const path = folder.replace(/^\.\//, '')
  return [
    ...(manifest?.scripts.values() ?? []),
    ...view.stage.commands.flatMap(({ argv }) => argv),
  ].some((text) => text?.includes(path) === true)
}

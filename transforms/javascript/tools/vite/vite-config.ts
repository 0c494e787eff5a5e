import { resolvePath } from '../../../../src/transform.ts'
import { callsOf, type ConfigFile } from '../../config/options.ts'
import { optionOf, textOf, type ConfigValue, type Option } from '../../config/value.ts'
import { flagOf, hasFlag, readConfigAt, readToolConfig, wordsOf, type ToolCall } from '../call.ts'

/** A configuration of Vite for one command. */
export interface ViteConfig {
  /** As sentences name it: 'vite.config.ts'. */
  readonly name: string
  readonly file: ConfigFile | undefined
  /** Absolute: what index.html, outDir and publicDir are relative to. */
  readonly root: string
  readonly option: (...keys: readonly string[]) => Option
}

const valueFlags = [
  '--outDir',
  '--base',
  '--mode',
  '-m',
  '--config',
  '-c',
  '--port',
  '--host',
  '--assetsDir',
  '--logLevel',
  '-l',
  '-d',
  '--debug',
  '-f',
  '--filter',
  '--manifest',
  '--minify',
  '--sourcemap',
  '--ssr',
  '--ssrManifest',
  '--target',
]

/** Reads vite.config for `vite build`, `vite` or `vite preview`; undefined where it can't be told what it says. */
export function viteConfig(
  call: ToolCall,
  command: 'build' | 'serve',
  isPreview = false,
): ViteConfig | undefined {
  const { cwd, mode } = call
  const isSsr = hasFlag(call, ['--ssr'])
  const given = [{ command, mode, isPreview, isSsrBuild: isSsr, ssrBuild: isSsr }]
  const words = wordsOf(call.task, valueFlags)
  const named =
    words[0] === command || words[0] === 'dev' || words[0] === 'preview' ? words[1] : words[0]
  const folder = named === undefined ? cwd : resolvePath(cwd, named)
  const flag = flagOf(call, ['--config', '-c'])
  const at = flag === undefined ? undefined : resolvePath(cwd, flag)
  if (folder === undefined) return undefined
  const file =
    at === undefined
      ? readToolConfig(call, folder, ['vite.config'], given)
      : readConfigAt(call, at, given)
  if (file === undefined)
    return {
      name: 'vite.config',
      file: undefined,
      root: folder,
      option: () => ({ kind: 'unset' }),
    }
  const { value } = file
  if (value === undefined) return undefined
  const option = (...keys: readonly string[]) => optionOf(value, keys)
  const root = option('root')
  if (root.kind === 'unknown') return undefined
  const text = root.kind === 'set' ? textOf(root.value) : undefined
  const place =
    root.kind === 'unset' ? folder : text === undefined ? undefined : resolvePath(folder, text)
  const name = file.path.slice(file.path.lastIndexOf('/') + 1)
  return place === undefined ? undefined : { name, file, root: place, option }
}

/** Names of the plugins that a configuration's list calls, by the package that they come from. */
export const pluginsOf = (option: Option): readonly string[] =>
  callsOf(option).map(({ module, name }) => module ?? name)

/** A plugin written in the configuration itself that has one of these hooks. */
export function ownHook(option: Option, hooks: readonly string[]): ConfigValue | undefined {
  const items = option.kind === 'set' && option.value.kind === 'list' ? option.value.items : []
  return items.flatMap((item) =>
    item.kind === 'record' ? hooks.flatMap((hook) => item.entries.get(hook) ?? []) : [],
  )[0]
}

import { callsOf, textOption } from '../../config/options.ts'
import { optionOf } from '../../config/value.ts'
import { firstWord, type ToolCall } from '../call.ts'
import { madeFolders, unknownOutput, type Output } from '../output.ts'
import type { Tool } from '../tool.ts'
import { toolOf } from '../tool-of.ts'
import { viteConfig } from '../vite/vite-config.ts'

/** Its compiler before Vite: https://remix.run/docs/en/main/file-conventions/remix-config */
export const remix = toolOf({
  name: 'remix',
  title: 'Remix',
  programs: ['remix', 'remix-serve'],
  development: ['dev', 'vite:dev'],
  buildWords: ['build'],
  config: ['remix.config'],
  output: { fallback: 'build', also: ['public'] },
  runs: [
    {
      name: 'Remix',
      programs: ['remix-serve'],
      builtBy: ['remix'],
      files: ['.env'],
      readsApp: true,
      source: 'https://remix.run/docs/en/main/other-api/serve',
    },
  ],
  source: 'https://remix.run/docs/en/main/file-conventions/remix-config',
})

/** https://remix.run/docs/en/main/file-conventions/vite-config#builddirectory */
export const remixVite: Tool = {
  name: 'remix-vite',
  title: 'Remix',
  programs: ['remix'],
  writes: (call) => (firstWord(call.task) === 'vite:build' ? madeByVite(call) : undefined),
  source: 'https://remix.run/docs/en/main/file-conventions/vite-config#builddirectory',
}
/** `buildDirectory` of the plugin in vite.config. */
function madeByVite(call: ToolCall): Output {
  const config = viteConfig(call, 'build')
  const plugins = config?.option('plugins')
  const plugin = callsOf(plugins ?? { kind: 'unset' }).find(
    ({ module, name }) => module === '@remix-run/dev' || /^(vitePlugin|remix)$/.test(name),
  )
  const named = textOption(optionOf(plugin?.args[0], ['buildDirectory']))
  return config === undefined || named === false
    ? unknownOutput('vite.config computes buildDirectory')
    : madeFolders(call, named ?? 'build')
}

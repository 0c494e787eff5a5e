import { textOption, type Ask } from '../../config/options.ts'
import type { Option } from '../../config/value.ts'
import { majorOf, type ToolCall } from '../call.ts'
import { hashedFolder } from '../hashed-names.ts'
import { astroAsks, madeOnRequest } from '../made-on-request.ts'
import { viteStyle } from '../proxies/proxy-style.ts'
import { readProxies } from '../proxies/read-proxies.ts'
import { baseFrom } from '../row-server.ts'
import { toolOf } from '../tool-of.ts'

const notFound = { kind: 'not-found', page: '/404.html' } as const

/** https://docs.astro.build/en/reference/configuration-reference/ */
export const astro = toolOf({
  name: 'astro',
  title: 'Astro',
  programs: ['astro'],
  modeFlags: ['--mode'],
  buildWords: ['build'],
  valueFlags: ['--site', '--mode'],
  config: ['astro.config'],
  configFlags: ['--config'],
  output: { flags: ['--outDir'], keys: ['outDir'], fallback: 'dist' },
  site: {
    base: baseFrom(['--base'], 'base'),
    hashed: (call, ask) => {
      const folder = textOption(ask('build', 'assets'))
      return folder === false ? undefined : hashedFolder(call, folder ?? '_astro', 'public')
    },
    notFoundPage: '/404.html',
    copies: 'public',
    isAll: makesNoServer,
    refuses: (_call, ask) => {
      const output = textOption(ask('output'))
      if (output === false || (output !== undefined && output !== 'static'))
        return 'Astro builds a server (`output` in its configuration)'
      if (textOption(ask('root')) !== undefined) return 'Astro is told another root'
      // With an adapter any page may be made when it is asked for: https://docs.astro.build/en/guides/on-demand-rendering/
      return ask('adapter').kind === 'unset'
        ? undefined
        : 'Astro builds a server (`adapter` in its configuration)'
    },
  },
  dev: {
    words: ['dev', 'start', ''],
    portFlags: ['--port'],
    portKeys: ['server', 'port'],
    // 3000 until version 2.
    port: (call) => ((majorOf(call, 'astro') ?? 4) < 3 ? 3000 : 4321),
    headerKeys: ['server', 'headers'],
    tlsKeys: ['vite', 'server', 'https'],
    fallback: notFound,
    proxies: (call, ask) => readProxies(call, ask('vite', 'server', 'proxy'), viteStyle),
    cleanUrls: true,
    hindrances: (call) => [madeOnRequest(call, astroAsks)],
  },
  preview: {
    words: ['preview'],
    portFlags: ['--port'],
    portKeys: ['server', 'port'],
    port: (call) => ((majorOf(call, 'astro') ?? 4) < 3 ? 3000 : 4321),
    headerKeys: ['server', 'headers'],
    fallback: notFound,
    cleanUrls: true,
  },
  runs: [
    {
      name: 'Astro',
      servers: ['dist/server'],
      builtBy: ['astro'],
      files: ['.env'],
      readsApp: true,
      source: 'https://docs.astro.build/en/guides/integrations-guide/node/#running-the-server',
    },
  ],
  variables: ['PUBLIC_', 'VITE_'],
  source: 'https://docs.astro.build/en/reference/cli-reference/',
})

/** Adapters whose programs only their platform starts, and none lies in `dist/server`: https://docs.astro.build/en/guides/on-demand-rendering/#server-adapters */
const platforms = ['@astrojs/vercel', '@astrojs/netlify', '@astrojs/cloudflare']

/** Without an adapter every page is made by the build, and a configuration that asks for a server fails. */
function makesNoServer(_call: ToolCall, ask: Ask): boolean {
  const adapter = ask('adapter')
  if (ask('publicDir').kind !== 'unset' || adapter.kind === 'unknown') return false
  if (adapter.kind === 'unset') return bringNoAdapter(ask('integrations'))
  const { value } = adapter
  const module = value.kind === 'call' ? value.module : undefined
  return platforms.some((name) => module === name || module?.startsWith(`${name}/`) === true)
}

/** Astro's own integrations; one of somebody else may set an adapter, too. */
const bringNoAdapter = (option: Option) =>
  option.kind === 'unset' ||
  (option.kind === 'set' &&
    option.value.kind === 'list' &&
    option.value.isWhole &&
    option.value.items.every(
      (item) => item.kind === 'call' && item.module?.startsWith('@astrojs/') === true,
    ))

import { textOption } from '../../config/options.ts'
import { asBuild, firstWord, flagOf, majorOf, type ToolCall } from '../call.ts'
import { truthOf, type Option } from '../../config/value.ts'
import { anyOrigin, anyOriginAsAsked, readHeaders, type Header } from '../headers.ts'
import { readProxies } from '../proxies/read-proxies.ts'
import { viteStyle } from '../proxies/proxy-style.ts'
import {
  developmentVariables,
  differentBase,
  hindrance,
  toolServer,
  type Hindrance,
} from '../tool-server.ts'
import type { Fallback, ToolServer } from '../tool.ts'
import { differentDefine } from './vite-define.ts'
import { ownHook, pluginsOf, viteConfig, type ViteConfig } from './vite-config.ts'
import { siteOf } from './vite-site.ts'
import { publicPrefixes } from './vite-variables.ts'

/** Plugins that answer requests in the development server, or make it speak TLS. */
const answering =
  /^(vite-plugin-mock|vite-plugin-mock-dev-server|vite-plugin-fake-server|vite-plugin-node|vite-plugin-api|vite-plugin-rewrite-all|@hono\/vite-dev-server)$/
const securing = /^(@vitejs\/plugin-basic-ssl|vite-plugin-mkcert)$/

/** `vite`, `vite dev`, `vite serve` */
export function devServer(call: ToolCall): ToolServer {
  const label = ['vite', firstWord(call.task)]
    .filter((word) => /^(vite|dev|serve)$/.test(word))
    .join(' ')
  const config = viteConfig(call, 'serve')
  if (config === undefined) return unreadable(label)
  const production = viteConfig(asBuild(call), 'build')
  const base = baseOf(call, config)
  return toolServer(call, {
    label,
    port: {
      flags: ['--port'],
      option: config.option('server', 'port'),
      // 3000 until version 2: https://vite.dev/guide/migration-from-v2
      fallback: (majorOf(call, 'vite') ?? 5) < 3 ? 3000 : 5173,
    },
    tls: { flags: ['--https'], option: config.option('server', 'https') },
    base,
    fallback: fallbackOf(call, config, base),
    proxies: readProxies(call, config.option('server', 'proxy'), viteStyle),
    headers: viteHeaders(config, false),
    hindrances: [
      ...hookHindrances(config, ['configureServer']),
      differentBase(call, base, production === undefined ? false : baseOf(call, production)),
      developmentVariables(call, publicPrefixes(call.cwd, call.view)),
      production === undefined ? undefined : differentDefine(config, production),
    ],
  })
}

/** `vite preview` */
export function preview(call: ToolCall): ToolServer {
  const label = 'vite preview'
  const config = viteConfig(call, 'serve', true)
  if (config === undefined) return unreadable(label)
  const site = siteOf(call, config)
  const base = baseOf(call, config)
  return toolServer(call, {
    label,
    port: {
      flags: ['--port'],
      option: config.option('preview', 'port'),
      fallback: (majorOf(call, 'vite') ?? 5) < 3 ? 5000 : 4173,
    },
    tls: {
      flags: ['--https'],
      option: previewOption(config, 'https'),
    },
    base,
    fallback: fallbackOf(call, config, base),
    proxies: readProxies(call, previewOption(config, 'proxy'), viteStyle),
    headers: viteHeaders(config, true),
    ...(site.kind === 'site' ? { folder: site.folder } : {}),
    hindrances: [
      ...hookHindrances(config, ['configurePreviewServer']),
      site.kind === 'unknown' ? hindrance('other', site.why) : undefined,
    ],
  })
}

/** What the development server has counts for the preview, too: https://vite.dev/config/preview-options */
function previewOption({ option }: ViteConfig, key: string): Option {
  const own = option('preview', key)
  return own.kind === 'unset' ? option('server', key) : own
}

/**
 * `headers`, and `cors: true`. Where nothing is said of it, every origin was let in until 5.4.12, which modules of a federation live by.
 * https://vite.dev/config/server-options#server-headers, https://github.com/vitejs/vite/blob/v5.4.11/packages/vite/src/node/preview.ts
 */
export function viteHeaders(config: ViteConfig, isPreview: boolean): readonly Header[] | string {
  const ask = (key: string) =>
    isPreview ? previewOption(config, key) : config.option('server', key)
  const headers = readHeaders(ask('headers'))
  const cors = ask('cors')
  if (typeof headers === 'string') return headers
  if (cors.kind === 'unset') {
    const isFederated = pluginsOf(config.option('plugins')).some((name) =>
      name.includes('federation'),
    )
    return isFederated ? [...headers, ...anyOrigin] : headers
  }
  const isOpen =
    cors.kind === 'set' && cors.value.kind === 'literal' ? truthOf(cors.value) : undefined
  if (isOpen === undefined) return `${config.name} says which origins may read its answers`
  return isOpen ? [...headers, ...anyOriginAsAsked] : headers
}

/** https://vite.dev/config/shared-options.html#base */
const baseOf = (call: ToolCall, { option }: ViteConfig) =>
  flagOf(call, ['--base']) ?? textOption(option('base'))

/** https://vite.dev/config/shared-options.html#apptype */
function fallbackOf(
  call: ToolCall,
  { option }: ViteConfig,
  base: string | undefined | false,
): Fallback {
  if (textOption(option('appType')) === 'mpa') return { kind: 'not-found', page: undefined }
  const path =
    base === undefined || base === false || !base.startsWith('/') ? '' : base.replace(/\/$/, '')
  // https://github.com/vitejs/vite/blob/v5.0.0/packages/vite/src/node/server/middlewares/htmlFallback.ts
  const except = (majorOf(call, 'vite') ?? 5) < 5 ? {} : { except: `${path}/favicon.ico` }
  return { kind: 'page', page: `${path}/index.html`, forFiles: true, ...except }
}

function hookHindrances(
  config: ViteConfig,
  hooks: readonly string[],
): readonly (Hindrance | undefined)[] {
  const plugins = config.option('plugins')
  const names = pluginsOf(plugins)
  const hook = ownHook(plugins, hooks)
  const mock = names.find((name) => answering.test(name))
  const tls = names.find((name) => securing.test(name))
  const type = textOption(config.option('appType'))
  return [
    hook === undefined
      ? undefined
      : hindrance('other', `${config.name} adds to its server`, hook.at),
    mock === undefined ? undefined : hindrance('other', `${mock} answers requests itself`),
    tls === undefined ? undefined : hindrance('tls', `${tls} makes it answer by TLS`),
    type === 'custom' || type === false
      ? hindrance('other', `${config.name} says what it serves by appType`)
      : undefined,
  ]
}

const unreadable = (label: string): ToolServer => ({
  ...hindrance('other', "vite.config can't be read"),
  label,
})

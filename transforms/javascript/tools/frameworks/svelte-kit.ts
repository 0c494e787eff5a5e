import { resolvePath } from '../../../../src/transform.ts'
import { lineOf, optionsOf, textOption } from '../../config/options.ts'
import { optionOf, textOf, type ConfigValue } from '../../config/value.ts'
import { firstWord, hasPackage, majorOf, readToolConfig, type ToolCall } from '../call.ts'
import { madeOnRequest, svelteAsks } from '../made-on-request.ts'
import { unknownOutput } from '../output.ts'
import { readProxies } from '../proxies/read-proxies.ts'
import { viteStyle } from '../proxies/proxy-style.ts'
import type { Fallback, SiteOutput, Tool, ToolServer } from '../tool.ts'
import { developmentVariables, hindrance, pathOfBase, toolServer } from '../tool-server.ts'
import { viteConfig } from '../vite/vite-config.ts'
import { viteHeaders } from '../vite/vite-server.ts'
import { staticAdapter, writtenBySvelteKit } from './svelte-adapters.ts'

const prefixes = ['PUBLIC_', 'VITE_']

/** SvelteKit on Vite: the adapter says what a build leaves. */
export const svelteKit: Tool = {
  name: 'svelte-kit',
  title: 'SvelteKit',
  programs: ['vite', 'svelte-kit'],
  modeFlags: ['--mode', '-m'],
  development: ['dev'],
  writes: (call) => (isBuild(call) ? writtenBySvelteKit(call) : undefined),
  site: (call) => (isBuild(call) ? siteOf(call) : undefined),
  devServer: (call) =>
    /^(build|preview|optimize|sync|package)$/.test(firstWord(call.task))
      ? undefined
      : serve(call, false),
  preview: (call) => (firstWord(call.task) === 'preview' ? serve(call, true) : undefined),
  // https://svelte.dev/docs/kit/configuration#prerender
  buildFailsOn: (call) =>
    /^(ignore|warn)$/.test(textOption(asked(call)('kit', 'prerender', 'handleHttpError')) || 'fail')
      ? undefined
      : 'links that lead nowhere (kit.prerender.handleHttpError)',
  publicVariables: () => prefixes,
  runs: [
    {
      name: 'SvelteKit',
      servers: ['build'],
      builtBy: ['vite', 'svelte-kit'],
      files: ['.env'],
      readsApp: true,
      source: 'https://svelte.dev/docs/kit/adapter-node#Deploying',
    },
  ],
  source: 'https://svelte.dev/docs/kit/adapter-static',
}

const isBuild = (call: ToolCall) =>
  firstWord(call.task) === 'build' && hasPackage(call, '@sveltejs/kit')

const asked = (call: ToolCall) => optionsOf(readToolConfig(call, call.cwd, ['svelte.config']))

function siteOf(call: ToolCall): SiteOutput {
  const options = adapterOf(call)
  if (typeof options === 'string') return unknownOutput(options)
  const pages = optionOf(options, ['pages'])
  const named = textOption(pages)
  if (named === false) return unknownOutput('svelte.config computes where it writes')
  const assets = textOption(optionOf(options, ['assets']))
  if (assets !== undefined && assets !== (named ?? 'build'))
    return unknownOutput('svelte.config names two folders')
  const folder = resolvePath(call.cwd, named ?? 'build')
  if (folder === undefined) return unknownOutput('where SvelteKit writes is not known')
  return {
    kind: 'site',
    folder,
    evidence: [...call.evidence, ...lineOf(pages)],
    // https://svelte.dev/docs/kit/configuration#appDir
    hashed: { kind: 'folder', path: '/_app/immutable/' },
    notFoundPage: fallbackName(options) === '404.html' ? '/404.html' : undefined,
  }
}

/** The options of adapter-static; a clause where there is another adapter. An empty file leaves it to package.json. */
function adapterOf(call: ToolCall): ConfigValue | string | undefined {
  const file = readToolConfig(call, call.cwd, ['svelte.config'])
  const ask = optionsOf(file)
  if (ask('kit', 'appDir').kind !== 'unset') return 'svelte.config names another appDir'
  const option = ask('kit', 'adapter')
  if (option.kind === 'unset')
    return file?.text.trim() === '' && hasPackage(call, staticAdapter)
      ? undefined
      : 'svelte.config names no adapter for a site of files'
  const { value } = option.kind === 'set' ? option : { value: undefined }
  if (value?.kind !== 'call' || value.module !== staticAdapter)
    return 'the adapter of svelte.config builds no site of files'
  return value.args[0]
}

const fallbackName = (options: ConfigValue | undefined) => {
  const option = optionOf(options, ['fallback'])
  return option.kind === 'set' ? textOf(option.value) : undefined
}

function serve(call: ToolCall, isPreview: boolean): ToolServer | undefined {
  if (!hasPackage(call, '@sveltejs/kit')) return undefined
  const label = isPreview
    ? 'vite preview'
    : ['vite', firstWord(call.task)].filter((word) => /^(vite|dev)$/.test(word)).join(' ')
  const config = viteConfig(call, 'serve', isPreview)
  const site = siteOf(call)
  const options = adapterOf(call)
  const base = textOption(asked(call)('kit', 'paths', 'base'))
  const page = typeof options === 'string' ? undefined : fallbackName(options)
  const path = pathOfBase(base === false ? undefined : base)
  const fallback: Fallback =
    page === undefined || page === '404.html'
      ? { kind: 'not-found', page: page === undefined ? undefined : '/404.html' }
      : { kind: 'page', page: `${path}${page}`, forFiles: false }
  const old = (majorOf(call, 'vite') ?? 5) < 3
  return toolServer(call, {
    label,
    port: {
      flags: ['--port'],
      ...(config === undefined
        ? {}
        : { option: config.option(isPreview ? 'preview' : 'server', 'port') }),
      fallback: isPreview ? 4173 : old ? 3000 : 5173,
    },
    tls: {
      flags: ['--https'],
      ...(config === undefined ? {} : { option: config.option('server', 'https') }),
    },
    base,
    fallback,
    cleanUrls: true,
    ...(config === undefined ? {} : { headers: viteHeaders(config, isPreview) }),
    proxies:
      config === undefined ? [] : readProxies(call, config.option('server', 'proxy'), viteStyle),
    ...(isPreview && site.kind === 'site' ? { folder: site.folder } : {}),
    hindrances: [
      site.kind === 'unknown' ? hindrance('other', site.why) : undefined,
      config === undefined ? hindrance('other', "vite.config can't be read") : undefined,
      endpointOf(call),
      ...(isPreview
        ? []
        : [
            madeOnRequest(call, svelteAsks(fallback.kind === 'page')),
            developmentVariables(call, prefixes),
          ]),
    ],
  })
}

/** Endpoints and form actions answer requests while the server runs. https://svelte.dev/docs/kit/routing#server */
function endpointOf({ view, cwd }: ToolCall) {
  const folder = view.contextPath(resolvePath(cwd, 'src') ?? '')
  const files =
    folder === undefined || !view.project.isFolder(folder) ? [] : view.project.files(folder)
  const found = files.find((file) => /(^|\/)(\+server|hooks\.server)\.[jt]s$/.test(file))
  return found === undefined ? undefined : hindrance('other', `${found} answers requests`)
}

import { resolvePath } from '../../../src/transform.ts'
import { optionOf, textOf, type ConfigValue } from '../../javascript/config/value.ts'
import type { StageView } from '../../javascript/stage-view.ts'
import type { ProgramTask } from '../../javascript/task.ts'
import type { Fallback, FrontendTool, SiteOutput, ToolServer } from '../tool.ts'
import { callOf, firstWord, hasPackage, majorOf, readToolConfig, type ToolCall } from './call.ts'
import { madeOnRequest, svelteAsks } from './made-on-request.ts'
import { optionsOf, textOption } from './options.ts'
import { readProxies } from './proxies/read-proxies.ts'
import { viteStyle } from './proxies/proxy-style.ts'
import { developmentVariables, hindrance, pathOfBase, toolServer } from './tool-server.ts'
import { viteConfig } from './vite-config.ts'

const adapter = '@sveltejs/adapter-static'
const prefixes = ['PUBLIC_', 'VITE_']

/** SvelteKit on Vite: the adapter says what a build leaves. */
export const svelteKit: FrontendTool = {
  name: 'svelte-kit',
  title: 'SvelteKit',
  programs: ['vite', 'svelte-kit'],
  build: (task, view) => (firstWord(task) === 'build' ? build(task, view) : undefined),
  devServer: (task, view) =>
    /^(build|preview|optimize|sync|package)$/.test(firstWord(task))
      ? undefined
      : serve(task, view, false),
  preview: (task, view) => (firstWord(task) === 'preview' ? serve(task, view, true) : undefined),
  publicVariables: () => prefixes,
  source: 'https://svelte.dev/docs/kit/adapter-static',
}

function build(task: ProgramTask, view: StageView): SiteOutput | undefined {
  const call = callOf(task, view, 'production')
  return call !== undefined && hasPackage(call, '@sveltejs/kit') ? siteOf(call) : undefined
}

function siteOf(call: ToolCall): SiteOutput {
  const options = adapterOf(call)
  if (typeof options === 'string') return { kind: 'unknown', why: options }
  const pages = optionOf(options, ['pages'])
  const named = textOption(pages)
  if (named === false) return { kind: 'unknown', why: 'svelte.config computes where it writes' }
  const assets = textOption(optionOf(options, ['assets']))
  if (assets !== undefined && assets !== (named ?? 'build'))
    return { kind: 'unknown', why: 'svelte.config names two folders' }
  const folder = resolvePath(call.cwd, named ?? 'build')
  if (folder === undefined) return { kind: 'unknown', why: 'where SvelteKit writes is not known' }
  return {
    kind: 'site',
    folder,
    evidence: [...call.evidence, ...(pages.kind === 'set' ? [pages.value.at] : [])],
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
    return file?.text.trim() === '' && hasPackage(call, adapter)
      ? undefined
      : 'svelte.config names no adapter for a site of files'
  const { value } = option.kind === 'set' ? option : { value: undefined }
  if (value?.kind !== 'call' || value.module !== adapter)
    return 'the adapter of svelte.config builds no site of files'
  return value.args[0]
}

const fallbackName = (options: ConfigValue | undefined) => {
  const option = optionOf(options, ['fallback'])
  return option.kind === 'set' ? textOf(option.value) : undefined
}

function serve(task: ProgramTask, view: StageView, isPreview: boolean): ToolServer | undefined {
  const call = callOf(task, view, isPreview ? 'production' : 'development')
  if (call === undefined || !hasPackage(call, '@sveltejs/kit')) return undefined
  const label = isPreview
    ? 'vite preview'
    : ['vite', firstWord(task)].filter((word) => /^(vite|dev)$/.test(word)).join(' ')
  const config = viteConfig(call, 'serve', isPreview)
  const site = siteOf(call)
  const options = adapterOf(call)
  const base = textOption(
    optionsOf(readToolConfig(call, call.cwd, ['svelte.config']))('kit', 'paths', 'base'),
  )
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
    proxies:
      config === undefined ? [] : readProxies(call, config.option('server', 'proxy'), viteStyle),
    ...(isPreview && site.kind === 'site' ? { folder: site.folder } : {}),
    hindrances: [
      site.kind === 'unknown' ? hindrance('other', site.why) : undefined,
      config === undefined ? hindrance('other', 'vite.config can not be read') : undefined,
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

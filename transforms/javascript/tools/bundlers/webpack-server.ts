import { resolvePath } from '../../../../src/transform.ts'
import { textOption, type Ask } from '../../config/options.ts'
import { isNothing, textOf, truthOf, type ConfigValue } from '../../config/value.ts'
import { hasFlag, majorOf, type ToolCall } from '../call.ts'
import { readHeaders } from '../headers.ts'
import { middlewareStyle } from '../proxies/proxy-style.ts'
import { readProxies } from '../proxies/read-proxies.ts'
import type { Fallback, ToolServer } from '../tool.ts'
import { hindrance, pathOfBase, toolServer, type Hindrance } from '../tool-server.ts'

/** Options of devServer that add to what it answers. */
export const hooks = [
  'before',
  'after',
  'setup',
  'setupMiddlewares',
  'onBeforeSetupMiddleware',
  'onAfterSetupMiddleware',
]

/** `webpack serve`: https://webpack.js.org/configuration/dev-server/ */
export function webpackServer(call: ToolCall, label: string, ask: Ask): ToolServer {
  const publicPath = textOption(ask('output', 'publicPath'))
  const base = publicPath === 'auto' ? undefined : publicPath
  const fallback = fallbackOf(call, ask, pathOfBase(base === false ? undefined : base))
  const hook = hooks.find((name) => ask('devServer', name).kind !== 'unset')
  const server = ask('devServer', 'server')
  const type =
    server.kind === 'set' && server.value.kind === 'record'
      ? server.value.entries.get('type')
      : undefined
  const isSecure = (textOf(type) ?? textOption(server)) !== 'http' && server.kind !== 'unset'
  return toolServer(call, {
    label,
    port: { flags: ['--port'], option: ask('devServer', 'port'), fallback: 8080 },
    tls: { flags: ['--https', '--server-type'], option: ask('devServer', 'https') },
    base,
    fallback: 'cause' in fallback ? { kind: 'not-found', page: undefined } : fallback,
    proxies: readProxies(call, ask('devServer', 'proxy'), middlewareStyle),
    headers: readHeaders(ask('devServer', 'headers')),
    hindrances: [
      isSecure ? hindrance('tls', 'webpack.config makes it answer by TLS') : undefined,
      hook === undefined ? undefined : hindrance('other', `webpack.config has devServer.${hook}`),
      'cause' in fallback ? fallback : undefined,
      uncopied(call, ask),
    ],
  })
}

/** A missing path is a 404, unless historyApiFallback hands it to index.html; a name with a dot stays missing. https://github.com/bripkens/connect-history-api-fallback#disabledotrule */
function fallbackOf(call: ToolCall, ask: Ask, base: string): Fallback | Hindrance {
  const option = ask('devServer', 'historyApiFallback')
  const none: Fallback = { kind: 'not-found', page: undefined }
  const page: Fallback = { kind: 'page', page: `${base}index.html`, forFiles: false }
  if (hasFlag(call, ['--history-api-fallback'])) return page
  if (option.kind === 'unset') return none
  const { value } = option.kind === 'set' ? option : { value: undefined }
  if (value?.kind === 'literal') return truthOf(value) === true ? page : none
  if (value?.kind === 'record' && value.isWhole) return recordFallback(value, page, base)
  return hindrance('other', 'webpack.config computes devServer.historyApiFallback')
}

function recordFallback(
  { entries, at }: Extract<ConfigValue, { kind: 'record' }>,
  page: Fallback & { readonly kind: 'page' },
  base: string,
): Fallback | Hindrance {
  const index = textOf(entries.get('index'))
  const known = new Set(['disableDotRule', 'index', 'verbose'])
  const isPlain =
    [...entries.keys()].every((key) => known.has(key)) &&
    (index === undefined || index === base || index === `${base}index.html`)
  const dots = entries.get('disableDotRule')
  return isPlain
    ? { ...page, forFiles: !isNothing(dots) && dots !== undefined && truthOf(dots) === true }
    : hindrance('other', 'webpack.config says which paths have which page', at)
}

/** Files that the server has beside the build's: `public` since version 4. */
function uncopied(call: ToolCall, ask: Ask): Hindrance | undefined {
  const { view, cwd } = call
  const copies = ask('plugins')
  const hasCopy =
    copies.kind === 'set' &&
    copies.value.kind === 'list' &&
    copies.value.items.some((item) => item.kind === 'call' && /^Copy/i.test(item.name))
  if (hasCopy) return undefined
  const old = (majorOf(call, 'webpack-dev-server') ?? 4) < 4
  const option = ask('devServer', old ? 'contentBase' : 'static')
  if (option.kind === 'unknown')
    return hindrance('other', 'webpack.config computes which folders it serves', option.at)
  const folders = option.kind === 'set' ? foldersOf(option.value) : old ? ['.'] : ['public']
  if (folders === undefined)
    return hindrance('other', 'webpack.config computes which folders it serves')
  // All of the project's folder: pages ask for what the build made, and the rest is sources.
  const output = textOption(ask('output', 'path'))
  const built = resolvePath(cwd, typeof output === 'string' ? output : 'dist')
  for (const name of folders) {
    const folder = resolvePath(cwd, name)
    const path = folder === undefined || folder === built ? undefined : view.contextPath(folder)
    if (folder === cwd || path === undefined || !view.project.isFolder(path)) continue
    if (view.project.files(path).some((file) => !file.endsWith('/index.html')))
      return hindrance('other', `it serves files of ${path}, which the build does not copy`)
  }
  return undefined
}

/** `static: false`, `'public'`, `{ directory: 'public' }`, or a list of them; undefined where they are computed. */
function foldersOf(value: ConfigValue): readonly string[] | undefined {
  if (value.kind === 'list') {
    const inner = value.items.map(foldersOf)
    return inner.some((item) => item === undefined)
      ? undefined
      : inner.flatMap((item) => item ?? [])
  }
  if (value.kind === 'literal' && typeof value.value === 'boolean')
    return value.value ? ['public'] : []
  if (value.kind === 'record') {
    const directory = value.entries.get('directory')
    return directory === undefined ? ['public'] : foldersOf(directory)
  }
  const text = textOf(value)
  return text === undefined ? undefined : [text]
}

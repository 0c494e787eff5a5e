import type { Evidence } from '../../../../src/transform.ts'
import { readConfig } from '../../config/read-config.ts'
import type { ConfigValue } from '../../config/value.ts'
import { readFile } from '../../stage-view.ts'
import { contextName, majorOf, readingOf, type ToolCall } from '../call.ts'
import { hindrance, type Hindrance } from '../tool-server.ts'
import { proxyPath } from './proxy-path.ts'
import { middlewareStyle, type ProxyStyle } from './proxy-style.ts'
import { readProxy, type ProxyReading } from './read-proxies.ts'

const server = 'the development server'
const packages = new Set(['http-proxy-middleware', 'http-proxy-middleware/dist'])

/**
 * The proxies of a file that is handed the development server (`src/setupProxy.js`, `.proxyrc.js`): each `app.use` of http-proxy-middleware; anything else that it
 * does is more than nginx is told. `path` is absolute in the image.
 */
export function readMiddleware(call: ToolCall, path: string): ProxyReading {
  const { view } = call
  const name = contextName(call, path)
  const stop = (why: string, at?: Evidence) =>
    hindrance('proxy', `${name} ${why}`, at ?? { path: name, line: undefined, text: '' })
  if ((readFile(view, path) ?? '').trim() === '') return [stop("can't be read")]
  const calls: ConfigValue[] = []
  const setUp = readConfig(path, {
    ...readingOf(call),
    called: (value) => calls.push(value),
    given: 'nothing',
  })
  if (setUp?.kind !== 'function') return [stop("can't be read")]
  const at = setUp.at
  const result = setUp.apply([
    { kind: 'import', module: server, name: undefined, at, variables: [] },
  ])
  return [...calls, result].flatMap((value): ProxyReading => {
    if (value.kind === 'literal' || isIdle(value)) return []
    return value.kind === 'call' && value.name === 'use' && value.module === server
      ? readUse(call, value, stop)
      : [stop('does more than hand paths on', value.at)]
  })
}

/** `console.log`, `dotenv.config()` */
const isIdle = (value: ConfigValue) =>
  value.kind === 'call' && (value.module === 'dotenv' || value.name === 'log')

/** `app.use('/api', createProxyMiddleware({...}))`, `app.use(proxy('/api', {...}))` */
function readUse(
  call: ToolCall,
  { args, at }: Extract<ConfigValue, { kind: 'call' }>,
  stop: (why: string, at?: Evidence) => Hindrance,
): ProxyReading {
  const mounted = textsOf(args.length > 1 ? args[0] : undefined)
  const proxies = args.slice(mounted === undefined ? 0 : 1)
  const [proxy] = proxies
  if (
    mounted === 'unknown' ||
    proxies.length !== 1 ||
    proxy?.kind !== 'call' ||
    !packages.has(proxy.module ?? '')
  )
    return [stop('uses more than http-proxy-middleware', at)]
  const context = textsOf(proxy.args.length > 1 ? proxy.args[0] : undefined)
  const options = proxy.args.at(-1)
  const filter = options?.kind === 'record' ? options.entries.get('pathFilter') : undefined
  const filtered = textsOf(filter)
  if (options === undefined || context === 'unknown' || filtered === 'unknown')
    return [stop('chooses paths by a function', at)]
  const inner = context ?? filtered
  // Which of two nested choices counts depends on the version.
  if (mounted !== undefined && inner !== undefined) return [stop('names paths twice', at)]
  const keys = mounted ?? inner
  if (keys === undefined) return [stop('hands all paths on', at)]
  const style: ProxyStyle =
    mounted === undefined
      ? middlewareStyle
      : { ...middlewareStyle, matches: 'segments', hasGlobs: false }
  return keys.map((key) => {
    const path = proxyPath(key, style)
    if (path === undefined) return stop(`has the pattern "${key}"`, at)
    const read = readProxy(call, path, options, style)
    return mounted !== undefined && 'target' in read ? withoutMount(call, read) : read
  })
}

/** Since version 3 the path that `app.use` names is taken off: https://github.com/chimurai/http-proxy-middleware/blob/master/MIGRATION.md */
function withoutMount<T extends { readonly path: string; readonly rewrite: unknown }>(
  call: ToolCall,
  proxy: T,
): T | Hindrance {
  const major = majorOf(call, 'http-proxy-middleware')
  if (major === undefined)
    return hindrance('proxy', 'the version of http-proxy-middleware is not known')
  if (major < 3) return proxy
  return proxy.rewrite === undefined
    ? { ...proxy, rewrite: { from: proxy.path, to: '' } }
    : hindrance('proxy', `its proxy "${proxy.path}" rewrites what \`app.use\` has taken off`)
}

/** A text or a list of them; undefined where there is none. */
function textsOf(value: ConfigValue | undefined): readonly string[] | 'unknown' | undefined {
  if (value === undefined) return undefined
  const items = value.kind === 'list' && value.isWhole ? value.items : [value]
  const texts = items.flatMap((item) =>
    item.kind === 'literal' && typeof item.value === 'string' ? [item.value] : [],
  )
  return texts.length === items.length ? texts : 'unknown'
}

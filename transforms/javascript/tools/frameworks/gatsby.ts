import { resolvePath } from '../../../../src/transform.ts'
import { textOption, type Ask } from '../../config/options.ts'
import { textOf, type ConfigValue } from '../../config/value.ts'
import { readFile, type StageView } from '../../stage-view.ts'
import { hasFlag, hasPackage, type ToolCall } from '../call.ts'
import { middlewareStyle } from '../proxies/proxy-style.ts'
import { readProxy, type ProxyReading } from '../proxies/read-proxies.ts'
import { browserAlone } from '../build-faults.ts'
import { toolOf } from '../tool-of.ts'
import { hindrance } from '../tool-server.ts'

const notFound = { kind: 'not-found', page: '/404.html' } as const

/** https://www.gatsbyjs.com/docs/reference/gatsby-cli/, https://www.gatsbyjs.com/docs/caching/ */
export const gatsby = toolOf({
  name: 'gatsby',
  title: 'Gatsby',
  programs: ['gatsby'],
  buildWords: ['build'],
  config: ['gatsby-config'],
  output: { fallback: 'public', also: ['.cache'] },
  site: {
    base: (call, ask) =>
      hasFlag(call, ['--prefix-paths']) || call.environment.get('PREFIX_PATHS')?.value === 'true'
        ? textOption(ask('pathPrefix'))
        : undefined,
    hashed: () => ({ kind: 'pattern', pattern: '-[0-9a-f]{20}\\.(js|css)$' }),
    notFoundPage: '/404.html',
  },
  dev: {
    words: ['develop'],
    portFlags: ['--port', '-p'],
    variable: 'PORT',
    port: 8000,
    tlsFlags: ['--https', '-S'],
    fallback: notFound,
    proxies: gatsbyProxies,
    hindrances: (call, ask) => [
      ask('developMiddleware').kind === 'unset'
        ? undefined
        : hindrance('proxy', 'gatsby-config adds to its server by developMiddleware'),
      gatsbyFunctions(call),
      clientRoutes(call),
    ],
  },
  preview: {
    words: ['serve'],
    portFlags: ['--port', '-p'],
    variable: 'PORT',
    port: 9000,
    fallback: notFound,
    hindrances: (call) => [gatsbyFunctions(call), clientRoutes(call)],
  },
  variables: ['GATSBY_'],
  // https://www.gatsbyjs.com/docs/debugging-html-builds/
  buildFailsOn: () => browserAlone,
  source: 'https://www.gatsbyjs.com/docs/reference/gatsby-cli/',
})

/** `proxy: { prefix: '/api', url: 'http://backend' }`, or a list of them. https://www.gatsbyjs.com/docs/api-proxy/ */
function gatsbyProxies(call: ToolCall, ask: Ask): ProxyReading {
  const option = ask('proxy')
  if (option.kind === 'unset') return []
  if (option.kind === 'unknown')
    return [hindrance('proxy', 'gatsby-config computes its proxies', option.at)]
  const { value } = option
  const items = value.kind === 'list' && value.isWhole ? value.items : [value]
  return items.map((item) => {
    const prefix = textOf(entryOf(item, 'prefix'))
    const url = entryOf(item, 'url')
    // Gatsby asks for the page itself, with the host of the target.
    const style = { ...middlewareStyle, changesOriginOfText: true }
    return prefix === undefined || url === undefined
      ? hindrance('proxy', 'gatsby-config computes its proxies', item.at)
      : readProxy(call, { path: prefix, matches: 'segments' }, url, style)
  })
}

const entryOf = (value: ConfigValue, key: string) =>
  value.kind === 'record' ? value.entries.get(key) : undefined

/** Functions of src/api answer requests: https://www.gatsbyjs.com/docs/reference/functions/ */
function gatsbyFunctions({ view, cwd }: ToolCall) {
  return filesIn(view, cwd, 'src/api').length > 0
    ? hindrance('other', 'src/api has functions that answer requests')
    : undefined
}

/** Pages that only the browser knows: https://www.gatsbyjs.com/docs/how-to/routing/client-only-routes-and-user-authentication/ */
function clientRoutes(call: ToolCall) {
  const { view, cwd } = call
  const page = filesIn(view, cwd, 'src/pages').find((path) => path.includes('['))
  if (page !== undefined)
    return hindrance('other', `${page} makes pages that only the browser knows`)
  if (hasPackage(call, 'gatsby-plugin-create-client-paths'))
    return hindrance(
      'other',
      'gatsby-plugin-create-client-paths makes pages that only the browser knows',
    )
  const file = ['gatsby-node.js', 'gatsby-node.ts', 'gatsby-node.mjs'].find((name) =>
    /\bmatchPath\b/.test(readFile(view, `${cwd}/${name}`) ?? ''),
  )
  return file === undefined
    ? undefined
    : hindrance('other', `${file} makes pages that only the browser knows`)
}

function filesIn(view: StageView, cwd: string, folder: string): readonly string[] {
  const path = view.contextPath(resolvePath(cwd, folder) ?? '')
  return path === undefined || !view.project.isFolder(path) ? [] : view.project.files(path)
}

import { placeOf, type Refusal, refuse } from '../../../src/transform.ts'
import { startLine } from '../../javascript/start-line.ts'
import type { ProxyLocation } from './nginx-conf.ts'
import type { Site } from '../app.ts'
import type { DevProxy } from '../../javascript/tools/tool.ts'

/** Where a proxy goes, as nginx has to find it. */
type Upstream =
  /** An address, or the container itself: known when nginx starts. */
  | { readonly kind: 'fixed' }
  /** A name of compose's network, which Docker's own name server knows: asked for at each request, so that nginx starts without it. */
  | { readonly kind: 'service' }
  | { readonly kind: 'unknown'; readonly why: string }

/** Translates a server's proxies into locations: https://nginx.org/en/docs/http/ngx_http_proxy_module.html */
export function proxyLocations(site: Site): readonly ProxyLocation[] | Refusal {
  const { serving, facts } = site
  const locations: ProxyLocation[] = []
  for (const [index, proxy] of serving.proxies.entries()) {
    const why = untranslatable(proxy, serving.proxies)
    const upstream = upstreamOf(proxy, site)
    const problem = why ?? (upstream.kind === 'unknown' ? upstream.why : undefined)
    if (problem !== undefined)
      return refuse(
        'proxy-not-translated',
        `${placeOf(proxy.evidence)} hands ${describePaths(proxy)} on to ${proxy.target}: ${problem}.`,
        proxy.evidence.path === 'Dockerfile' ? startLine(facts) : undefined,
      )
    locations.push(locationOf(proxy, upstream, index, serving.label, serving.fallback.page))
  }
  return locations
}

const describePaths = ({ matches, path }: DevProxy) =>
  matches === 'no-file' || matches === 'no-page' ? 'what is no file' : path

function untranslatable(proxy: DevProxy, all: readonly DevProxy[]): string | undefined {
  if (!/^https?:\/\/[\w.[\]:-]+(\/[\w./-]*)?$/.test(proxy.target))
    return 'the target is no plain address'
  if (!/^\/[\w./-]*$/.test(proxy.path)) return 'the paths that it is for are no plain beginning'
  const isCatchAll = proxy.matches === 'no-file' || proxy.matches === 'no-page'
  if (isCatchAll && all.length > 1) return 'it stands beside others'
  // nginx takes the longest beginning that matches, the servers of the tools the first.
  const later = all.slice(all.indexOf(proxy) + 1)
  if (later.some(({ path }) => path !== proxy.path && path.startsWith(proxy.path)))
    return 'a longer path stands below it, which nginx would try first'
  return undefined
}

function upstreamOf({ target }: DevProxy, { facts }: Site): Upstream {
  const host = /^https?:\/\/(\[[^\]]*\]|[^/:]+)/.exec(target)?.[1] ?? ''
  if (/^(localhost|\d+\.\d+\.\d+\.\d+|\[[\da-f:]+\])$/i.test(host)) return { kind: 'fixed' }
  const compose = facts.project.usages().find(({ kind }) => kind === 'compose')
  if (host.startsWith('host.docker.internal') || host.endsWith('.internal'))
    return { kind: 'unknown', why: 'nginx does not read /etc/hosts, where that name stands' }
  if (compose === undefined)
    return {
      kind: 'unknown',
      why: 'no compose file shows a network on which that name is known, and nginx does not start with a name that is not',
    }
  return { kind: 'service' }
}

function locationOf(
  proxy: DevProxy,
  upstream: Upstream,
  index: number,
  label: string,
  page: string | undefined,
): ProxyLocation {
  const { origin, path: below } = partsOf(proxy.target)
  const name = index === 0 ? 'backend' : `backend${index + 1}`
  const isService = upstream.kind === 'service'
  const rewrite = rewriteOf(proxy, below)
  const lines = [
    ...(isService
      ? [
          "# Docker's name server: asked at each request, so that the site is there before the backend.",
          'resolver 127.0.0.11 valid=10s;',
          `set $${name} ${origin};`,
        ]
      : []),
    ...(rewrite === undefined ? [] : [rewrite]),
    `proxy_pass ${isService ? `$${name}` : origin};`,
    `proxy_set_header Host ${proxy.changesOrigin ? '$proxy_host' : '$http_host'};`,
    'proxy_http_version 1.1;',
    ...(proxy.websocket
      ? [
          'proxy_set_header Upgrade $http_upgrade;',
          'proxy_set_header Connection $connection_upgrade;',
        ]
      : []),
    ...(origin.startsWith('https:') ? tlsLines(proxy) : []),
    'proxy_buffering off;',
    'client_max_body_size 0;',
  ]
  const upgrade = [
    'map $http_upgrade $connection_upgrade {',
    '    default upgrade;',
    "    '' close;",
    '}',
  ]
  const map = proxy.websocket ? { map: upgrade } : {}
  switch (proxy.matches) {
    case 'characters':
      return {
        comment: `As \`${label}\`: ${proxy.path} is answered by ${proxy.target}.`,
        match: `^~ ${proxy.path}`,
        lines,
        ...map,
      }
    case 'segments':
      return {
        comment: `As \`${label}\`: ${proxy.path} is answered by ${proxy.target}.`,
        match: `~ ^${escapeDots(proxy.path.replace(/\/$/, ''))}(/|$)`,
        lines,
        ...map,
      }
    case 'no-file':
      return {
        comment: `As \`${label}\`: what is no file is answered by ${proxy.target}.`,
        match: '@backend',
        lines,
        instead: '@backend',
        ...map,
      }
    case 'no-page':
      return {
        comment: `As \`${label}\`: what is no file and asks for no page is answered by ${proxy.target}.`,
        match: '@backend',
        lines,
        instead: '$answer',
        map: [
          ...(proxy.websocket ? [...upgrade, ''] : []),
          'map "$request_method $http_accept" $answer {',
          '    default @backend;',
          `    "~^(GET|HEAD) .*text/html" ${page ?? '/index.html'};`,
          `    "~^(GET|HEAD) $" ${page ?? '/index.html'};`,
          '}',
        ],
      }
  }
}

/** Both images have the authorities of Alpine's ca-certificates. https://nginx.org/en/docs/http/ngx_http_proxy_module.html#proxy_ssl_verify */
const tlsLines = ({ verifiesTls }: DevProxy): readonly string[] => [
  'proxy_ssl_server_name on;',
  ...(verifiesTls
    ? [
        'proxy_ssl_verify on;',
        'proxy_ssl_verify_depth 4;',
        'proxy_ssl_trusted_certificate /etc/ssl/certs/ca-certificates.crt;',
      ]
    : []),
]

/** 'http://backend:5000/v1/' => its address, and the path that goes before each. */
function partsOf(target: string): { readonly origin: string; readonly path: string } {
  const [, origin = target, path = ''] = /^(https?:\/\/[^/]+)(\/.*)?$/.exec(target) ?? []
  return { origin, path: path.replace(/\/$/, '') }
}

/** `break` hands the new path on to proxy_pass, arguments kept. */
function rewriteOf({ rewrite }: DevProxy, below: string): string | undefined {
  if (rewrite === undefined) return below === '' ? undefined : `rewrite ^(.*)$ ${below}$1 break;`
  const from = escapeDots(rewrite.from.replace(/\/$/, ''))
  const to = `${below}${rewrite.to.replace(/\/$/, '')}`
  // A path has to begin with a slash, also where nothing stands for what is cut off.
  return to === '' ? `rewrite ^${from}/?(.*)$ /$1 break;` : `rewrite ^${from}(.*)$ ${to}$1 break;`
}

const escapeDots = (text: string) => text.replaceAll('.', '\\.')

import type { Header } from '../../javascript/tools/headers.ts'
import { cachesItself, headerLines, headers, preflight } from './header-lines.ts'
import { hiddenLocation } from './hidden-location.ts'
import { location } from './location.ts'
import type { HiddenPaths, Serving } from '../../javascript/tools/servers/serving.ts'
import type { Fallback } from '../../javascript/tools/tool.ts'

/** The server block of a site, as data. */
export interface NginxConf {
  /** `${PORT}` in a template, which is filled in when the container starts. */
  readonly port: number | '${PORT}'
  readonly root: string
  /** Where the site starts, with both slashes. */
  readonly basePath: string
  /** What serves it today: '`serve -s`'. */
  readonly like: string
  readonly fallback: Fallback
  readonly cleanUrls: boolean
  readonly folders: Serving['folders']
  readonly lists: boolean
  readonly slashes: boolean
  readonly hashed: HashedLocation | undefined
  /** Lines of their own, and maps above the server. */
  readonly proxies: readonly ProxyLocation[]
  /** Sent with all that is the site's, whatever its status. */
  readonly headers: readonly Header[]
  readonly gzipStatic: boolean
  readonly hidden: HiddenPaths | undefined
  /** True where some of the files are `.mjs`. */
  readonly hasModules: boolean
  /** True where a text has other letters than ASCII's, and does not say how they are written. */
  readonly hasText: boolean
}

export interface HashedLocation {
  /** Who makes these names: 'Vite'. */
  readonly by: string
  /** 'location /assets/' without the word: `/assets/`, `~ "\.[0-9a-f]{8}\."`. */
  readonly match: string
}

/** Requests that go on to another server. */
export interface ProxyLocation {
  readonly comment: string
  readonly match: string
  readonly lines: readonly string[]
  /** Above the server block. */
  readonly map?: readonly string[]
  /** What `try_files` of the site ends in instead of the page. */
  readonly instead?: string
}

const immutable = 'add_header Cache-Control "public, max-age=31536000, immutable";'
const noCache = 'add_header Cache-Control "no-cache";'

/** Writes nginx's configuration of a site: https://nginx.org/en/docs/http/ngx_http_core_module.html */
export function writeNginxConf(conf: NginxConf): string {
  const hashed = cachesItself(conf) ? undefined : conf.hashed
  const head = [
    ...(typeof conf.port === 'number' ? [] : ['# PORT as it is when the container starts.']),
    `listen ${conf.port};`,
    `root ${conf.root};`,
    ...(redirects(conf) ? ['absolute_redirect off;'] : []),
    ...(conf.hasText ? ['charset utf-8;'] : []),
    ...(conf.gzipStatic ? ['gzip_static on;'] : []),
    // What is handed on has the headers of its own server alone.
    ...(conf.proxies.length > 0 ? [] : headerLines(conf)),
    ...preflight(conf, conf.like),
    ...errorPage(conf.fallback),
    ...(conf.lists
      ? [`# As ${conf.like}: a folder without index.html is listed.`, 'autoindex on;']
      : []),
  ]
  const blocks = [
    head,
    ...conf.proxies.map((proxy) => [`# ${proxy.comment}`, ...location(proxy.match, proxy.lines)]),
    // Of regular expressions the first that matches decides.
    ...(conf.hidden === undefined ? [] : [hiddenLocation(conf, conf.hidden)]),
    ...(conf.hasModules && hasEndingRule(conf) ? [modules(conf)] : []),
    ...(hashed?.match.startsWith('~') === true && hasEndingRule(conf)
      ? [hashedBlock(conf, hashed), pages(conf)]
      : [pages(conf), ...(hashed === undefined ? [] : [hashedBlock(conf, hashed)])]),
  ]
  if (conf.hasModules && !hasEndingRule(conf)) blocks.push(modules(conf))
  const maps = conf.proxies.flatMap((proxy) => (proxy.map === undefined ? [] : [proxy.map]))
  const text = blocks.map((block) => block.map((line) => `    ${line}\n`).join('')).join('\n')
  return [...maps.map((lines) => `${lines.join('\n')}\n\n`), `server {\n${text}}\n`].join('')
}

/** A redirect without host and port is right behind any published port. */
const redirects = ({ folders, fallback, basePath, lists }: NginxConf) =>
  basePath !== '/' || lists || (folders === 'redirect' && fallback.kind === 'not-found')

/** A missing file stays missing, although other paths are the application's. */
const hasEndingRule = ({ fallback, proxies }: NginxConf) =>
  fallback.kind === 'page' &&
  !fallback.forFiles &&
  proxies.every(({ instead }) => instead === undefined)

const errorPage = (fallback: Fallback) =>
  fallback.kind === 'not-found' && fallback.page !== undefined
    ? [`error_page 404 ${fallback.page};`]
    : []

/** The application's own paths, or a page for each. */
function pages(conf: NginxConf): readonly string[] {
  const { fallback, basePath, like, cleanUrls, folders } = conf
  const outside =
    basePath === '/'
      ? []
      : [...location('= /', [`return 302 ${basePath};`]), ...location('/', ['return 404;'])]
  const end = conf.proxies.find(({ instead }) => instead !== undefined)?.instead
  if (fallback.kind === 'not-found') return [...siteOfPages(conf, end), ...outside]
  const rule = fallback.forFiles
    ? "a path that is no file belongs to the application's own router."
    : "a path without an ending that is no file belongs to the application's own router."
  // What is handed on is no file, and `/` is one.
  const isPlain = folders === 'none' && end === undefined
  const inner = isPlain ? '' : '$uri/index.html '
  return [
    `# As ${like}: ${rule}`,
    ...location(
      basePath,
      headers(
        conf,
        [`try_files $uri ${inner}${cleanUrls ? '$uri.html ' : ''}${end ?? fallback.page};`],
        isPlain ? undefined : noCache,
      ),
    ),
    ...(fallback.except === undefined
      ? []
      : location(`= ${fallback.except}`, headers(conf, ['try_files $uri =404;']))),
    ...(hasEndingRule(conf)
      ? location(endings(basePath), headers(conf, ['try_files $uri =404;']))
      : []),
    ...(cachesItself(conf) || !isPlain
      ? []
      : location(`= ${fallback.page}`, headers(conf, [], noCache))),
    ...outside,
  ]
}

const endings = (basePath: string) =>
  basePath === '/' ? '~ \\.\\w+$' : `~ ^${basePath.replaceAll('.', '\\.')}.*\\.\\w+$`

/** A page for each path, and a 404 for what has none. */
function siteOfPages(conf: NginxConf, end: string | undefined): readonly string[] {
  const { basePath, like, cleanUrls, folders, lists, slashes } = conf
  // Of `$uri/` nginx makes a redirect to the folder's own address.
  const folder = folders === 'redirect' ? '$uri/' : '$uri/index.html'
  const list = lists && folders === 'index' ? ['$uri/'] : []
  const last = [...list, end ?? '=404'].join(' ')
  const files = ['$uri', folder, ...(cleanUrls ? ['$uri.html'] : [])].join(' ')
  const page = (words: string) => headers(conf, [`try_files ${words} ${last};`], noCache)
  return [
    `# As ${like}: ${ruleOfPages(cleanUrls, folders)}`,
    ...location(basePath, page(files)),
    ...(slashes && cleanUrls ? location('~ ^(.+)/$', page('$1/index.html $1.html')) : []),
  ]
}

function ruleOfPages(cleanUrls: boolean, folders: NginxConf['folders']): string {
  if (folders === 'index')
    return cleanUrls
      ? '/about is about/index.html or about.html; a path that is neither is not found.'
      : '/about is about/index.html; a path that is no file is not found.'
  return cleanUrls
    ? '/about is about.html; a path that is no file is not found.'
    : 'a path that is no file is not found.'
}

function hashedBlock(conf: NginxConf, { by, match }: HashedLocation): readonly string[] {
  return [
    `# ${by} puts a hash into these names.`,
    ...location(match, headers(conf, [`try_files $uri ${missingFile(conf)};`], immutable)),
  ]
}

/** https://github.com/nginx/nginx/blob/release-1.28.0/conf/mime.types has no mjs. */
function modules(conf: NginxConf): readonly string[] {
  const lines = [
    'types {}',
    'default_type text/javascript;',
    `try_files $uri ${missingFile(conf)};`,
  ]
  return [
    '# nginx knows no type for these names, and browsers run no module without one.',
    ...location('~ \\.mjs$', headers(conf, lines)),
  ]
}

/** What a file that is not there answers. */
function missingFile({ fallback }: NginxConf): string {
  return fallback.kind === 'page' && fallback.forFiles ? fallback.page : '=404'
}

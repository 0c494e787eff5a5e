import type { Fallback } from '../../javascript/tools/tool.ts'

/** The server block of a site, as data. */
export interface NginxConf {
  readonly port: number
  readonly root: string
  /** Where the site starts, with both slashes. */
  readonly basePath: string
  /** What serves it today: '`serve -s`'. */
  readonly like: string
  readonly fallback: Fallback
  readonly cleanUrls: boolean
  readonly folders: 'redirect' | 'index'
  readonly hashed: HashedLocation | undefined
  /** Lines of their own, and maps above the server. */
  readonly proxies: readonly ProxyLocation[]
  readonly cors: boolean
  readonly gzipStatic: boolean
  /** True where some of the files are `.mjs`. */
  readonly hasModules: boolean
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
  const head = [
    `listen ${conf.port};`,
    `root ${conf.root};`,
    ...(redirects(conf) ? ['absolute_redirect off;'] : []),
    ...(conf.gzipStatic ? ['gzip_static on;'] : []),
    ...(conf.cors ? ['add_header Access-Control-Allow-Origin *;'] : []),
    ...errorPage(conf.fallback),
  ]
  const blocks = [
    head,
    ...conf.proxies.map((proxy) => [`# ${proxy.comment}`, ...location(proxy.match, proxy.lines)]),
    // Of regular expressions the first that matches decides.
    ...(conf.hashed?.match.startsWith('~') === true && hasEndingRule(conf)
      ? [hashedBlock(conf, conf.hashed), pages(conf)]
      : [pages(conf), ...(conf.hashed === undefined ? [] : [hashedBlock(conf, conf.hashed)])]),
  ]
  if (conf.hasModules) blocks.push(modules(conf))
  const maps = conf.proxies.flatMap((proxy) => (proxy.map === undefined ? [] : [proxy.map]))
  const text = blocks.map((block) => block.map((line) => `    ${line}\n`).join('')).join('\n')
  return [...maps.map((lines) => `${lines.join('\n')}\n\n`), `server {\n${text}}\n`].join('')
}

/** A redirect without host and port is right behind any published port. */
const redirects = ({ folders, fallback, basePath }: NginxConf) =>
  basePath !== '/' || (folders === 'redirect' && fallback.kind === 'not-found')

/** A missing file stays missing, although other paths are the application's. */
const hasEndingRule = ({ fallback, proxies }: NginxConf) =>
  fallback.kind === 'page' &&
  !fallback.forFiles &&
  proxies.every(({ instead }) => instead === undefined)

const errorPage = (fallback: Fallback) =>
  fallback.kind === 'not-found' && fallback.page !== undefined
    ? [`error_page 404 ${fallback.page};`]
    : []

function location(match: string, lines: readonly string[]): readonly string[] {
  return [`location ${match} {`, ...lines.map((line) => `    ${line}`), '}']
}

/** The application's own paths, or a page for each. */
function pages(conf: NginxConf): readonly string[] {
  const { fallback, basePath, like, cleanUrls } = conf
  const outside =
    basePath === '/'
      ? []
      : [...location('= /', [`return 302 ${basePath};`]), ...location('/', ['return 404;'])]
  const end = conf.proxies.find(({ instead }) => instead !== undefined)?.instead
  if (fallback.kind === 'not-found') return [...siteOfPages(conf, end), ...outside]
  const rule = fallback.forFiles
    ? "a path that is no file belongs to the application's own router."
    : "a path without an ending that is no file belongs to the application's own router."
  return [
    `# As ${like}: ${rule}`,
    ...location(basePath, [
      `try_files $uri $uri/${cleanUrls ? ' $uri.html' : ''} ${end ?? fallback.page};`,
    ]),
    ...(hasEndingRule(conf) ? location(endings(basePath), ['try_files $uri =404;']) : []),
    ...location(`= ${fallback.page}`, headers(conf, [noCache])),
    ...outside,
  ]
}

const endings = (basePath: string) =>
  basePath === '/' ? '~ \\.\\w+$' : `~ ^${basePath.replaceAll('.', '\\.')}.*\\.\\w+$`

/** A page for each path, and a 404 for what has none. */
function siteOfPages(conf: NginxConf, end: string | undefined): readonly string[] {
  const { basePath, like, cleanUrls, folders } = conf
  // Of `$uri/` nginx makes a redirect to the folder's own address.
  const folder = folders === 'redirect' ? '$uri/' : '$uri/index.html'
  const files = ['$uri', folder, ...(cleanUrls ? ['$uri.html'] : []), end ?? '=404']
  return [
    `# As ${like}: ${ruleOfPages(cleanUrls, folders)}`,
    ...location(basePath, headers(conf, [`try_files ${files.join(' ')};`, noCache])),
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
    ...location(match, headers(conf, [`try_files $uri ${missingFile(conf)};`, immutable])),
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
/** A location with headers of its own does not have those of the server: they are said again. */
function headers(conf: NginxConf, lines: readonly string[]): readonly string[] {
  return conf.cors ? [...lines, 'add_header Access-Control-Allow-Origin *;'] : lines
}

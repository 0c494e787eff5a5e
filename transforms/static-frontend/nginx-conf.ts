import type { Fallback } from './tool.ts'

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
    ...(conf.folders === 'redirect' && conf.fallback.kind === 'not-found'
      ? ['absolute_redirect off;']
      : []),
    ...(conf.gzipStatic ? ['gzip_static on;'] : []),
    ...(conf.cors ? ['add_header Access-Control-Allow-Origin *;'] : []),
    ...errorPage(conf.fallback),
  ]
  const blocks = [
    head,
    ...conf.proxies.map((proxy) => [`# ${proxy.comment}`, ...location(proxy.match, proxy.lines)]),
    // Of regular expressions the first that matches decides.
    ...(conf.hashed?.match.startsWith('~') === true
      ? [hashedBlock(conf, conf.hashed), pages(conf)]
      : [pages(conf), ...(conf.hashed === undefined ? [] : [hashedBlock(conf, conf.hashed)])]),
  ]
  const maps = conf.proxies.flatMap((proxy) => (proxy.map === undefined ? [] : [proxy.map]))
  const text = blocks.map((block) => block.map((line) => `    ${line}\n`).join('')).join('\n')
  return [...maps.map((lines) => `${lines.join('\n')}\n\n`), `server {\n${text}}\n`].join('')
}

const errorPage = (fallback: Fallback) =>
  fallback.kind === 'not-found' && fallback.page !== undefined
    ? [`error_page 404 ${fallback.page};`]
    : []

function location(match: string, lines: readonly string[]): readonly string[] {
  return [`location ${match} {`, ...lines.map((line) => `    ${line}`), '}']
}

/** The application's own paths, or a page for each. */
function pages(conf: NginxConf): readonly string[] {
  const { fallback, basePath, like } = conf
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
    ...location(basePath, [`try_files $uri $uri/ ${end ?? fallback.page};`]),
    ...(fallback.forFiles || end !== undefined
      ? []
      : location(`~ \\.\\w+$`, ['try_files $uri =404;'])),
    ...location(`= ${fallback.page}`, headers(conf, [noCache])),
    ...outside,
  ]
}

/** A page for each path, and a 404 for what has none. */
function siteOfPages(conf: NginxConf, end: string | undefined): readonly string[] {
  const { basePath, like, cleanUrls, folders } = conf
  const html = cleanUrls ? ' $uri.html' : ''
  const comment = cleanUrls
    ? `# As ${like}: a path stands for its page, and what has none is a 404.`
    : `# As ${like}: a path that is no file is a 404.`
  if (folders === 'index' || end !== undefined)
    return [
      comment,
      ...location(
        basePath,
        headers(conf, [`try_files $uri${html} $uri/index.html ${end ?? '=404'};`, noCache]),
      ),
    ]
  // Without try_files nginx sends `/docs` on to `/docs/`, as the server does today.
  if (!cleanUrls) return [comment, ...location(basePath, headers(conf, [noCache]))]
  return [
    comment,
    ...location(basePath, headers(conf, ['error_page 404 = @page;', noCache])),
    ...location('@page', headers(conf, ['try_files $uri.html =404;', noCache])),
  ]
}

function hashedBlock(conf: NginxConf, { by, match }: HashedLocation): readonly string[] {
  const { fallback } = conf
  const missing = fallback.kind === 'page' && fallback.forFiles ? fallback.page : '=404'
  return [
    `# ${by} puts a hash into these names.`,
    ...location(match, headers(conf, [`try_files $uri ${missing};`, immutable])),
  ]
}

/** A location with headers of its own does not have those of the server: they are said again. */
function headers(conf: NginxConf, lines: readonly string[]): readonly string[] {
  return conf.cors ? [...lines, 'add_header Access-Control-Allow-Origin *;'] : lines
}

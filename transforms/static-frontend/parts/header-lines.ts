import type { Header } from '../../javascript/tools/headers.ts'

interface Conf {
  readonly headers: readonly Header[]
  readonly proxies: readonly unknown[]
}

/** A location with headers of its own does not have those of the server: they are said again. https://nginx.org/en/docs/http/ngx_http_headers_module.html#add_header */
export function headers(conf: Conf, lines: readonly string[], cache = ''): readonly string[] {
  const own = cache === '' || cachesItself(conf) ? [] : [cache]
  const repeated = own.length > 0 || conf.proxies.length > 0 ? headerLines(conf) : []
  return [...lines, ...own, ...repeated]
}

/** A browser asks before it sends a header of the page's own to another origin; nginx has no answer to OPTIONS. https://developer.mozilla.org/docs/Glossary/Preflight_request */
export const preflight = (conf: Conf, like: string) =>
  conf.proxies.length === 0 &&
  conf.headers.some(({ name }) => /^access-control-allow-headers$/i.test(name))
    ? [
        `# As ${like}: a page of another origin may ask first (OPTIONS) what it may send.`,
        ...['if ($request_method = OPTIONS) {', '    return 204;', '}'],
      ]
    : []

/** The server says itself how long its answers may be kept. */
export const cachesItself = (conf: Conf) =>
  conf.headers.some(({ name }) => /^cache-control$/i.test(name))

export const headerLines = (conf: Conf) =>
  conf.headers.map(({ name, value }) => `add_header ${name} ${word(value)} always;`)

const word = (value: string) =>
  /^[\w.*/-]+$/.test(value) ? value : `"${value.replace(/["\\]/g, '\\$&')}"`

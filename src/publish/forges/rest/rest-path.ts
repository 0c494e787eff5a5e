/** A path of an API, its parts encoded: restPath`/repos/${owner}/${name}`. */
export function restPath(
  texts: TemplateStringsArray,
  ...parts: readonly (string | number)[]
): string {
  return String.raw({ raw: texts }, ...parts.map((part) => encodeURIComponent(part)))
}

/** A file's path for a URL: its parts encoded, the slashes between them kept. */
export function encodeFilePath(path: string): string {
  return path.split('/').map(encodeURIComponent).join('/')
}

export type Query = Readonly<Record<string, string | number | boolean | undefined>>

/**
 * The URL of a request, always on the API's own host. A link of the host itself ("next page") may name another: behind a proxy many
 * don't know by which name they are called. The token must not follow it there.
 */
export function restUrl(base: string, path: string, query: Query): URL {
  const url = /^https?:/i.test(path) ? onHost(base, new URL(path)) : new URL(base + path)
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined) url.searchParams.set(name, String(value))
  }
  return url
}

function onHost(base: string, link: URL): URL {
  const url = new URL(base)
  url.pathname = link.pathname
  url.search = link.search
  return url
}

/** The target of rel="next" in a Link header: https://www.rfc-editor.org/rfc/rfc8288 */
export function nextLink(headers: Headers): string | undefined {
  const link = headers.get('link') ?? ''
  for (const [, target, parameters] of link.matchAll(/<([^>]*)>((?:\s*;[^,<]*)*)/g)) {
    if (/;\s*rel="?(?:[^"]*\s)?next(?:\s[^"]*)?"?/i.test(parameters ?? '')) return target
  }
  return undefined
}

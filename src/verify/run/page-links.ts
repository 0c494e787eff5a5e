/** What a page names of its own origin, as absolute paths with their queries, each once. */
export interface PageLinks {
  readonly links: readonly string[]
  readonly scripts: readonly string[]
  readonly styles: readonly string[]
  readonly images: readonly string[]
}

const tag = /<(a|base|link|script|img)\b([^>]{0,4000})>/gi
const attribute = /([\w-]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?/g

/**
 * Reads links, scripts, styles and images out of an HTML text, as tolerant as a browser where it matters here. `url` is the page's.
 */
export function readPageLinks(html: string, url: URL): PageLinks {
  const links: string[] = []
  const scripts: string[] = []
  const styles: string[] = []
  const images: string[] = []
  let base = url
  for (const [, name = '', written = ''] of html.replace(/<!--[^]*?-->/g, '').matchAll(tag)) {
    const attributes = readAttributes(written)
    const add = (list: string[], value: string | undefined): void => {
      const path = value === undefined ? undefined : ownPath(value, base, url)
      if (path !== undefined && !list.includes(path)) list.push(path)
    }
    switch (name.toLowerCase()) {
      case 'base':
        base = resolve(attributes.get('href') ?? '', url) ?? url
        break
      case 'a':
        if (!attributes.has('download')) add(links, attributes.get('href'))
        break
      case 'script':
        add(scripts, attributes.get('src'))
        break
      case 'link':
        if (/\bstylesheet\b/i.test(attributes.get('rel') ?? '')) add(styles, attributes.get('href'))
        else if (/\bicon\b/i.test(attributes.get('rel') ?? '')) add(images, attributes.get('href'))
        break
      default:
        add(images, attributes.get('src'))
    }
  }
  return { links, scripts, styles, images }
}

function readAttributes(written: string): ReadonlyMap<string, string> {
  return new Map(
    [...written.matchAll(attribute)].map(([, name = '', double, single, bare]) => [
      name.toLowerCase(),
      (double ?? single ?? bare ?? '').replace(/&amp;/g, '&').trim(),
    ]),
  )
}

function ownPath(value: string, base: URL, page: URL): string | undefined {
  if (value === '' || value.startsWith('#')) return undefined
  const target = resolve(value, base)
  if (target === undefined || target.origin !== page.origin) return undefined
  return target.pathname + target.search
}

function resolve(value: string, base: URL): URL | undefined {
  return URL.canParse(value, base.href) ? new URL(value, base) : undefined
}

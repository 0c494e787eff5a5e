import { createHash } from 'node:crypto'
import type { FixtureRequest } from '../fixture.ts'

/** What is compared of an answer. */
export interface Answer {
  readonly status: number
  readonly type?: string
  readonly body?: string
  /** Where it sends the browser. */
  readonly location?: string
}

/** Asks for a path as a browser does, but for redirections, which are answers. */
export async function ask(
  address: string,
  { path, accept = '*/*', compare = 'all' }: FixtureRequest,
): Promise<Answer> {
  const url = new URL(path, `http://${address}`)
  const response = await fetch(url, {
    redirect: 'manual',
    headers: { accept },
    signal: AbortSignal.timeout(20_000),
  })
  // A server's own pages name the address that was asked, which is another for each container.
  const said = await response.text()
  // Apache's own: `Server at 127.0.0.1 Port 32929`.
  const named = said.replaceAll(url.host, 'HOST').replaceAll(`Port ${url.port}`, 'Port PORT')
  const body = brief(named)
  const { status } = response
  const type = typeOf(response)
  switch (compare) {
    case 'all':
      return { status, type, body, ...locationOf(response, url) }
    case 'type':
      return { status, type }
    case 'status':
      return { status }
    case 'redirect':
      return { status: Math.floor(status / 100), ...locationOf(response, url) }
  }
}

/** The answers to what a page names: its scripts, styles and images. */
export async function assetsOf(
  address: string,
  page: string,
): Promise<Readonly<Record<string, Answer>>> {
  const url = new URL(page, `http://${address}`)
  const text = await (await fetch(url)).text()
  const named = [...text.matchAll(/\b(?:src|href)="?([^"\s>]+\.\w+)["\s>]/g)]
  const paths = named.flatMap(([, name = '']) => {
    const asset = new URL(name, url)
    return asset.origin === url.origin ? [asset.pathname] : []
  })
  if (paths.length === 0) throw new Error(`${page} names no files:\n${text}`)
  return Object.fromEntries(
    await Promise.all(
      [...new Set(paths)].map(async (path) => [path, await ask(address, { path })] as const),
    ),
  )
}

/** Long ones by their beginning and their hash: what a failing test prints is to be read. */
function brief(body: string): string {
  if (body.length <= 1000) return body
  const hash = createHash('sha256').update(body).digest('hex')
  return `${body.slice(0, 200)}... (${body.length} characters, sha256 ${hash})`
}

/** Without parameters; the two names of JavaScript's type are one (RFC 9239). */
function typeOf(response: Response): string {
  const type = response.headers.get('content-type')?.split(';')[0] ?? 'none'
  return type === 'application/javascript' ? 'text/javascript' : type
}

function locationOf(response: Response, url: URL): { readonly location?: string } {
  const location = response.headers.get('location')
  if (location === null) return {}
  const target = new URL(location, url)
  return { location: target.origin === url.origin ? target.pathname : target.origin }
}

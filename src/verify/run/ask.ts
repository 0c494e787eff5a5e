import { createHash } from 'node:crypto'
import http from 'node:http'
import https from 'node:https'
import { normalizeText } from '../judge/normalize.ts'

/** A port of a container, as it is published on this machine. */
export interface Address {
  /** The container's. */
  readonly port: number
  /** This machine's, on 127.0.0.1. */
  readonly published: number
  readonly scheme: 'http' | 'https'
}

/** What came of a question. */
export type Reply =
  | { readonly kind: 'answer'; readonly answer: RawAnswer }
  /** Nobody listens, or the one who does hangs up without a word, as Docker's proxy does before the program listens. */
  | { readonly kind: 'closed' }
  /** Something is said, but no HTTP. */
  | { readonly kind: 'no-http' }
  /** It takes the connection and says nothing in time: another protocol, or a server that is not ready. */
  | { readonly kind: 'silent' }

export interface RawAnswer {
  readonly status: number
  readonly type: string | undefined
  readonly location: string | undefined
  readonly length: number
  /** False for a body that did not end in time, or is over 8 MB. */
  readonly isWhole: boolean
  readonly digest: string
  /** The body, without dates and ids; undefined where it is no text, or a long one. */
  readonly text: string | undefined
  /** The body as it came; undefined where it is no text, or a long one. */
  readonly source: string | undefined
}

/** Bytes of a body that are read, and of a text that is compared word by word. */
const mostBytes = 8 * 1024 * 1024
const mostText = 512 * 1024

/** Milliseconds for an answer, its body included. */
const patience = 10_000

/** The address as the container sees it, whatever port of this machine it is published on: both runs are asked by the same name. */
export function urlOf({ port, scheme }: Address, path: string): URL {
  return new URL(`${scheme}://localhost:${port}${path}`)
}

/** Asks for a path as a browser does, but for redirections, which are answers. `own` are words of this run only. Never throws. */
export function ask(
  address: Address,
  path: string,
  interrupt: AbortSignal,
  own: readonly string[] = [],
): Promise<Reply> {
  const url = urlOf(address, path)
  const client = address.scheme === 'https' ? https : http
  return new Promise((resolve) => {
    let isAnswered = false
    const request = client.request({
      host: '127.0.0.1',
      port: address.published,
      path,
      agent: false,
      // Certificates of containers are for other names.
      rejectUnauthorized: false,
      headers: {
        host: url.host,
        accept: 'text/html,application/xhtml+xml,application/json;q=0.9,*/*;q=0.8',
        'accept-encoding': 'identity',
        'user-agent': 'msb-migrate',
        connection: 'close',
      },
    })
    request.on('response', (response) => {
      isAnswered = true
      const chunks: Buffer[] = []
      let length = 0
      response.on('data', (chunk: Buffer) => {
        chunks.push(chunk)
        length += chunk.length
        if (length > mostBytes) request.destroy()
      })
      // Those without an end (server-sent events) are answers, too.
      response.on('close', () =>
        resolve({ kind: 'answer', answer: readAnswer(response, Buffer.concat(chunks), url, own) }),
      )
      response.on('error', () => undefined)
    })
    // Listened to, not given as AbortSignal.any: a signal of time that nobody holds may be collected before it fires.
    const timeout = AbortSignal.timeout(patience)
    const stop = (): void => {
      if (!isAnswered) resolve({ kind: 'silent' })
      request.destroy(new Error('over time'))
    }
    for (const signal of [timeout, interrupt]) signal.addEventListener('abort', stop)
    request.on('close', () => {
      for (const signal of [timeout, interrupt]) signal.removeEventListener('abort', stop)
    })
    request.on('error', (error) => {
      if (!isAnswered) resolve({ kind: isClosed(error) ? 'closed' : 'no-http' })
    })
    if (interrupt.aborted) stop()
    request.end()
  })
}

function isClosed(error: Error): boolean {
  const code = 'code' in error ? error.code : undefined
  return code === 'ECONNREFUSED' || code === 'ECONNRESET' || code === 'EPIPE'
}

function readAnswer(
  { statusCode = 0, headers, complete }: http.IncomingMessage,
  body: Buffer,
  url: URL,
  own: readonly string[],
): RawAnswer {
  const type = typeOf(headers['content-type'])
  const source = isText(type) && body.length <= mostText ? body.toString('utf8') : undefined
  const text = source === undefined ? undefined : normalizeText(source, own)
  return {
    status: statusCode,
    type,
    location: headers.location === undefined ? undefined : locationOf(headers.location, url, own),
    length: body.length,
    isWhole: complete,
    digest: createHash('sha256')
      .update(text ?? body)
      .digest('hex')
      .slice(0, 16),
    text,
    source,
  }
}

/** Without parameters; of the names of one type, the one that is registered or used most. */
function typeOf(written: string | undefined): string | undefined {
  const type = written?.split(';')[0]?.trim().toLowerCase()
  return type === undefined ? undefined : (otherNames.get(type) ?? type)
}

/** RFC 9239, RFC 7303, RFC 8081; https://www.iana.org/assignments/media-types/image/vnd.microsoft.icon */
const otherNames: ReadonlyMap<string, string> = new Map([
  ['application/javascript', 'text/javascript'],
  ['application/x-javascript', 'text/javascript'],
  ['application/xml', 'text/xml'],
  ['application/font-woff', 'font/woff'],
  ['application/x-font-woff', 'font/woff'],
  ['application/font-woff2', 'font/woff2'],
  ['image/vnd.microsoft.icon', 'image/x-icon'],
])

function isText(type: string | undefined): boolean {
  return (
    type === undefined ||
    /^text\/|[/+](json|xml|javascript|xhtml)\b|^image\/svg|urlencoded/.test(type)
  )
}

function locationOf(written: string, url: URL, own: readonly string[]): string {
  const target = URL.canParse(written, url.href) ? new URL(written, url) : undefined
  if (target === undefined) return written
  return normalizeText(
    target.host === url.host ? target.pathname + target.search : target.href,
    own,
  )
}

import type { ForgeMachine } from '../../src/publish/forge.ts'

export interface Call {
  readonly method: string
  /** As in the description: '/projects/{id}' */
  readonly template: string
  readonly parameters: Readonly<Record<string, string>>
  readonly query: URLSearchParams
  readonly url: URL
  /** JSON, the parts of a form, or undefined. */
  readonly body: unknown
  /** As it was sent. */
  readonly text: string
}

export interface Answer {
  readonly status: number
  /** Sent as JSON; bytes as they are. */
  readonly body?: unknown
  readonly headers?: Readonly<Record<string, string>>
}

export type Routes = Readonly<Record<string, (call: Call) => Answer>>

export interface Judge {
  /** What is wrong with a request, by the host's description. */
  readonly request: (call: Call) => readonly string[]
  readonly answer: (call: Call, answer: Answer) => readonly string[]
}

export interface StandIn {
  readonly fetch: typeof fetch
  readonly violations: string[]
  readonly sent: () => { method: string; url: string; text: string }[]
}

export interface StandInSettings {
  /** What all URLs begin with: 'https://gitlab.com/api/v4' */
  readonly base: string
  /** The whole Authorization header. */
  readonly authorization: string
  /** 'GET /projects/{id}': of two that fit, the first. */
  readonly routes: Routes
  /** Parameters that have slashes in them: of Bitbucket branches and files. */
  readonly wide?: readonly string[]
  readonly judge: Judge
}

/** A host that answers `fetch` itself. What goes against the description, either way, is kept for the test to see. */
export function createStandIn(settings: StandInSettings): StandIn {
  const { base, authorization, routes, wide = [], judge } = settings
  const known = Object.entries(routes).map(([key, answer]) => {
    const [method = '', template = ''] = key.split(' ')
    return { method, template, answer, pattern: patternOf(template, wide) }
  })
  const violations: string[] = []
  let sent: { method: string; url: string; text: string }[] = []

  async function handle(request: Request): Promise<Response> {
    const { method } = request
    const bytes = Buffer.from(await request.arrayBuffer())
    const text = bytes.toString()
    const headers = [...request.headers].filter(([name]) => name !== 'authorization')
    const line = `${method} ${request.url}`
    sent.push({ method, url: request.url, text: `${line}\n${JSON.stringify(headers)}\n${text}` })
    if (!request.url.startsWith(`${base}/`)) throw new Error(`${request.url} is not of ${base}`)
    if (request.headers.get('authorization') !== authorization) return toResponse({ status: 401 })
    const url = new URL(request.url)
    const path = request.url.slice(base.length).replace(/[?#].*$/, '')
    const route = known.find((one) => one.method === method && one.pattern.test(path))
    if (route === undefined) {
      violations.push(`${line}: the stand-in has no such operation`)
      return toResponse({ status: 404 })
    }
    const parameters = Object.fromEntries(
      Object.entries(route.pattern.exec(path)?.groups ?? {}).map(([name, value]) => [
        name,
        decodeURIComponent(value),
      ]),
    )
    const { template } = route
    const body = bodyOf(request, bytes)
    const call = { method, template, parameters, query: url.searchParams, url, body, text }
    const problems = judge.request(call)
    const answer = route.answer(call)
    if (answer.status < 400) problems.concat(judge.answer(call, answer)).forEach(note)
    else problems.forEach(note)
    function note(problem: string): void {
      violations.push(`${method} ${template}: ${problem}`)
    }
    return toResponse(answer)
  }

  return {
    violations,
    fetch: async (input, init) => {
      init?.signal?.throwIfAborted()
      return handle(new Request(input, init))
    },
    sent: () => {
      const all = sent
      sent = []
      return all
    },
  }
}

function patternOf(template: string, wide: readonly string[]): RegExp {
  const source = template.replace(
    /\{(\w+)\}|[.*+?^$()|[\]\\]/g,
    (found, name: string | undefined) =>
      name === undefined ? `\\${found}` : `(?<${name}>${wide.includes(name) ? '.+?' : '[^/]+'})`,
  )
  return new RegExp(`^${source}$`)
}

function bodyOf(request: Request, bytes: Buffer): unknown {
  const type = request.headers.get('content-type') ?? ''
  const [, boundary] = /^multipart\/form-data; boundary=(.+)$/.exec(type) ?? []
  if (boundary !== undefined) return partsOf(bytes, boundary)
  if (bytes.length === 0) return undefined
  if (!type.startsWith('application/json')) throw new Error(`A body of type ${type}`)
  return JSON.parse(bytes.toString())
}

/** A field of a form; a file has a file name, and what else stands in its Content-Disposition. */
export interface FormPart {
  readonly name: string
  readonly fileName: string | undefined
  readonly attributes: string | undefined
  readonly content: Buffer
}

/** https://www.rfc-editor.org/rfc/rfc7578 */
function partsOf(bytes: Buffer, boundary: string): readonly FormPart[] {
  const pieces = bytes.toString('latin1').split(`--${boundary}`)
  return pieces.slice(1, -1).map((piece) => {
    const end = piece.indexOf('\r\n\r\n')
    const head = Buffer.from(piece.slice(0, end), 'latin1').toString()
    const field = (name: string) =>
      new RegExp(`; ${name}="([^"]*)"`).exec(head)?.[1]?.replaceAll('%22', '"')
    return {
      name: field('name') ?? '',
      fileName: field('filename'),
      attributes: field('x-attributes'),
      content: Buffer.from(piece.slice(end + 4, -2), 'latin1'),
    }
  })
}

function toResponse({ status, body, headers = {} }: Answer): Response {
  if (Buffer.isBuffer(body)) {
    return new Response(new Uint8Array(body), { status, headers })
  }
  if (body === undefined) return new Response(null, { status, headers })
  return new Response(JSON.stringify(body), {
    status,
    headers: { 'Content-Type': 'application/json', ...headers },
  })
}

/** A machine whose clock is moved by its sleep alone. */
export function quickMachine(fetcher: typeof fetch, waits: number[] = []): ForgeMachine {
  let now = 0
  return {
    now: () => now,
    sleep: (milliseconds) => {
      now += milliseconds
      return Promise.resolve()
    },
    interrupt: new AbortController().signal,
    onWait: (milliseconds) => waits.push(milliseconds),
    fetch: fetcher,
  }
}

import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'

export interface Received {
  readonly method: string
  /** Path and query. */
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: Buffer
}

export interface Answer {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: Buffer
}

export const json = (
  status: number,
  body: unknown,
  headers: Readonly<Record<string, string>> = {},
): Answer => ({
  status,
  headers: { 'content-type': 'application/json; charset=utf-8', ...headers },
  body: Buffer.from(JSON.stringify(body)),
})

/** What goes wrong with a request. */
export interface Fault {
  readonly method: string
  readonly path: RegExp
  /** How many of such requests; one by default. */
  readonly times?: number
  /** Does the host get the request, and do what it says? */
  readonly isDone: boolean
  /** What comes back instead: an answer, half of one, nothing at all; or the right one, but late. */
  readonly comes: Answer | 'half' | 'nothing' | { readonly afterMilliseconds: number }
}

export interface Sent {
  readonly method: string
  readonly url: string
  readonly text: string
}

export interface FaultyProxy {
  readonly url: string
  /** Lets requests fail from now on; gives how many of them have. */
  readonly fail: (fault: Fault) => () => number
  /** All that came since the last call, without the Authorization header. */
  readonly sent: () => readonly Sent[]
  readonly stop: () => Promise<void>
}

/**
 * A server that stands before a host, breaks what it is told to break, and remembers what came. `aside` takes requests that are not for
 * the host, and says whether it did.
 */
export async function startFaultyProxy(
  host: (request: Received) => Promise<Answer>,
  aside: (request: IncomingMessage, response: ServerResponse) => boolean = () => false,
): Promise<FaultyProxy> {
  const faults: { readonly fault: Fault; left: number; done: number }[] = []
  let sent: Sent[] = []

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const received = await receive(request)
    sent.push(recordOf(received))
    const found = faults.find(
      ({ fault, left }) =>
        left > 0 && fault.method === received.method && fault.path.test(received.url),
    )
    if (found === undefined) {
      send(response, await host(received))
      return
    }
    found.left -= 1
    found.done += 1
    await breakAnswer(response, received, found.fault)
  }

  async function breakAnswer(
    response: ServerResponse,
    received: Received,
    { isDone, comes }: Fault,
  ): Promise<void> {
    const answer = isDone ? await host(received) : undefined
    if (comes === 'nothing') response.destroy()
    else if (comes === 'half') sendHalf(response, answer ?? json(200, { half: 'of it' }))
    else if ('status' in comes) send(response, comes)
    else {
      await sleep(comes.afterMilliseconds)
      send(response, answer ?? (await host(received)))
    }
  }

  const server = createServer((request, response) => {
    if (aside(request, response)) return
    serve(request, response).catch((error: unknown) => {
      send(response, json(500, { message: `The test's own proxy: ${String(error)}` }))
    })
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    fail: (fault) => {
      const entry = { fault, left: fault.times ?? 1, done: 0 }
      faults.push(entry)
      return () => entry.done
    },
    sent: () => {
      const all = sent
      sent = []
      return all
    },
    stop: async () => {
      server.closeAllConnections()
      await new Promise((done) => server.close(done))
    },
  }
}

async function receive(request: IncomingMessage): Promise<Received> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  const headers = Object.entries(request.headers).flatMap(([name, value]) =>
    typeof value === 'string' ? [[name, value] as const] : [],
  )
  return {
    method: request.method ?? 'GET',
    url: request.url ?? '/',
    headers: Object.fromEntries(headers),
    body: Buffer.concat(chunks),
  }
}

function recordOf({ method, url, headers, body }: Received): Sent {
  const others = Object.entries(headers).filter(([name]) => name !== 'authorization')
  const lines = others.map(([name, value]) => `${name}: ${value}`)
  return { method, url, text: [`${method} ${url}`, ...lines, '', body.toString()].join('\n') }
}

function send(response: ServerResponse, { status, headers, body }: Answer): void {
  const length = status === 204 ? {} : { 'content-length': String(body.length) }
  response.writeHead(status, { ...headers, ...length })
  response.end(status === 204 ? undefined : body)
}

function sendHalf(response: ServerResponse, { status, headers, body }: Answer): void {
  response.writeHead(status, { ...headers, 'content-length': String(body.length) })
  response.write(body.subarray(0, Math.floor(body.length / 2)), () => response.destroy())
}

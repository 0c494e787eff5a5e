import { Agent, createServer, request } from 'node:http'
import type { AddressInfo } from 'node:net'

/** A host behind a counter: what is sent to it is counted, and searched for what must not be sent. */
export interface CountingProxy {
  readonly origin: string
  /** Requests since the last call, by method. */
  readonly take: () => ReadonlyMap<string, number>
  /** Request lines of everything in which a secret stood outside of the Authorization header. */
  readonly leaks: readonly string[]
  readonly close: () => void
}

export async function countingProxy(
  target: string,
  secrets: readonly string[],
): Promise<CountingProxy> {
  const { hostname, port } = new URL(target)
  const leaks: string[] = []
  let counts = new Map<string, number>()
  const agent = new Agent({ keepAlive: true })
  const server = createServer((incoming, answer) => {
    const { method = 'GET', url = '/', headers } = incoming
    counts.set(method, (counts.get(method) ?? 0) + 1)
    const chunks: Buffer[] = []
    incoming.on('data', (chunk: Buffer) => chunks.push(chunk))
    incoming.on('end', () => {
      const body = Buffer.concat(chunks)
      const sent = `${method} ${url}\n${JSON.stringify({ ...headers, authorization: '' })}\n${body.toString()}`
      if (secrets.some((secret) => sent.includes(secret))) leaks.push(`${method} ${url}`)
      const outgoing = request(
        {
          agent,
          hostname,
          port,
          method,
          path: url,
          headers: { ...headers, host: new URL(target).host },
        },
        (given) => {
          answer.writeHead(given.statusCode ?? 502, given.headers)
          given.pipe(answer)
        },
      )
      outgoing.on('error', () => answer.destroy())
      // A client that was killed reads no more; what waits for it would wait for ever.
      answer.on('close', () => outgoing.destroy())
      outgoing.end(body)
    })
    incoming.on('error', () => undefined)
    answer.on('error', () => undefined)
  })
  server.keepAliveTimeout = 60_000
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const address = server.address() as AddressInfo
  return {
    origin: `http://127.0.0.1:${address.port}`,
    take: () => {
      const taken = counts
      counts = new Map()
      return taken
    },
    leaks,
    close: () => {
      server.closeAllConnections()
      server.close()
      agent.destroy()
    },
  }
}

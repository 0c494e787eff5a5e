import http from 'node:http'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ask, type Address } from '../../../src/verify/run/ask.ts'

const never = new AbortController().signal
const server = http.createServer(({ url, headers, socket }, response) => {
  switch (url) {
    case '/page':
      response.setHeader('content-type', 'Text/HTML; charset=utf-8')
      return response.end(`${headers.host ?? ''} at ${new Date().toISOString()}`)
    case '/away':
      return response.writeHead(302, { location: 'http://localhost:3000/login?next=%2F' }).end()
    case '/out':
      return response.writeHead(302, { location: 'https://example.com/x' }).end()
    case '/image':
      return response.setHeader('content-type', 'image/png').end(Buffer.from([1, 2, 3]))
    case '/icon':
      return response.setHeader('content-type', 'image/vnd.microsoft.icon').end()
    case '/large':
      return response.end(Buffer.alloc(9 * 1024 * 1024))
    case '/stream':
      return response.writeHead(200, { 'content-type': 'text/event-stream' }).write('data: 1\n\n')
    case '/closed':
      return socket.destroy()
    default:
      return undefined
  }
})
let address: Address

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const found = server.address()
  const published = typeof found === 'object' && found !== null ? found.port : 0
  address = { port: 3000, published, scheme: 'http' }
})
afterAll(() => {
  server.closeAllConnections()
  server.close()
})

test('a page, by the name that it has in both runs', async () => {
  expect(await ask(address, '/page', never)).toMatchObject({
    answer: { status: 200, type: 'text/html', text: 'localhost:3000 at <date>', isWhole: true },
  })
})

test('redirections: own paths, and the addresses of others', async () => {
  const location = '/login?next=%2F'
  expect(await ask(address, '/away', never)).toMatchObject({ answer: { status: 302, location } })
  expect(await ask(address, '/out', never)).toMatchObject({
    answer: { location: 'https://example.com/x' },
  })
})

test('what is no text, or too long', async () => {
  const image = { type: 'image/png', length: 3, text: undefined, isWhole: true }
  expect(await ask(address, '/image', never)).toMatchObject({ answer: image })
  expect(await ask(address, '/icon', never)).toMatchObject({ answer: { type: 'image/x-icon' } })
  expect(await ask(address, '/large', never)).toMatchObject({ answer: { isWhole: false } })
})

test('a body or an answer that does not end', { timeout: 30_000 }, async () => {
  const [stream, silent] = await Promise.all([
    ask(address, '/stream', never),
    ask(address, '/silent', never),
  ])
  const answer = { status: 200, type: 'text/event-stream', isWhole: false }
  expect(stream).toMatchObject({ kind: 'answer', answer })
  expect(silent).toEqual({ kind: 'silent' })
})

test('nobody, and one who hangs up', async () => {
  expect(await ask(address, '/closed', never)).toEqual({ kind: 'closed' })
  expect(await ask({ ...address, published: 1 }, '/', never)).toEqual({ kind: 'closed' })
})

test('an interrupt', async () => {
  const interrupt = new AbortController()
  const asked = ask(address, '/silent', interrupt.signal)
  interrupt.abort()
  expect(await asked).toEqual({ kind: 'silent' })
  expect(await ask(address, '/page', interrupt.signal)).toEqual({ kind: 'silent' })
})

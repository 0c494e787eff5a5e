import { createServer } from 'node:http'
import { order, type Order } from './order.js'

const orders: Order[] = []

const server = createServer(async (request, response) => {
  response.setHeader('content-type', 'application/json')
  if (request.method !== 'POST') return response.end(JSON.stringify(orders))
  let body = ''
  for await (const chunk of request) body += chunk
  try {
    const parsed = order.safeParse(JSON.parse(body))
    if (parsed.success) orders.push(parsed.data)
    response.statusCode = parsed.success ? 201 : 400
  } catch {
    response.statusCode = 400
  }
  response.end('{}')
})

server.listen(3000)

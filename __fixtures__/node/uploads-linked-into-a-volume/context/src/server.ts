import { appendFileSync, readFileSync } from 'node:fs'
import { createServer } from 'node:http'

createServer((request, response) => {
  appendFileSync('uploads/orders.txt', `${request.method ?? ''} ${request.url ?? ''}\n`)
  response.end(readFileSync('uploads/orders.txt', 'utf8'))
}).listen(3000)

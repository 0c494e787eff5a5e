import { createServer } from 'node:http'

const levels: Record<string, number> = { north: 3, south: 5 }

createServer((_, response) => {
  response.setHeader('content-type', 'application/json')
  response.end(JSON.stringify(levels))
}).listen(3000)

import { createServer } from 'node:http'

createServer((_, response) => {
  response.end('two at noon')
}).listen(3000)

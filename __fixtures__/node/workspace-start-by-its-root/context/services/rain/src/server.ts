import { createServer } from 'node:http'

createServer((_, response) => {
  response.end('12 mm')
}).listen(3000)

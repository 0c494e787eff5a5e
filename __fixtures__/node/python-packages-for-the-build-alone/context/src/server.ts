import { createServer } from 'node:http'

createServer((_, response) => response.end('high')).listen(3000)

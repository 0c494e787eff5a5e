import { createServer } from 'node:http'

createServer((_, response) => response.end('low')).listen(3000)

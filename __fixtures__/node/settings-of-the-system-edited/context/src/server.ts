import { createServer } from 'node:http'

createServer((_, response) => response.end('open')).listen(3000)

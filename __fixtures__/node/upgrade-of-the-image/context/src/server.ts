import { createServer } from 'http'

createServer((_, response) => response.end('fixed\n')).listen(3000)

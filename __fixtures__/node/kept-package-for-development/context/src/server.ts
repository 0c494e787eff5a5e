import { createServer } from 'node:http'

createServer((_request, response) => response.end('well')).listen(3000)

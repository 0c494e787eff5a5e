import { createServer } from 'node:http'

const ms: (text: string) => number = require('ms')

createServer((_request, response) => response.end(String(ms('2 days')))).listen(3000)

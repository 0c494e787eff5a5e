import { createServer } from 'node:http'

createServer((_, answer) => answer.end('shop')).listen(3000)

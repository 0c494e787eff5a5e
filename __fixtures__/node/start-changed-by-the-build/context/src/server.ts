import { createServer } from 'node:http'

createServer((_, answer) => answer.end('own')).listen(3000)

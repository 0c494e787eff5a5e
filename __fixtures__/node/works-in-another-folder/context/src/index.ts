import { createServer } from 'node:http'
import { readFileSync } from 'node:fs'
process.chdir('content')
createServer((_, res) => res.end(readFileSync('greeting.txt'))).listen(3000)

import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'

const token = readFileSync('keys/token.txt', 'utf8')
createServer((_, answer) => answer.end(`${token.length} letters`)).listen(3000)

import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'

const key = readFileSync('/certs/key.pem', 'utf8')
createServer((_, answer) => answer.end(key.split('\n')[0])).listen(3000)

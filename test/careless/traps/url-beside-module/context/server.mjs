import http from 'node:http'
import { readFileSync } from 'node:fs'
const text = readFileSync(new URL('./templates/welcome.txt', import.meta.url), 'utf8')
http.createServer((ask, answer) => answer.end(text)).listen(3000)

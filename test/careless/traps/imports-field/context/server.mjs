import http from 'node:http'
import { greet } from '#lib/greet.js'
http.createServer((ask, answer) => answer.end(greet())).listen(3000)

import http from 'node:http'
import { createRequire } from 'node:module'
const require = createRequire(import.meta.url)
const messages = require('./messages.json')
http.createServer((ask, answer) => answer.end(messages.state)).listen(3000)

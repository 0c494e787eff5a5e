import { execFile } from 'node:child_process'
import { createServer } from 'node:http'

createServer((_, response) => {
  execFile('python3', ['model/tide.py'], (_error, out) => response.end(out))
}).listen(3000)

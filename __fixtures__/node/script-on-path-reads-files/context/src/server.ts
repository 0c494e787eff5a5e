import { execFile } from 'node:child_process'
import { createServer } from 'node:http'

createServer((_request, response) => {
  execFile('report', (error, words) => {
    response.statusCode = error === null ? 200 : 500
    response.end(words)
  })
}).listen(3000)

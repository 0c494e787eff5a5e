import { execFile } from 'node:child_process'
import { createServer } from 'node:http'
import slugify from 'slugify'

createServer((request, response) => {
  execFile('ffmpeg', ['-version'], (error, text) => {
    response.writeHead(error ? 500 : 200).end(slugify(text.slice(0, 14)))
  })
}).listen(3000)

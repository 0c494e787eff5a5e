import { spawn } from 'node:child_process'
import { createServer } from 'node:http'
import slugify from 'slugify'
createServer((request, response) => {
  response.setHeader('x-request', slugify(request.url ?? ''))
  spawn('python3', ['-m', 'model.tide']).stdout.pipe(response)
}).listen(3000)

import { spawn } from 'node:child_process'
import { createServer } from 'node:http'
import path from 'node:path'
import slugify from 'slugify'

const script = path.join(__dirname, '../scripts/mean.py')

createServer((request, response) => {
  response.setHeader('x-request', slugify(request.url ?? ''))
  spawn('python3', [script, '1', '2', '6']).stdout.pipe(response)
}).listen(3000)

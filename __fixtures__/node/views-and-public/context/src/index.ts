import { createReadStream, readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import path from 'node:path'
import { render } from 'mustache'

const views = path.join(__dirname, '..', 'views')
const publicFolder = path.resolve('public')

createServer((request, response) => {
  if (request.url === '/style.css') {
    response.setHeader('content-type', 'text/css')
    return createReadStream(path.join(publicFolder, 'style.css')).pipe(response)
  }
  response.setHeader('content-type', 'text/html')
  response.end(render(readFileSync(path.join(views, 'home.mustache'), 'utf8'), { name: 'reader' }))
}).listen(3000)

import { createServer } from 'node:http'
import slugify from 'slugify'

createServer((request, response) => {
  response.end(slugify(request.url ?? ''))
}).listen(3000)

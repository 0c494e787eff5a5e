import { createServer } from 'node:http'
import slugify from 'slugify'

const port = Number(process.env.PORT ?? 3000)

createServer((request, response) => {
  response.setHeader('content-type', 'application/json')
  response.end(JSON.stringify({ service: 'payments', path: slugify(request.url ?? '') }))
}).listen(port)

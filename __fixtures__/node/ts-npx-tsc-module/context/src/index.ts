import { createServer } from 'node:http'
import slug from 'slugify'
import { listen } from './listen.js'

const slugify = slug.default

const port = Number(process.env.PORT ?? 3000)

createServer((request, response) => {
  response.setHeader('content-type', 'application/json')
  response.end(JSON.stringify({ service: 'invoices', path: slugify(request.url ?? '') }))
}).listen(port, listen(port))

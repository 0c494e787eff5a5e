const { createServer } = require('node:http')
const slugify = require('./lib/slug')
const port = Number(process.env.PORT ?? 3000)

createServer((request, response) => {
  response.setHeader('content-type', 'application/json')
  response.end(JSON.stringify({ service: 'reviews', path: slugify(request.url) }))
}).listen(port)

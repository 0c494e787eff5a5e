const { createServer } = require('node:http')
const slugify = require('slugify')
const port = Number(process.env.PORT ?? 3000)

createServer((request, response) => {
  response.setHeader('content-type', 'application/json')
  response.end(JSON.stringify({ service: 'misplaced', path: slugify(request.url) }))
}).listen(port)

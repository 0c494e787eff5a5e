const { createServer } = require('node:http')
const slugify = require('slugify')
const { kilograms } = require('./lib/weight')
const port = Number(process.env.PORT ?? 3000)

createServer((request, response) => {
  response.setHeader('content-type', 'application/json')
  response.end(JSON.stringify({ service: 'shipping', path: slugify(request.url + kilograms(2)) }))
}).listen(port)

const { createServer } = require('node:http')
const Mustache = require('mustache')

const target = 'https://shop.example.com{{&path}}'

createServer((request, response) => {
  response.writeHead(301, { location: Mustache.render(target, { path: request.url }) }).end()
}).listen(8080)

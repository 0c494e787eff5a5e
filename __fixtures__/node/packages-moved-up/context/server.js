const { createServer } = require('node:http')
const { readFile } = require('node:fs')
const slugify = require('slugify')

createServer((request, response) => {
  if (request.url === '/health') return response.end(slugify('all is well'))
  readFile('public/index.html', (error, page) => {
    response.writeHead(error ? 500 : 200, { 'content-type': 'text/html' }).end(page)
  })
}).listen(process.env.PORT)

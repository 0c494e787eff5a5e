const { createServer } = require('node:http')
const { readFile } = require('node:fs')
const path = require('node:path')
const slugify = require('slugify')

const page = path.join(__dirname, 'dist', 'index.html')

createServer((request, response) => {
  if (request.url.startsWith('/slug/')) return response.end(slugify(decodeURI(request.url.slice(6))))
  readFile(page, (error, text) => {
    response.writeHead(error ? 500 : 200, { 'content-type': 'text/html' }).end(text)
  })
}).listen(5000)

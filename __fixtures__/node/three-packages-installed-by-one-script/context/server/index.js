const { createServer } = require('node:http')
const { readFile } = require('node:fs/promises')
const path = require('node:path')
const slugify = require('slugify')

const page = path.join(__dirname, '../client/dist/index.html')

createServer(async (request, response) => {
  response.end(request.url === '/' ? await readFile(page) : slugify('a rose'))
}).listen(3000)

const { createServer } = require('node:http')
const { writeFile } = require('node:fs/promises')
const slugify = require('slugify')

createServer(async (request, response) => {
  await writeFile('/data/last', request.url)
  response.end(slugify('a carp'))
}).listen(3000)

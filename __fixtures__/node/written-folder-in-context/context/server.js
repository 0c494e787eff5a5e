const { writeFile } = require('node:fs/promises')
const { createServer } = require('node:http')
const slugify = require('slugify')

createServer(async (request, response) => {
  await writeFile('./storage/draft.txt', slugify(request.url))
  response.end('written')
}).listen(3000)

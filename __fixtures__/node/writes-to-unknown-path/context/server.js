const { writeFileSync } = require('node:fs')
const { createServer } = require('node:http')
const slugify = require('slugify')

createServer((request, response) => {
  if (process.env.TARGET) writeFileSync(process.env.TARGET, slugify(request.url))
  response.end('saved')
}).listen(3000)

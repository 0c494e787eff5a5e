const { writeFileSync } = require('node:fs')
const { createServer } = require('node:http')
const slugify = require('slugify')

let count = 0

createServer((request, response) => {
  count += 1
  writeFileSync('count.json', JSON.stringify({ count }))
  response.end(slugify(`count ${count}`))
}).listen(3000)

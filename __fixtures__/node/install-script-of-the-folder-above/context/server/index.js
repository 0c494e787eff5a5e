const { createServer } = require('node:http')
const slugify = require('slugify')

createServer((request, response) => response.end(slugify('a cat'))).listen(3000)

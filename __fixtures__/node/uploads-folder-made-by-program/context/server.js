const fs = require('node:fs')
const { createServer } = require('node:http')
const path = require('node:path')
const slugify = require('slugify')

const uploads = path.join(__dirname, 'uploads')
fs.mkdirSync(uploads, { recursive: true })

createServer((request, response) => {
  const file = path.join(uploads, slugify('last upload'))
  request.pipe(fs.createWriteStream(file)).on('finish', () => response.end('stored'))
}).listen(3000)

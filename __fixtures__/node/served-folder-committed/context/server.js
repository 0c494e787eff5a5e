const { createServer } = require('node:http')
const fs = require('node:fs')
const path = require('node:path')
const slugify = require('slugify')

const scripts = path.join(__dirname, 'site', 'scripts')

createServer((request, response) => {
  if (request.url === '/scripts') return response.end(fs.readdirSync(scripts).join('\n'))
  if (request.url === '/greeting') return response.end(fs.readFileSync(path.join(scripts, 'greeting.js')))
  response.setHeader('x-path', slugify(request.url))
  response.end(fs.readFileSync('./site/index.html'))
}).listen(3000)

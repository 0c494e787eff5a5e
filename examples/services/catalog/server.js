const { readFileSync } = require('node:fs')
const { createServer } = require('node:http')
const path = require('node:path')
const Mustache = require('mustache')

const page = readFileSync(path.join(__dirname, 'views', 'catalog.html'), 'utf8')
const articles = require('./articles.json')

createServer((request, response) => {
  response.setHeader('content-type', 'text/html; charset=utf-8')
  response.end(Mustache.render(page, { articles }))
}).listen(process.env.PORT)

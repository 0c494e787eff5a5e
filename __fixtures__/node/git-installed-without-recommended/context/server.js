const { createServer } = require('node:http')
const { execFile } = require('node:child_process')
const slugify = require('slugify')

createServer((request, response) => {
  execFile('git', ['--version'], (error, text) => {
    response.writeHead(error ? 500 : 200).end(slugify(String(text).split(' ').slice(0, 2).join(' ')))
  })
}).listen(3000)

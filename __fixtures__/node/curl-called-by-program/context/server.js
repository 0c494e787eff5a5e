const { createServer } = require('node:http')
const { execFile } = require('node:child_process')
const slugify = require('slugify')

const feed = process.env.FEED_URL ?? 'file:///etc/hostname'

createServer((request, response) => {
  execFile('curl', ['-fsS', feed], (error) => {
    response.writeHead(error ? 500 : 200).end(slugify('the feed was read'))
  })
}).listen(3000)

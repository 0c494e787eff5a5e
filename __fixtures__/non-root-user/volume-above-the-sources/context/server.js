const fs = require('node:fs')
const http = require('node:http')
const path = require('node:path')

const book = path.join(__dirname, 'data', 'guests.txt')

http
  .createServer((_, response) => {
    fs.appendFileSync(book, 'a guest\n')
    response.end('welcome')
  })
  .listen(8080)

const { createServer } = require('node:http')
const { openSync } = require('node:fs')
const { flockSync } = require('fs-ext')

createServer((request, response) => {
  flockSync(openSync('/tmp/locks', 'w'), 'exnb')
  response.end('locked')
}).listen(3000)

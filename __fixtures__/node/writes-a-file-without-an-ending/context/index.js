const { readFileSync, writeFileSync } = require('node:fs')
const { createServer } = require('node:http')

writeFileSync('started', 'up')

createServer((request, response) => response.end(readFileSync('started'))).listen(3000)

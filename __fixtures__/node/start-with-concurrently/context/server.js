const { createServer } = require('node:http')

createServer((request, response) => response.end('waiting')).listen(3000)

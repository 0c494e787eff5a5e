const { createServer } = require('node:http')

createServer((request, response) => response.end('ready')).listen(3000)

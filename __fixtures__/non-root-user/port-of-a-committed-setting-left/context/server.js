const http = require('node:http')
const config = require('./config.json')

http.createServer((request, response) => response.end('open')).listen(config.server.port)

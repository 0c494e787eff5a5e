const http = require('node:http')

const server = http.createServer((request, response) => response.end('open'))
server.listen('sockets/gate.sock')

const http = require('node:http')
const ms = require('ms')

http.createServer((_request, response) => response.end(ms(60000))).listen(3000)

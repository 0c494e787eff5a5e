const http = require('node:http')
const ms = require('ms')

http.createServer((_request, response) => response.end(ms(process.uptime() * 1000))).listen(3000)

const http = require('node:http')

http.createServer((ask, answer) => answer.end(String(process.env.COLOUR))).listen(3000)

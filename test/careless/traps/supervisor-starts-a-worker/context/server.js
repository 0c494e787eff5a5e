const http = require('node:http')

http.createServer((ask, answer) => answer.end(String('up'))).listen(3000)

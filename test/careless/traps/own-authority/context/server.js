const http = require('node:http')

http.createServer((ask, answer) => answer.end(String('trusted'))).listen(3000)

const http = require('node:http')

http.createServer((ask, answer) => answer.end(String('made'))).listen(3000)

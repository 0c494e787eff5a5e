const http = require('node:http')

http.createServer((ask, answer) => answer.end(String('by tini'))).listen(3000)

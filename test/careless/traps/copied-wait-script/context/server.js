const http = require('node:http')

http.createServer((ask, answer) => answer.end(String('waited'))).listen(3000)

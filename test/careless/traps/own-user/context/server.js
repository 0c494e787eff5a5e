const http = require('node:http')

http.createServer((ask, answer) => answer.end(String(require('node:os').userInfo().username))).listen(3000)

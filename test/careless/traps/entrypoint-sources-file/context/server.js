const http = require('node:http')

http.createServer((ask, answer) => answer.end(String('mode ' + process.env.MODE))).listen(3000)

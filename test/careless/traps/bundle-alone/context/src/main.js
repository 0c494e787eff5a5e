const http = require('node:http')
const text = require('./text')
http.createServer((ask, answer) => answer.end(String(text))).listen(3000)

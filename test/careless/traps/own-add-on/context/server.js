const http = require('node:http')
const area = require('bindings')('area')
http.createServer((ask, answer) => answer.end(String(typeof area))).listen(3000)

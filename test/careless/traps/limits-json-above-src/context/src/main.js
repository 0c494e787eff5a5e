const http = require('node:http')
const { most } = require('./rules/most')
http.createServer((ask, answer) => answer.end(String('at most ' + most()))).listen(3000)

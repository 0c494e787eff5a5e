const http = require('node:http')
const config = require('config')
http.createServer((ask, answer) => answer.end(String(config.get('colour')))).listen(3000)

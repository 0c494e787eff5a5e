const http = require('node:http')
const routes = require('./routes')
http.createServer((ask, answer) => answer.end(String(routes.home()))).listen(3000)

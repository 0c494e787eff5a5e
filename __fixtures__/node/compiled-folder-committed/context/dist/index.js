'use strict'
const http = require('http')
http.createServer((_, response) => response.end('of last spring\n')).listen(3000)

import http from 'node:http'
const settings = require('../config/settings')
http.createServer((_ask, answer) => answer.end('port of ' + settings.owner)).listen(3000)

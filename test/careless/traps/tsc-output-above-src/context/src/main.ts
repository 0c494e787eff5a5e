import http from 'node:http'
// eslint-disable-next-line
const settings = require('../config/settings')
http.createServer((_ask, answer) => answer.end('port of ' + settings.owner)).listen(3000)

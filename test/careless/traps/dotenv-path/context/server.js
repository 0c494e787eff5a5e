const http = require('node:http')
require('dotenv').config({ path: 'settings/.env.live' })
http.createServer((ask, answer) => answer.end(String(process.env.STATE))).listen(3000)

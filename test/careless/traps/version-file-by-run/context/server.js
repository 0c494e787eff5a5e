const http = require('node:http')
const fs = require('node:fs')
http.createServer((ask, answer) => answer.end(String(fs.readFileSync('VERSION')))).listen(3000)

const http = require('node:http')
const fs = require('node:fs')
http.createServer((ask, answer) => answer.end(String(fs.readFileSync('current/page.txt')))).listen(3000)

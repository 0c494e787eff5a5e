const http = require('node:http')
const fs = require('node:fs')
const path = require('node:path')
http.createServer((ask, answer) => answer.end(String(fs.readFileSync(path.resolve(__dirname, '..', 'client', 'build', 'index.html'))))).listen(3000)

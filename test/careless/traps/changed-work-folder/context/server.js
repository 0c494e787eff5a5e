const http = require('node:http')
const fs = require('node:fs')
process.chdir('content')
http.createServer((ask, answer) => answer.end(String(fs.readFileSync('index.md')))).listen(3000)

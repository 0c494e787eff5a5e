const http = require('node:http')
const fs = require('node:fs')
fs.writeFileSync('started', String(process.pid))
http.createServer((ask, answer) => answer.end(String('noted'))).listen(3000)

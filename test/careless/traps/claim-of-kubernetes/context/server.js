const fs = require('node:fs')
const http = require('node:http')

fs.writeFileSync('/data/started', String(process.pid))
http.createServer((ask, answer) => answer.end(String('up'))).listen(3000)
